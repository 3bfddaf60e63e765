using Livelihood.Content.Items;
using Livelihood.Formats;
using Livelihood.Gazettes.Issues;

namespace Livelihood.Gazettes.Edition;

/// <summary>An issue with everything that is printed in it.</summary>
/// <param name="Version">The issue's version.</param>
/// <param name="Issue">Its part.</param>
/// <param name="Layout">What stands in it.</param>
/// <param name="Documents">Its documents in printed order; the first has the place 1.</param>
/// <param name="Key">What it is made of, see <see cref="EditionKey"/>.</param>
public sealed record AssembledIssue(
    ContentVersion Version, GazetteIssuePart Issue, IssueLayout Layout, IReadOnlyList<AssembledDocument> Documents, string Key);

/// <summary>A document of an issue.</summary>
/// <param name="Order">Its place among the documents, from 1.</param>
/// <param name="Section">Its section; empty without.</param>
/// <param name="Entry">Its entry in the contents.</param>
/// <param name="Version">Its version, with the item.</param>
/// <param name="Layout">Its layout.</param>
public sealed record AssembledDocument(int Order, string Section, GazetteEntry Entry, ContentVersion Version, OfficialDocumentLayout Layout);
