using Livelihood.Content.Documents;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>A document that may answer a query, with what decides its place among the others.</summary>
/// <param name="Id">The document's row in the index.</param>
/// <param name="Title">The title, canonical.</param>
/// <param name="Headings">All headings, canonical.</param>
/// <param name="Text">Headings and text, canonical.</param>
/// <param name="Date">The date by which documents are ordered: formed, else published.</param>
/// <param name="IsInForce">False when the document was repealed or has expired.</param>
/// <param name="Number">Its own document number, or null.</param>
public sealed record Candidate(
    long Id, string Title, string Headings, string Text, DateOnly Date, bool IsInForce, DocumentNumber? Number);

/// <summary>A candidate in its place.</summary>
/// <param name="Candidate">The document.</param>
/// <param name="HasNumber">Its own number is the one that was asked for.</param>
/// <param name="Score">Higher is better; comparable within one query only.</param>
public sealed record Ranked(Candidate Candidate, bool HasNumber, double Score);
