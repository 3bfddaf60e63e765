namespace Livelihood.PrintedGazettes.Houses;

/// <summary>
/// A house of print: everything that is a manner of setting, none of what is said. A fault of layout is the same house with
/// another manner.
/// </summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="FirstYear">The first year of its issues.</param>
/// <param name="LastYear">The last one.</param>
public sealed record House(string Name, int FirstYear, int LastYear)
{
    public string TitleWord { get; init; } = "公报";

    /// <summary>省, 市, 县 or 区; null for any.</summary>
    public string? Level { get; init; }

    /// <summary>Whether two numbers are printed as one issue (合刊).</summary>
    public bool Joint { get; init; }

    /// <summary>期 or 号.</summary>
    public string IssueWord { get; init; } = "期";

    /// <summary>How the running total is printed; {0} is its number.</summary>
    public string TotalForm { get; init; } = "（总第{0}期）";

    /// <summary>Whether year, number and total are printed in characters.</summary>
    public bool IssueInCharacters { get; init; }

    /// <summary>Whether the day of publication stands in the line of the issue.</summary>
    public bool DayInIssueLine { get; init; }

    /// <summary>The mark above the contents; empty for none.</summary>
    public string ContentsMark { get; init; } = "目　　录";

    public bool HasContents { get; init; } = true;

    public bool ContentsAtEnd { get; init; }

    public bool HasPagesInContents { get; init; } = true;

    /// <summary>Two columns of entries beside each other.</summary>
    public bool ContentsInColumns { get; init; }

    public LeaderForm Leader { get; init; }

    public SectionForm Sections { get; init; }

    public EntryForm Entries { get; init; }

    /// <summary>After how many characters an entry goes on in the next line; 0 for never.</summary>
    public int ContentsWidth { get; init; }

    /// <summary>What continued lines of an entry begin with.</summary>
    public string ContentsIndent { get; init; } = "";

    /// <summary>Whether the contents print the document numbers, after the title in brackets.</summary>
    public bool NumbersInContents { get; init; }

    public MastheadPlace MastheadPlace { get; init; }

    /// <summary>Whether the field's value stands in the line below its label.</summary>
    public bool FieldsBelowLabels { get; init; }

    /// <summary>Whether labels and titles are spaced out: 主　办, 公 报.</summary>
    public bool SpacedLabels { get; init; }

    public bool HasBoard { get; init; }

    /// <summary>Characters in a line of print.</summary>
    public int Width { get; init; } = 32;

    /// <summary>Whether each line of print is a line of the text; otherwise a paragraph is a line, broken by pages alone.</summary>
    public bool HardLines { get; init; }

    /// <summary>Lines end at random places before the width.</summary>
    public bool RaggedLines { get; init; }

    /// <summary>What a paragraph begins with.</summary>
    public string Indent { get; init; } = "　　";

    /// <summary>What centres titles and moves signatures to the right; '\0' for neither.</summary>
    public char Pad { get; init; } = '　';

    public bool BlankBetweenParagraphs { get; init; }

    public int LinesPerPage { get; init; } = 30;

    /// <summary>Whether each document begins on a new page.</summary>
    public bool NewPagePerDocument { get; init; }

    /// <summary>The number of the first page of text.</summary>
    public int FirstPage { get; init; } = 1;

    public bool FormFeeds { get; init; }

    public PageNumberForm PageNumber { get; init; }

    public HeadForm Head { get; init; }

    /// <summary>续表 and the row of column names again where a table goes on on a new page.</summary>
    public bool ContinuedTables { get; init; }

    /// <summary>Long cells go on in the next line, below themselves.</summary>
    public bool WrappedCells { get; init; }

    public TableForm Tables { get; init; } = TableForm.Tabs;

    public TitleForm Titles { get; init; } = TitleForm.AgencyLine;

    public NumberPlace NumberPlace { get; init; }

    public BracketForm Brackets { get; init; }

    public bool TwoDigitYears { get; init; }

    /// <summary>第 before the serial.</summary>
    public bool OrdinalInNumbers { get; init; }

    public DateForm Dates { get; init; }

    /// <summary>The zero of dates in characters: ○, 〇, O or 0.</summary>
    public char Zero { get; init; } = '○';

    /// <summary>The date in brackets under the title, and nobody signs below.</summary>
    public bool DateUnderTitle { get; init; }

    /// <summary>Signature and date in one line.</summary>
    public bool OneLineFoot { get; init; }

    /// <summary>Whether 主题词, 抄送 and 印发 are printed.</summary>
    public bool HasImprint { get; init; }

    public AnnexForm Annexes { get; init; }
}
