using Livelihood.Content.Media;

namespace Livelihood.Disclosure.Papers;

/// <summary>A paper in a list.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Name">The file's name; says so where it cannot be read.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Of">Whose it is.</param>
/// <param name="AddedUtc">Since when it is kept.</param>
/// <param name="IsByStaff">Whether the office added it.</param>
public sealed record KeptPaper(Guid Id, string Name, MediaKind Kind, long Length, PaperOf Of, DateTimeOffset AddedUtc, bool IsByStaff)
{
    /// <summary>Shown in place of a name that cannot be read.</summary>
    public const string Unreadable = "（名称读不出来）";

    /// <summary>Kind and length, as people read them.</summary>
    public string Description => $"{Kind.Label}，{PaperKinds.SizeOf(Length)}";
}

/// <summary>The papers of a form that is being filled in.</summary>
/// <param name="Papers">Those that were sent so far.</param>
/// <param name="Title">The heading.</param>
/// <param name="Hint">What to attach.</param>
/// <param name="Most">How many there may be.</param>
/// <param name="MostMegabytes">How large each may be.</param>
public sealed record PaperFields(IReadOnlyList<KeptPaper> Papers, string Title, string Hint, int Most, int MostMegabytes)
{
    /// <summary>The name of the file field, and the key of its mistakes.</summary>
    public const string Files = "Papers";

    /// <summary>The name of the boxes that drop a paper again.</summary>
    public const string Drop = "DropPapers";

    /// <summary>How many papers the page showed, so that none is lost silently.</summary>
    public const string Shown = "ShownPapers";
}
