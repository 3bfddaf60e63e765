namespace Livelihood.PrintedGazettes.Houses;

/// <summary>What stands between an entry of the contents and its page.</summary>
public enum LeaderForm
{
    /// <summary>……………（4）</summary>
    DotsBracketed,

    /// <summary>…………… 4</summary>
    Dots,

    /// <summary>············4</summary>
    MiddleDots,

    /// <summary>A space.</summary>
    Space,

    /// <summary>A tab.</summary>
    Tab,

    /// <summary>/4</summary>
    Slash,

    /// <summary>(4) directly after the title.</summary>
    Bracketed,

    /// <summary>The page stands before the title: 4　关于….</summary>
    PageFirst,
}

/// <summary>How a section of the contents is marked.</summary>
public enum SectionForm
{
    /// <summary>【市政府文件】</summary>
    Lenticular,

    /// <summary>◎市政府文件</summary>
    Circle,

    /// <summary>■市政府文件</summary>
    Square,

    /// <summary>市政府文件</summary>
    Bare,

    /// <summary>· 市政府文件 ·</summary>
    Dotted,

    /// <summary>No sections at all.</summary>
    None,
}

/// <summary>How an entry begins.</summary>
public enum EntryForm
{
    Bare,

    /// <summary>1．</summary>
    Counted,

    /// <summary>A hyphen, as programs that turn scans into Markdown make it.</summary>
    Bullet,
}

/// <summary>Where a document's number stands.</summary>
public enum NumberPlace
{
    BelowTitle,
    BelowTitleBracketed,
    AboveTitle,

    /// <summary>Below the name of the series, 云岭市人民政府文件, and above the title.</summary>
    RedHead,
}

/// <summary>The brackets around a number's year.</summary>
public enum BracketForm
{
    Tortoise,
    Square,
    WideSquare,
    Round,
    SmallTortoise,
    Lenticular,

    /// <summary>Read wrongly: 〔2019] 8号.</summary>
    Mixed,
}

/// <summary>How dates are printed.</summary>
public enum DateForm
{
    Digits,
    Characters,
}

/// <summary>How tables come out of the scan or the file.</summary>
public enum TableForm
{
    Pipes,
    Tabs,

    /// <summary>Columns aligned by spaces.</summary>
    Aligned,

    /// <summary>Cells parted by two spaces or more, not aligned.</summary>
    WideGaps,

    /// <summary>Cells parted by a single space.</summary>
    SingleGaps,
}

/// <summary>The page number at the foot.</summary>
public enum PageNumberForm
{
    None,
    Bare,

    /// <summary>—5—</summary>
    Dashed,

    /// <summary>- 5 -</summary>
    SpacedDashed,

    /// <summary>·5·</summary>
    Dotted,

    /// <summary>第5页</summary>
    InWords,
}

/// <summary>The running head.</summary>
public enum HeadForm
{
    None,

    /// <summary>云岭市人民政府公报　　1995年第3期</summary>
    TitleAndIssue,

    /// <summary>云岭市人民政府公报 2015·3</summary>
    TitleDotIssue,

    /// <summary>The section on the outer side, the title on the inner, with the page.</summary>
    SectionTitlePage,
}

/// <summary>How titles stand in the text.</summary>
public enum TitleForm
{
    OneLine,

    /// <summary>The agency on a line of its own.</summary>
    AgencyLine,

    /// <summary>Two or three lines of about the same length, broken anywhere.</summary>
    Broken,

    /// <summary>One line with a space where the print began a new one.</summary>
    Gaps,
}

/// <summary>Where the masthead's fields and board stand.</summary>
public enum MastheadPlace
{
    Front,
    AmongContents,
    End,
}

/// <summary>How annexes are headed.</summary>
public enum AnnexForm
{
    Plain,
    Spaced,
    Colon,
}
