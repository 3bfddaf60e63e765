using System.Security.Cryptography;
using System.Text;
using Livelihood.Gazettes.Domain.Editing;

namespace Livelihood.Gazettes.Domain;

/// <summary>How much a doubt weighs.</summary>
public enum DoubtSeverity
{
    /// <summary>Worth a look.</summary>
    Hint,

    /// <summary>Probably a fault of the print, the scan or the reading.</summary>
    Warning,

    /// <summary>The issue should not be published before this is settled.</summary>
    Serious,
}

/// <summary>The kinds of doubt; the names are stored and must not change.</summary>
public enum DoubtCode
{
    /// <summary>The masthead gives no title of the gazette.</summary>
    GazetteTitleMissing,

    /// <summary>The masthead gives no year.</summary>
    YearMissing,

    /// <summary>The masthead gives no number.</summary>
    IssueNumberMissing,

    /// <summary>The masthead gives no running total number.</summary>
    TotalNumberMissing,

    /// <summary>The masthead gives no day of publication.</summary>
    PublishedOnMissing,

    /// <summary>There is no table of contents.</summary>
    ContentsMissing,

    /// <summary>The contents and the text give different titles.</summary>
    TitleDiffers,

    /// <summary>The contents and the text give different numbers.</summary>
    NumberDiffers,

    /// <summary>An entry of the contents has no document.</summary>
    DocumentMissing,

    /// <summary>A document has no entry in the contents.</summary>
    EntryMissing,

    /// <summary>The document stands elsewhere than the contents say.</summary>
    OrderDiffers,

    /// <summary>An entry has no page.</summary>
    PageMissing,

    /// <summary>Pages fall where they should rise.</summary>
    PagesNotRising,

    /// <summary>Two documents have one number.</summary>
    NumberTwice,

    /// <summary>Numbers of one agency fall where they should rise.</summary>
    NumbersNotRising,

    /// <summary>The number's year and the formed date's differ.</summary>
    NumberYearDiffers,

    /// <summary>A document of a kind that has numbers has none.</summary>
    NumberMissing,

    /// <summary>No formed date was found.</summary>
    FormedOnMissing,

    /// <summary>The formed date is after the issue's publication.</summary>
    FormedAfterPublication,

    /// <summary>A date that the calendar does not have.</summary>
    DateImpossible,

    /// <summary>Article numbers leap or repeat.</summary>
    ArticlesNotInOrder,

    /// <summary>An annex that the document names does not follow.</summary>
    AnnexMissing,

    /// <summary>Lines between the contents and the documents belong to none.</summary>
    LinesOutsideDocuments,

    /// <summary>A table has no row that names its columns.</summary>
    TableWithoutHeader,

    /// <summary>A paragraph ends without punctuation and its continuation is uncertain.</summary>
    ParagraphBroken,

    /// <summary>Characters were unreadable in the source.</summary>
    CharactersUnreadable,

    /// <summary>Nobody in the directory of agencies has this name.</summary>
    AgencyUnknown,

    /// <summary>Compared with documents of other issues, the number does not follow the order of its year.</summary>
    NumberOutOfYearOrder,

    /// <summary>A document with this number is in the portal already, from elsewhere.</summary>
    NumberPrintedElsewhere,

    /// <summary>The running total number does not fit the issues before and after.</summary>
    TotalNumberUnlikely,

    /// <summary>The day of publication is not between those of the issues before and after.</summary>
    PublishedOnUnlikely,
}

/// <summary>Something an editor should decide.</summary>
/// <param name="Code">Which kind.</param>
/// <param name="Message">In Chinese: what was found, and what to do.</param>
/// <param name="Lines">Where in the source; empty when it is about what is absent.</param>
/// <param name="Severity">How much it weighs.</param>
public sealed record Doubt(DoubtCode Code, string Message, IReadOnlyList<LineSpan> Lines, DoubtSeverity Severity)
{
    private IReadOnlyList<Proposal>? _proposals;

    /// <summary>Answers to choose from, the likeliest first. Looked for when first asked.</summary>
    public IReadOnlyList<Proposal> Proposals => _proposals ??= Propose?.Invoke() ?? [];

    internal Func<IReadOnlyList<Proposal>>? Propose { get; init; }

    /// <summary>The edit that settles it once the editor has typed the value; holds the present one. Null where none can be typed.</summary>
    public ValueEdit? Own { get; init; }

    /// <summary>Names this doubt as long as code, places and words stay: a decision about it holds so long.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Code}|{string.Join(',', Lines)}|{Message}")))[..16];
}

/// <summary>A proposed answer to a doubt.</summary>
/// <param name="Label">In Chinese: what taking it does.</param>
/// <param name="Edit">The edit that does it.</param>
public sealed record Proposal(string Label, IssueEdit Edit);
