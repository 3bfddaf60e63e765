using System.Net;
using AngleSharp.Html.Dom;
using Livelihood.TestSupport;

namespace Livelihood.IntegrationTests.Host;

/// <summary>Follows every link of the portal from the home page, as a search engine would, and notes what is wrong.</summary>
internal sealed class PublicCrawl
{
    private readonly string _prefix;

    /// <summary>Enough for the demonstration's content; a page that links to itself with ever new parameters must not run for ever.</summary>
    private const int MostPages = 400;

    private readonly Queue<(string Path, string From)> _waiting = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, PortalPage> _pages = new(StringComparer.Ordinal);
    private readonly List<(string Path, string Fragment, string From)> _fragments = [];

    private PublicCrawl(string prefix) => _prefix = prefix;

    public int PagesRead => _pages.Count;

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Crawls.</summary>
    /// <param name="visitor">Whose connection is used.</param>
    /// <param name="prefix">The path under which the portal runs; an address outside of it is a fault.</param>
    public static async Task<PublicCrawl> FromHomeAsync(PortalVisitor visitor, string prefix = "")
    {
        var crawl = new PublicCrawl(prefix);
        crawl.Add(prefix + "/", "the address bar");
        while (crawl._pages.Count < MostPages && crawl._waiting.TryDequeue(out var next))
        {
            await crawl.ReadAsync(visitor, next.Path, next.From);
        }

        crawl.CheckFragments();
        return crawl;
    }

    private async Task ReadAsync(PortalVisitor visitor, string path, string from)
    {
        using var response = await visitor.GetAsync(path);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            _faults.Add($"{path} (linked from {from}) answered {(int)response.StatusCode}");
            return;
        }

        if (response.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }

        var page = await visitor.GetPageAsync(path);
        _pages[path] = page;
        _faults.AddRange(PageFaults.Of(page).Select(fault => $"{path}: {fault}"));
        _faults.AddRange(Outside(page).Distinct().Select(address => $"{path}: '{address}' leads out of {_prefix}"));
        foreach (var link in page.Document.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>())
        {
            if (Uri.TryCreate(link.Href, UriKind.Absolute, out var target) && target.Authority == page.Address.Authority)
            {
                Add(target.PathAndQuery, path);
                if (target.Fragment.Length > 1)
                {
                    _fragments.Add((target.PathAndQuery, Uri.UnescapeDataString(target.Fragment[1..]), path));
                }
            }
        }
    }

    private IEnumerable<string> Outside(PortalPage page) =>
        from element in page.Document.All
        from name in new[] { "href", "src", "action" }
        let address = element.GetAttribute(name)
        where address is ['/', ..] && !address.StartsWith(_prefix + "/", StringComparison.Ordinal) && address != _prefix
        select address;

    private void Add(string path, string from)
    {
        if (_seen.Add(path))
        {
            _waiting.Enqueue((path, from));
        }
    }

    private void CheckFragments()
    {
        foreach (var (path, fragment, from) in _fragments.Distinct())
        {
            if (_pages.TryGetValue(path, out var page) && page.Document.GetElementById(fragment) is null)
            {
                _faults.Add($"{path}#{fragment} (linked from {from}) is not on that page");
            }
        }
    }
}
