using System.Runtime.InteropServices;

namespace Livelihood.Search.Domain.Suggestions;

/// <summary>Something that may be suggested.</summary>
/// <param name="Text">A title, an agency's name, or a query of others.</param>
/// <param name="Number">The document number, or null.</param>
/// <param name="Document">The document whose title it is, by its number in the index; 0: it is no title.</param>
public sealed record TitleEntry(string Text, string? Number = null, int Document = 0);

/// <summary>What the <see cref="TitleBook"/> suggests: a document, whose title the database knows, or a name.</summary>
/// <param name="Document">The document; 0: it is a name.</param>
/// <param name="Name">The name, as it was entered; null for a document.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TitleMatch(int Document, string? Name);
