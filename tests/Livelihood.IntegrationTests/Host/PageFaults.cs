using Livelihood.TestSupport;

namespace Livelihood.IntegrationTests.Host;

/// <summary>What is wrong with a page that any page must get right: headers, structure, nothing inline.</summary>
internal static class PageFaults
{
    public static IReadOnlyList<string> Of(PortalPage page) => [.. Headers(page).Concat(Structure(page)).Concat(Inline(page))];

    private static IEnumerable<string> Headers(PortalPage page)
    {
        var policy = Header(page, "Content-Security-Policy")
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(d => d.Split(' ')[0], d => d.Split(' ').Skip(1).ToArray(), StringComparer.Ordinal);
        foreach (var (directive, sources) in policy)
        {
            if (sources.Any(s => s is "*" or "'unsafe-inline'" or "'unsafe-eval'" or "http:" or "https:"))
            {
                yield return $"the content security policy is lax: {directive} {string.Join(' ', sources)}";
            }
        }

        foreach (var (directive, wanted) in new[]
            { ("default-src", "'none'"), ("script-src", "'self'"), ("style-src", "'self'"), ("frame-ancestors", "'none'"), ("base-uri", "'none'"), ("form-action", "'self'") })
        {
            if (!policy.TryGetValue(directive, out var sources) || sources is not [var only] || only != wanted)
            {
                yield return $"the content security policy does not say {directive} {wanted}";
            }
        }

        if (Header(page, "X-Content-Type-Options") != "nosniff")
        {
            yield return "X-Content-Type-Options is not nosniff";
        }

        if (Header(page, "Referrer-Policy") is not ("same-origin" or "no-referrer" or "strict-origin-when-cross-origin"))
        {
            yield return $"Referrer-Policy is '{Header(page, "Referrer-Policy")}'";
        }

        if (page.Headers.Contains("Server"))
        {
            yield return "the Server header tells what runs here";
        }
    }

    private static IEnumerable<string> Structure(PortalPage page)
    {
        var document = page.Document;
        if (document.DocumentElement.GetAttribute("lang") != "zh-CN")
        {
            yield return "the language is not zh-CN";
        }

        if (string.IsNullOrWhiteSpace(document.Title))
        {
            yield return "there is no title";
        }

        if (document.QuerySelectorAll("h1").Length != 1)
        {
            yield return $"there are {document.QuerySelectorAll("h1").Length} first-level headings";
        }

        foreach (var id in document.QuerySelectorAll("[id]").GroupBy(e => e.Id!, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"the id '{id.Key}' stands {id.Count()} times";
        }
    }

    // JSON-LD is data: no browser executes it, and the content security policy does not ask about it.
    private static IEnumerable<string> Inline(PortalPage page) =>
        page.Document.QuerySelectorAll("[style], style, script:not([src]):not([type='application/ld+json'])")
            .Select(e => $"inline style or script: {Shorten(e.OuterHtml)}")
            .Concat(page.Document.All
                .SelectMany(e => e.Attributes.Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).Select(a => $"inline handler {a.Name} on {e.LocalName}")));

    private static string Header(PortalPage page, string name) =>
        page.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    private static string Shorten(string html) => html.Length <= 120 ? html : html[..120] + "…";
}
