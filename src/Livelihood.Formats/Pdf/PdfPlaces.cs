using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Livelihood.Formats.Pdf;

/// <summary>On which pages the places of a PDF lie that links in it lead to.</summary>
/// <param name="Pages">How many pages the file has.</param>
/// <param name="PageOf">The page of each place, from 1, by the id that it has in the page that was printed.</param>
public sealed partial record PdfPlaces(int Pages, IReadOnlyDictionary<string, int> PageOf)
{
    private const int MostPages = 20_000;
    private const int DeepestTree = 20;

    /// <summary>
    /// Reads them from a file that Chromium printed: PDF 1.4 with a plain cross-reference table, whose structure is not
    /// compressed. No other PDF is understood.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is not built so.</exception>
    public static PdfPlaces Read(byte[] pdf)
    {
        var file = new Objects(pdf);
        var catalog = file.Catalog();
        var pages = new List<int>();
        Walk(file, Reference(PagesEntry(), catalog) ?? throw Unknown("no pages"), 0, pages);
        var numbers = pages.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i + 1);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        if (Reference(PlacesEntry(), catalog) is { } destinations)
        {
            foreach (Match place in Place().Matches(file.Text(destinations)))
            {
                if (numbers.TryGetValue(Number(place.Groups["page"].Value), out var page))
                {
                    places[Name(place.Groups["name"].Value)] = page;
                }
            }
        }

        return new(pages.Count, places);
    }

    private static void Walk(Objects file, int node, int depth, List<int> pages)
    {
        var text = file.Text(node);
        if (Kids().Match(text) is not { Success: true } kids)
        {
            pages.Add(node);
            return;
        }

        foreach (Match kid in Pointer().Matches(kids.Groups["kids"].Value))
        {
            if (pages.Count > MostPages || depth > DeepestTree)
            {
                throw Unknown("too many pages");
            }

            Walk(file, Number(kid.Groups["id"].Value), depth + 1, pages);
        }
    }

    private static int? Reference(Regex entry, string text) => entry.Match(text) is { Success: true } found ? Number(found.Groups["id"].Value) : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>A name's bytes are UTF-8; those outside ASCII are written #E5.</summary>
    private static string Name(string written)
    {
        var bytes = new List<byte>(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '#' && i + 2 < written.Length && byte.TryParse(written.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)written[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static InvalidDataException Unknown(string what) => new($"This is not a PDF as Chromium prints it: {what}.");

    [GeneratedRegex(@"/Pages (?<id>\d+) 0 R")]
    private static partial Regex PagesEntry();

    [GeneratedRegex(@"/Dests (?<id>\d+) 0 R")]
    private static partial Regex PlacesEntry();

    [GeneratedRegex(@"/Root (?<id>\d+) 0 R")]
    private static partial Regex RootEntry();

    [GeneratedRegex(@"/Kids\s*\[(?<kids>[^\]]*)\]")]
    private static partial Regex Kids();

    [GeneratedRegex(@"(?<id>\d+) 0 R")]
    private static partial Regex Pointer();

    [GeneratedRegex(@"/(?<name>[^\s/\[\]<>()]+)\s*\[(?<page>\d+) 0 R\s*/XYZ")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?<offset>\d{10}) \d{5} [nf]", RegexOptions.Multiline)]
    private static partial Regex TableLine();

    /// <summary>The file's objects by their numbers, through its cross-reference table.</summary>
    private sealed class Objects
    {
        private readonly string _file;
        private readonly List<int> _offsets;
        private readonly string _trailer;

        public Objects(byte[] pdf)
        {
            _file = Encoding.Latin1.GetString(pdf);
            var mark = _file.LastIndexOf("startxref", StringComparison.Ordinal);
            if (!_file.StartsWith("%PDF-", StringComparison.Ordinal) || mark < 0
                || !int.TryParse(_file.AsSpan(mark + 9, Math.Min(12, _file.Length - mark - 9)).ToString().Trim().Split('\n')[0], CultureInfo.InvariantCulture, out var table)
                || table < 0 || table >= mark || !_file.AsSpan(table).StartsWith("xref", StringComparison.Ordinal))
            {
                throw Unknown("no table of objects");
            }

            var trailer = _file.IndexOf("trailer", table, StringComparison.Ordinal);
            if (trailer < 0)
            {
                throw Unknown("no trailer");
            }

            _trailer = _file[trailer..mark];
            _offsets = [.. TableLine().Matches(_file[table..trailer]).Select(line => Number(line.Groups["offset"].Value.TrimStart('0') is { Length: > 0 } digits ? digits : "0"))];
        }

        public string Catalog() => Text(Reference(RootEntry(), _trailer) ?? throw Unknown("no catalogue"));

        public string Text(int id)
        {
            var from = id > 0 && id < _offsets.Count ? _offsets[id] : 0;
            var to = from > 0 && from < _file.Length ? _file.IndexOf("endobj", from, StringComparison.Ordinal) : -1;
            return to > from ? _file[from..to] : throw Unknown($"no object {id}");
        }
    }
}
