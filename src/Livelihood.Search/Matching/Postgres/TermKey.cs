namespace Livelihood.Search.Matching.Postgres;

/// <summary>A term, anywhere or in the title.</summary>
/// <param name="Text">The term.</param>
/// <param name="IsInTitle">Only in the title.</param>
internal readonly record struct TermKey(string Text, bool IsInTitle);
