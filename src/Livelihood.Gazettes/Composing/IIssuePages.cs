using Livelihood.Content.Items;

namespace Livelihood.Gazettes.Composing;

/// <summary>
/// Measures on which page each document of an issue begins. The printed edition implements it; a portal without one, or
/// without the browser that prints, has no answer, and the pages are typed by hand.
/// </summary>
public interface IIssuePages
{
    /// <summary>Sets the issue as it would be printed and says where its documents begin.</summary>
    /// <param name="issue">The issue's version, with its item.</param>
    /// <param name="documents">The versions to print, in printed order (<see cref="Issues.IssueDocuments"/>).</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The pages; null where this machine cannot print.</returns>
    Task<MeasuredPages?> MeasureAsync(ContentVersion issue, IReadOnlyList<ContentVersion> documents, CancellationToken cancellation);
}

/// <summary>Where documents begin in print, counted in sheets, before the house rule of <see cref="PageNumbering"/>.</summary>
/// <param name="Before">How many pages stand before the first document: the contents, without the cover.</param>
/// <param name="Starts">By the documents' item ids: 1 for the page on which the first document begins.</param>
public sealed record MeasuredPages(int Before, IReadOnlyDictionary<string, int> Starts);
