using Livelihood.PrintedGazettes.Houses;

namespace Livelihood.PrintedGazettes.Faults;

/// <summary>Faults that are another manner of setting.</summary>
internal static class LayoutFaults
{
    public static readonly IReadOnlyList<Fault> All =
    [
        Of("lines of 18 characters", h => h with { HardLines = true, Width = 18, LinesPerPage = 44 }),
        Of("lines of 44 characters", h => h with { HardLines = true, Width = 44 }),
        Of("lines broken anywhere", h => h with { HardLines = true, RaggedLines = true }),
        Of("masthead among the contents", h => h with { MastheadPlace = MastheadPlace.AmongContents }, h => h is { ContentsAtEnd: false, Sections: not SectionForm.None }),
        Of("masthead at the end", h => h with { MastheadPlace = MastheadPlace.End }),
        Of("titles broken in the contents", h => h with { ContentsWidth = 18, ContentsIndent = "" }, h => h.Leader != LeaderForm.PageFirst),
        Of("titles broken in the text", h => h with { Titles = TitleForm.Broken }),
        Of("titles with gaps", h => h with { Titles = TitleForm.Gaps }),
        Of("contents in two columns", h => h with { ContentsInColumns = true, ContentsWidth = 20 }, h => h.Leader is not (LeaderForm.PageFirst or LeaderForm.Tab)),
        Of("contents at the end", h => h with { ContentsAtEnd = true, MastheadPlace = MastheadPlace.Front }),
        Of("no contents", h => h with { HasContents = false, MastheadPlace = MastheadPlace.Front }) with { Told = Gazettes.Domain.DoubtCode.ContentsMissing },
        Of("no pages in the contents", h => h with { HasPagesInContents = false }, h => h.Leader != LeaderForm.PageFirst),
        Of("page numbers alone", h => h with { PageNumber = PageNumberForm.Bare }),
        Of("page numbers in dashes", h => h with { PageNumber = PageNumberForm.Dashed }),
        Of("page numbers in spaced dashes", h => h with { PageNumber = PageNumberForm.SpacedDashed }),
        Of("page numbers in dots", h => h with { PageNumber = PageNumberForm.Dotted }),
        Of("page numbers in words", h => h with { PageNumber = PageNumberForm.InWords }),
        Of("running heads", h => h with { Head = HeadForm.TitleAndIssue }),
        Of("running heads with a dot", h => h with { Head = HeadForm.TitleDotIssue }),
        Of("running heads with sections", h => h with { Head = HeadForm.SectionTitlePage }, h => h.Sections != SectionForm.None),
        Of("form feeds", h => h with { FormFeeds = true }),
        Of("tables by tabs", h => h with { Tables = TableForm.Tabs }),
        Of("tables aligned by spaces", h => h with { Tables = TableForm.Aligned }),
        Of("tables with wide gaps", h => h with { Tables = TableForm.WideGaps }),
        Of("tables with single gaps", h => h with { Tables = TableForm.SingleGaps }),
        Of("tables continued (续表)", h => h with { ContinuedTables = true, LinesPerPage = 16 }),
        Of("cells over several lines", h => h with { Tables = TableForm.Aligned, WrappedCells = true }),
        Of("numbers above titles", h => h with { NumberPlace = NumberPlace.AboveTitle }),
        Of("red heads", h => h with { NumberPlace = NumberPlace.RedHead }),
        Of("numbers in [ ]", h => h with { Brackets = BracketForm.Square }),
        Of("numbers in ﹝ ﹞", h => h with { Brackets = BracketForm.SmallTortoise }),
        Of("numbers in （ ）", h => h with { Brackets = BracketForm.Round }),
        Of("numbers in 【 】", h => h with { Brackets = BracketForm.Lenticular }),
        Of("numbers in 〔 ]", h => h with { Brackets = BracketForm.Mixed }),
        Of("years of two digits", h => h with { TwoDigitYears = true }, h => h.LastYear < 2000),
        Of("dates in characters", h => h with { Dates = DateForm.Characters }),
        Of("dates with the letter O", h => h with { Dates = DateForm.Characters, Zero = 'O' }),
        Of("dates with a digit 0", h => h with { Dates = DateForm.Characters, Zero = '0' }),
        Of("date under the title", h => h with { DateUnderTitle = true }),
        Of("signature and date in a line", h => h with { OneLineFoot = true }),
        Of("no indents", h => h with { Indent = "", Pad = '\0', ContentsIndent = "" }),
        Of("blank line between paragraphs", h => h with { BlankBetweenParagraphs = true }),
    ];

    private static Fault Of(string name, Func<House, House> manner, Func<House, bool>? fits = null) => new(name) { Manner = manner, Fits = fits };
}
