using System.Text;
using Livelihood.Content.Writing;
using Livelihood.Formats;
using Livelihood.Formats.Pdf;

namespace Livelihood.Gazettes.Edition.Printing;

/// <summary>An issue that was printed.</summary>
/// <param name="Pdf">The file.</param>
/// <param name="Pages">How many sheets the file has, cover and contents included.</param>
/// <param name="PageOf">The number on the page of each document by its place in the issue.</param>
public sealed record IssuePdf(byte[] Pdf, int Pages, IReadOnlyDictionary<int, int> PageOf);

/// <summary>
/// Prints an issue as PDF: once to learn on which page each document begins, and again with these pages in the contents. One
/// issue prints at a time, as a whole issue fills a browser's memory.
/// </summary>
public sealed class IssuePrinter(IPdfPrinter printer, PrintResources resources) : IDisposable
{
    private const int MostPasses = 4;
    private static readonly Uri Nowhere = new("http://print.invalid/");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(3);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Whether this machine can print, and if not, what is missing.</summary>
    public PdfAvailability Availability => printer.Availability;

    /// <summary>Prints an issue.</summary>
    /// <exception cref="PdfUnavailableException">There is no Chromium, it failed, or another issue takes too long.</exception>
    public async Task<IssuePdf> PrintAsync(IssueLayout issue, CancellationToken cancellation = default)
    {
        var (pages, blank) = ((IReadOnlyDictionary<int, int>)new Dictionary<int, int>(), false);
        using var turn = await TurnAsync(cancellation);
        for (var pass = 1; pass <= MostPasses; pass++)
        {
            var (pdf, places) = await PassAsync(issue, pages, blank, cancellation);
            var set = SheetsIn(issue, places);
            var now = set.NumbersIn(issue);
            var needsBlank = set.NeedsBlank(issue, blank);
            if (needsBlank == blank && now.Count == pages.Count && now.All(p => pages.TryGetValue(p.Key, out var page) && page == p.Value))
            {
                return new(pdf, places.Pages, now);
            }

            (pages, blank) = (now, needsBlank);
        }

        throw new PdfUnavailableException("公报的页码几次排版都不一致，PDF没有生成。请把这一期告诉系统管理员。");
    }

    /// <summary>Only learns where the documents begin; it takes half the time.</summary>
    /// <exception cref="PdfUnavailableException">As <see cref="PrintAsync"/>.</exception>
    public async Task<IssueSheets> MeasureAsync(IssueLayout issue, CancellationToken cancellation = default)
    {
        using var turn = await TurnAsync(cancellation);
        return SheetsIn(issue, (await PassAsync(issue, new Dictionary<int, int>(), withBlank: false, cancellation)).Places);
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private static IssueSheets SheetsIn(IssueLayout issue, PdfPlaces places)
    {
        var sheets = issue.Documents.ToDictionary(e => e.Order, e => places.PageOf.TryGetValue(DocumentSheet.IdOf(e.Order), out var page)
            ? page : throw new PdfUnavailableException($"PDF里没有找到“{e.Title}”。请重新制作；还不行，请告诉系统管理员。"));
        var front = sheets.Count > 0 ? sheets.Values.Min() - 1 : places.Pages;
        var contents = places.PageOf.TryGetValue(IssueSheet.ContentsId, out var first) ? front - first + 1 : 0;
        return new(front, contents, sheets.ToDictionary(s => s.Key, s => s.Value - front));
    }

    private async Task<(byte[] Pdf, PdfPlaces Places)> PassAsync(IssueLayout issue, IReadOnlyDictionary<int, int> pages, bool withBlank, CancellationToken cancellation)
    {
        var pictures = issue.Documents.SelectMany(e => e.Document!.Pictures).DistinctBy(p => p.Key).ToDictionary(StringComparer.Ordinal);
        var heads = new PrintResource("text/css; charset=utf-8", Encoding.UTF8.GetBytes(IssueStyles.Of(issue)));
        var page = new PrintPage(
            IssueSheet.Of(issue, pages, withBlank), issue.Portal ?? Nowhere,
            (path, token) => path == IssueStyles.Path ? Task.FromResult<PrintResource?>(heads) : resources.FindAsync(path, pictures, token)) { Patience = Patience };
        var pdf = await printer.PrintAsync(page, cancellation);
        try
        {
            return (pdf, PdfPlaces.Read(pdf));
        }
        catch (InvalidDataException unknown)
        {
            throw new PdfUnavailableException("这个版本的Chromium写出的PDF读不出页码，公报的PDF没有生成。请换一个版本的Chromium。", unknown);
        }
    }

    private async Task<IDisposable> TurnAsync(CancellationToken cancellation) => await _turn.WaitAsync(LongestWait, cancellation)
        ? new Turn(_turn)
        : throw new PdfUnavailableException("另一期公报正在排版，请过几分钟再试。");

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
