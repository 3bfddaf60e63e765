using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Letters;
using Livelihood.Formats.Word;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>Looks letters up, in pages, files and rows.</summary>
internal static partial class LetterBook
{
    /// <summary>The letters that a page lists: name and address.</summary>
    public static IReadOnlyDictionary<string, string> Of(PortalPage page) => page.Document.QuerySelectorAll("#letters li > a[href*='/letters/']:not([type]):not([href*=write])")
        .OfType<IHtmlAnchorElement>().GroupBy(link => link.TextContent).ToDictionary(links => links.Key, links => new Uri(links.Last().Href).AbsolutePath);

    /// <summary>The text of a letter's Word file.</summary>
    public static async Task<string> WordAsync(PortalVisitor reader, string address)
    {
        using var answer = await reader.GetAsync(address + ".docx");
        Assert.Equal(WordDocumentWriter.ContentType, answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return WordDocumentReader.Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Markdown.Replace("\\", "", StringComparison.Ordinal);
    }

    /// <summary>The rows of a request's letters, with their encrypted texts.</summary>
    public static Task<List<(LetterRow Row, string Protected)>> RowsAsync(PortalFixture portal, string number) => portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var rows = await (from letter in db.Set<LetterRow>()
                          join request in db.Set<DisclosureRequest>() on letter.RequestId equals request.Id
                          join text in db.Set<LetterTextRow>() on letter.Id equals text.LetterId
                          where request.Number == number
                          orderby letter.Sequence, letter.MadeUtc, letter.Kind
                          select new { letter, text.Protected }).ToListAsync(TestContext.Current.CancellationToken);
        return rows.Select(row => (row.letter, row.Protected)).ToList();
    });

    /// <summary>The serials of an agency's letters in 2026.</summary>
    public static async Task<List<int>> SerialsAsync(PortalFixture portal, string agency) => [.. (await portal.Host.InScopeAsync(services =>
        services.GetRequiredService<PortalDbContext>().Set<LetterRow>().Where(row => row.AgencyId == agency && row.Number != null).Select(row => row.Number!)
            .ToListAsync(TestContext.Current.CancellationToken))).Select(number => int.Parse(Serial().Match(number).Groups["serial"].Value)).Order()];

    [GeneratedRegex("公开〔2026〕(?<serial>[0-9]+)号$", RegexOptions.ExplicitCapture)]
    private static partial Regex Serial();
}
