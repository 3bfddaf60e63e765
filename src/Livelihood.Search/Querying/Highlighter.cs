using Livelihood.Content.Publication;
using Livelihood.Search.Domain.Passages;
using Livelihood.Search.Domain.Queries;

namespace Livelihood.Search.Querying;

/// <summary>Marks on a document's page what its reader searched for.</summary>
internal sealed class Highlighter(SynonymsInUse synonyms) : IHighlighter
{
    public string MarkHtml(string html, string query) => HtmlMarker.Mark(html, new MarkFinder(synonyms.List.Widen(QueryParser.Parse(query))));
}
