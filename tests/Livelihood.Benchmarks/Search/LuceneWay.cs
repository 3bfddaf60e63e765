using Livelihood.Search.Domain.Queries;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Livelihood.Benchmarks.Search;

/// <summary>
/// The same documents and queries with Lucene.Net and its own analyser for Chinese: the ten best with their texts, the total
/// and two facets counted from columns in the same pass. It does less than the portal does: one field without weights for
/// titles, no passages, two facets of seven. What the portal's own way is compared with, in the same run.
/// </summary>
internal sealed class LuceneWay : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Text = "text";
    private const string Agency = "agency";
    private const string Year = "year";

    private readonly CJKAnalyzer _analyser = new(Version);
    private readonly MMapDirectory _folder;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly QueryBuilder _builder;

    /// <summary>Opens the index in the folder of the library; makes it first where there is none.</summary>
    public LuceneWay(string folder, int documents)
    {
        _folder = new(Path.Combine(folder, "lucene"));
        if (!DirectoryReader.IndexExists(_folder))
        {
            Fill(documents);
        }

        _reader = DirectoryReader.Open(_folder);
        _searcher = new(_reader);
        _builder = new(_analyser);
    }

    /// <summary>Gives the total; null where the query is none for it (<see cref="OldWay"/>).</summary>
    public long? Search(SearchQuery query)
    {
        if (OldWay.PhrasesOf(query) is not { } phrases)
        {
            return null;
        }

        var all = new BooleanQuery();
        foreach (var phrase in phrases)
        {
            all.Add(_builder.CreatePhraseQuery(Text, phrase), Occur.MUST);
        }

        foreach (var word in query.Excluded)
        {
            all.Add(_builder.CreatePhraseQuery(Text, word.Canonical), Occur.MUST_NOT);
        }

        var best = TopScoreDocCollector.Create(10, docsScoredInOrder: true);
        _searcher.Search(all, MultiCollector.Wrap(best, new Facets()));
        foreach (var found in best.GetTopDocs().ScoreDocs)
        {
            _searcher.Doc(found.Doc).Get(Text);
        }

        return best.TotalHits;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _folder.Dispose();
        _analyser.Dispose();
    }

    private void Fill(int documents)
    {
        using var writer = new IndexWriter(_folder, new(Version, _analyser) { RAMBufferSizeMB = 128 });
        for (var i = 0; i < documents; i++)
        {
            var made = GeneratedDocuments.Make(i);
            writer.AddDocument(
            [
                new TextField(Text, made.Title + '\n' + made.Markdown, Field.Store.YES),
                new NumericDocValuesField(Agency, Array.IndexOf(GeneratedDocuments.Agencies, made.AgencyId)),
                new NumericDocValuesField(Year, made.Date.Year),
            ]);
        }

        writer.ForceMerge(1);
    }

    /// <summary>Counts documents by agency and by year.</summary>
    private sealed class Facets : ICollector
    {
        private readonly int[] _agencies = new int[GeneratedDocuments.Agencies.Length];
        private readonly int[] _years = new int[3_000];
        private NumericDocValues _agency = DocValues.EMPTY_NUMERIC;
        private NumericDocValues _year = DocValues.EMPTY_NUMERIC;

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void Collect(int doc)
        {
            _agencies[_agency.Get(doc)]++;
            _years[_year.Get(doc)]++;
        }

        public void SetNextReader(AtomicReaderContext context)
        {
            _agency = context.AtomicReader.GetNumericDocValues(Agency);
            _year = context.AtomicReader.GetNumericDocValues(Year);
        }
    }
}
