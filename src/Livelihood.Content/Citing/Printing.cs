namespace Livelihood.Content.Citing;

/// <summary>A place in print where a document stands.</summary>
/// <param name="Publication">The periodical's title, such as 云岭市人民政府公报.</param>
/// <param name="Year">The year.</param>
/// <param name="Number">The issue's number in the year.</param>
/// <param name="TotalNumber">The running total number, or null.</param>
/// <param name="IssuePath">The issue's address below the portal's root.</param>
/// <param name="Section">栏目; empty for none.</param>
/// <param name="Page">The printed page on which it begins, or null.</param>
/// <param name="Stamp">Changes with the issue, so that pages that show it are known to be old.</param>
public sealed record Printing(
    string Publication, int Year, int Number, int? TotalNumber, string IssuePath, string Section, int? Page, string Stamp)
{
    /// <summary>The issue as cited: 2019年第6号.</summary>
    public string Issue => $"{Year}年第{Number}号";
}

/// <summary>Knows where documents were printed. Implemented by the gazettes module.</summary>
public interface IPrintings
{
    /// <summary>All published issues that print the item, the first one first.</summary>
    Task<IReadOnlyList<Printing>> OfAsync(string itemId, CancellationToken cancellation = default);
}
