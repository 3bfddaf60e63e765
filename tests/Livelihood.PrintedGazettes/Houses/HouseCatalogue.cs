namespace Livelihood.PrintedGazettes.Houses;

/// <summary>The houses of print, from the typewriter to the web. None is a particular city's.</summary>
public static class HouseCatalogue
{
    /// <summary>A county's gazette of the nineties: narrow lines, characters for figures, dotted pages.</summary>
    public static readonly House County1990s = new("county, 1990s", 1992, 1999)
    {
        Level = "县", IssueInCharacters = true, Sections = SectionForm.Circle, Leader = LeaderForm.DotsBracketed, ContentsWidth = 26, ContentsIndent = "　　",
        Width = 24, HardLines = true, LinesPerPage = 28, Titles = TitleForm.AgencyLine, Brackets = BracketForm.Square, TwoDigitYears = true, OrdinalInNumbers = true,
        Dates = DateForm.Characters, PageNumber = PageNumberForm.Dotted, Head = HeadForm.TitleAndIssue, HasImprint = true, Tables = TableForm.Aligned,
        MastheadPlace = MastheadPlace.End,
    };

    /// <summary>A central gazette of the nineties: numbers in brackets below the title, then the date; nobody signs.</summary>
    public static readonly House Central1990s = new("central manner, 1990s", 1990, 1999)
    {
        Level = "省", IssueWord = "号", TotalForm = "（总号：{0}）", DayInIssueLine = true, Sections = SectionForm.None, Leader = LeaderForm.DotsBracketed,
        ContentsMark = "目　录", ContentsWidth = 34, ContentsIndent = "　　", Width = 34, HardLines = true, LinesPerPage = 34, FirstPage = 37, PageNumber = PageNumberForm.SpacedDashed,
        Titles = TitleForm.Broken, NumberPlace = NumberPlace.BelowTitleBracketed, Dates = DateForm.Characters, Zero = '〇', DateUnderTitle = true, Tables = TableForm.WideGaps,
    };

    /// <summary>A 政报 of about 2000 with two issues in one.</summary>
    public static readonly House Joint2000 = new("joint issue, 2000", 1999, 2003)
    {
        TitleWord = "政报", Level = "市", Joint = true, Leader = LeaderForm.MiddleDots, Sections = SectionForm.Square, ContentsMark = "本期目录", Width = 30, HardLines = true,
        LinesPerPage = 30, Titles = TitleForm.AgencyLine, NumberPlace = NumberPlace.BelowTitle, Brackets = BracketForm.WideSquare, Dates = DateForm.Characters,
        HasImprint = true, OneLineFoot = false, PageNumber = PageNumberForm.Dashed, Tables = TableForm.Aligned, HasBoard = true, SpacedLabels = true,
    };

    /// <summary>A city's gazette of the 2000s, typed off: lines of print with indents, numbers in the contents.</summary>
    public static readonly House City2000s = new("city, 2000s", 2001, 2009)
    {
        Level = "市", Sections = SectionForm.Lenticular, Leader = LeaderForm.Bracketed, NumbersInContents = true, ContentsWidth = 36, Width = 36, HardLines = true, LinesPerPage = 32,
        Titles = TitleForm.Broken, NumberPlace = NumberPlace.AboveTitle, Dates = DateForm.Characters, Tables = TableForm.Tabs, PageNumber = PageNumberForm.Bare, HasBoard = true,
        NewPagePerDocument = true,
    };

    /// <summary>A district's gazette kept as plain text: no indents, a blank line after each paragraph, red heads.</summary>
    public static readonly House District2008 = new("district, 2008", 2005, 2011)
    {
        Level = "区", Sections = SectionForm.Bare, Leader = LeaderForm.Space, Entries = EntryForm.Counted, ContentsMark = "目录", TotalForm = "总第{0}期", Indent = "", Pad = '\0',
        BlankBetweenParagraphs = true, NumberPlace = NumberPlace.RedHead, Titles = TitleForm.OneLine, Tables = TableForm.Tabs, Annexes = AnnexForm.Colon, HasImprint = true,
        PageNumber = PageNumberForm.InWords,
    };

    /// <summary>A province's gazette of about 2012 from a word processor: a paragraph is a line.</summary>
    public static readonly House Province2012 = new("province, 2012", 2010, 2016)
    {
        Level = "省", Sections = SectionForm.Lenticular, Leader = LeaderForm.Tab, NumbersInContents = true, IssueWord = "号", TotalForm = "（总第{0}号）", Titles = TitleForm.AgencyLine,
        NumberPlace = NumberPlace.BelowTitle, Tables = TableForm.Tabs, Annexes = AnnexForm.Plain, MastheadPlace = MastheadPlace.End, Width = 40, Pad = '\0',
    };

    /// <summary>A city's gazette as pdftotext -layout gives it: form feeds, indents, running heads on both sides.</summary>
    public static readonly House Pdf2015 = new("PDF layout, 2015", 2012, 2024)
    {
        Level = "市", Sections = SectionForm.Bare, Leader = LeaderForm.Dots, ContentsWidth = 38, ContentsIndent = "  ", Width = 40, HardLines = true, Indent = "    ", Pad = ' ', LinesPerPage = 36,
        FormFeeds = true, Head = HeadForm.SectionTitlePage, PageNumber = PageNumberForm.Bare, Titles = TitleForm.AgencyLine, NumberPlace = NumberPlace.BelowTitle, Tables = TableForm.Aligned,
        ContinuedTables = true, NewPagePerDocument = true, HasBoard = true,
    };

    /// <summary>A city's gazette as a program makes Markdown from scans: masthead among the contents, bullets, pipes.</summary>
    public static readonly House Scan2019 = new("scan to Markdown, 2019", 2016, 2022)
    {
        Level = "市", IssueWord = "号", TotalForm = "(总第 {0} 号)", Sections = SectionForm.Lenticular, Leader = LeaderForm.Space, Entries = EntryForm.Bullet, ContentsWidth = 24,
        MastheadPlace = MastheadPlace.AmongContents, FieldsBelowLabels = true, SpacedLabels = true, HasBoard = true, BlankBetweenParagraphs = true, Indent = "", Pad = '\0', Width = 42,
        Titles = TitleForm.Gaps, NumberPlace = NumberPlace.BelowTitle, Tables = TableForm.Pipes, Annexes = AnnexForm.Spaced, NewPagePerDocument = true,
    };

    /// <summary>A gazette of today as its web edition gives it.</summary>
    public static readonly House Web2023 = new("web edition, 2023", 2019, 2026)
    {
        Level = "市", Sections = SectionForm.Dotted, Leader = LeaderForm.Slash, ContentsMark = "目　录", Titles = TitleForm.OneLine, NumberPlace = NumberPlace.BelowTitle, Tables = TableForm.Tabs,
        Indent = "　　", Pad = '\0', Width = 60, LinesPerPage = 26, DayInIssueLine = true,
    };

    /// <summary>A county's gazette of 2010 with the page before each title and the running head in each page.</summary>
    public static readonly House County2010 = new("county, 2010", 2006, 2014)
    {
        Level = "县", Sections = SectionForm.Square, Leader = LeaderForm.PageFirst, Width = 28, HardLines = true, LinesPerPage = 26, Head = HeadForm.TitleDotIssue, PageNumber = PageNumberForm.Dashed,
        Titles = TitleForm.Broken, NumberPlace = NumberPlace.BelowTitle, Brackets = BracketForm.Round, Tables = TableForm.WideGaps, OneLineFoot = true, MastheadPlace = MastheadPlace.End,
    };

    /// <summary>A province's 政报 of the nineties: sections between dots, numbers in round brackets above the titles.</summary>
    public static readonly House Province1996 = new("province, 1996", 1994, 1999)
    {
        TitleWord = "政报", Level = "省", IssueInCharacters = true, Sections = SectionForm.Dotted, Leader = LeaderForm.MiddleDots, ContentsMark = "目　次", Width = 38, HardLines = true, LinesPerPage = 38,
        NumberPlace = NumberPlace.AboveTitle, Brackets = BracketForm.Round, TwoDigitYears = true, Dates = DateForm.Characters, Zero = '〇', Head = HeadForm.TitleAndIssue,
        PageNumber = PageNumberForm.Dashed, Tables = TableForm.WideGaps, MastheadPlace = MastheadPlace.End, HasImprint = true, Titles = TitleForm.Broken,
    };

    /// <summary>A city's gazette of 2006 out of a word processor: paragraphs as lines, counted entries with dots, pages in words.</summary>
    public static readonly House City2006 = new("city, 2006", 2004, 2010)
    {
        Level = "市", IssueWord = "号", TotalForm = "（总第{0}号）", Sections = SectionForm.Square, Leader = LeaderForm.Dots, Entries = EntryForm.Counted, ContentsMark = "要　目", Width = 34,
        LinesPerPage = 30, Dates = DateForm.Characters, Tables = TableForm.Tabs, PageNumber = PageNumberForm.InWords, Head = HeadForm.TitleDotIssue, NumberPlace = NumberPlace.BelowTitleBracketed,
        Titles = TitleForm.AgencyLine, Annexes = AnnexForm.Colon, HasBoard = true, SpacedLabels = true, BlankBetweenParagraphs = true,
    };

    /// <summary>Those that were made after the reader and never looked at while it was built: what a house is read like that nobody thought of.</summary>
    public static readonly IReadOnlyList<House> Unseen = [Province1996, City2006];

    /// <summary>Those that the reader was built with.</summary>
    public static readonly IReadOnlyList<House> All =
        [County1990s, Central1990s, Joint2000, City2000s, District2008, Province2012, Pdf2015, Scan2019, Web2023, County2010];
}
