using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Formats.Word;
using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Edition;
using Livelihood.Gazettes.Edition.Printing;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Issues;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes;

/// <summary>From publication to the files that readers, staff and archives get.</summary>
public abstract class EditionTests(PortalFixture portal)
{
    private Press Press => new(portal.Host);

    private void NeedChromium() => Assert.SkipUnless(
        portal.Services.GetRequiredService<IssuePrinter>().Availability.IsAvailable, "There is no Chromium on PATH.");

    [Fact]
    public async Task PublishedIssue_IsMadeOnce_AndOfferedWithItsFiles()
    {
        NeedChromium();
        var issue = await Press.ImportAsync(41);
        using var visitor = portal.NewVisitor();
        Assert.Contains("正在制作", (await visitor.GetPageAsync(PrintedIssueText.AddressOf(41))).VisibleText);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(PrintedIssueText.AddressOf(41) + "/edition.pdf")).StatusCode);

        await Press.RunAsync();

        var edition = Assert.Single(await Press.EditionsAsync(issue.IssueId));
        Assert.Equal((EditionState.Done, 1, 2), (edition.State, edition.Attempts, edition.Entries.Count));
        Assert.Equal([1, 2], edition.Entries.OrderBy(e => e.Order).Select(e => e.Page!.Value));
        var links = (await visitor.GetPageAsync(PrintedIssueText.AddressOf(41))).Document.QuerySelectorAll("section[aria-labelledby=issue-edition] a").ToList();
        Assert.Equal(3, links.Count);
        var pdf = await visitor.GetAsync(links[0].GetAttribute("href")!);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Equal("三门峡市人民政府公报2022年第41号.pdf", pdf.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Contains("immutable", pdf.Headers.CacheControl!.ToString());
        Assert.Equal(edition.PdfHash, Convert.ToHexStringLower(SHA256.HashData(await pdf.Content.ReadAsByteArrayAsync())));
        var word = WordDocumentReader.Read(await (await visitor.GetAsync(links[1].GetAttribute("href")!)).Content.ReadAsByteArrayAsync());
        Assert.Contains("四月开工", word.Markdown);

        await Press.AskAllAsync();
        await Press.RunAsync();
        Assert.Equal(edition.Id, Assert.Single(await Press.EditionsAsync(issue.IssueId)).Id);
    }

    [Fact]
    [Trait("rule", "R-24")]
    public async Task Download_KnowsItsTag_LeadsFromTheShortAddress_AndKnowsNoOther()
    {
        NeedChromium();
        var issue = await Press.ImportAsync(42);
        await Press.RunAsync();
        var edition = Assert.Single(await Press.EditionsAsync(issue.IssueId));
        using var visitor = portal.NewVisitor();

        var led = await visitor.GetAsync(PrintedIssueText.AddressOf(42) + "/edition.zip");
        Assert.EndsWith($"/edition-{edition.ArchiveHash![..16]}.zip", led.RequestMessage!.RequestUri!.AbsolutePath);
        using var asked = new HttpRequestMessage(HttpMethod.Get, led.RequestMessage.RequestUri);
        asked.Headers.TryAddWithoutValidation("If-None-Match", $"\"{edition.ArchiveHash}\"");
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.SendRawAsync(asked)).StatusCode);
        using var part = new HttpRequestMessage(HttpMethod.Get, led.RequestMessage.RequestUri);
        part.Headers.TryAddWithoutValidation("Range", "bytes=0-3");
        var beginning = await visitor.SendRawAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "PK\u0003\u0004"), (beginning.StatusCode, await beginning.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(PrintedIssueText.AddressOf(42) + "/edition-0123456789abcdef.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(PrintedIssueText.AddressOf(42) + "/edition.exe")).StatusCode);
        Assert.Equal("/account/sign-in", (await visitor.GetAsync(StaffPath(42, edition.Id))).RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task Archive_HoldsEveryTextWithItsRecord_AndTheHashesAreTrue()
    {
        NeedChromium();
        await Press.ImportAsync(43);
        await Press.RunAsync();
        using var visitor = portal.NewVisitor();

        using var zip = new ZipArchive(await (await visitor.GetAsync(PrintedIssueText.AddressOf(43) + "/edition.zip")).Content.ReadAsStreamAsync());

        Assert.Equal(
            ["公报.json", "公报.pdf", "文件/001.json", "文件/001.md", "文件/001.txt", "文件/002.json", "文件/002.md", "文件/002.txt", "校验值.sha256", "移交清单.csv", "说明.txt"],
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        foreach (var line in (await TextAsync(zip, "校验值.sha256")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (hash, name) = (line[..64], line[66..]);
            await using var content = await zip.GetEntry(name)!.OpenAsync();
            Assert.Equal(hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
        }

        var list = (await TextAsync(zip, "移交清单.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("序号,题名,文号,责任者,成文日期,发布日期,页次,索引号,文件名,SHA-256", list[0].TrimStart('\uFEFF'));
        Assert.StartsWith("1,三门峡市人民政府关于修建城东测试公园的决定,三政〔2022〕986号,三门峡市人民政府,2022-01-05,2022-01-31,1,", list[1]);
        var text = await TextAsync(zip, "文件/001.txt");
        Assert.Contains("公园在城东。\r\n", text);
        Assert.Contains("草地\t3公顷\r\n", text);
        Assert.Contains("\"number\": \"三政〔2022〕986号\"", await TextAsync(zip, "文件/001.json"));
    }

    [Fact]
    public async Task NewVersionOfADocument_MakesANewEdition_AndTheOldOneStaysForStaff()
    {
        NeedChromium();
        var issue = await Press.ImportAsync(44);
        await Press.RunAsync();
        var old = Assert.Single(await Press.EditionsAsync(issue.IssueId));
        await Press.RepublishAsync(issue.Documents[1].ItemId, "请在雨季之前修好每一口测试井。");
        using var visitor = portal.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(LastingPath(44, old.PdfHash!))).StatusCode);

        await Press.RunAsync();

        var editions = await Press.EditionsAsync(issue.IssueId);
        Assert.Equal(2, editions.Count);
        Assert.NotEqual(editions[0].Key, editions[1].Key);
        using var zip = new ZipArchive(await (await visitor.GetAsync(PrintedIssueText.AddressOf(44) + "/edition.zip")).Content.ReadAsStreamAsync());
        Assert.Contains("修好每一口", await TextAsync(zip, "文件/002.txt"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(LastingPath(44, old.PdfHash!))).StatusCode);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var kept = await editor.GetAsync(StaffPath(44, old.Id));
        Assert.Equal(old.PdfHash, Convert.ToHexStringLower(SHA256.HashData(await kept.Content.ReadAsByteArrayAsync())));
        using var stranger = await portal.Host.SignInAsync(Roles.Editor, "SMX-JYJ");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(StaffPath(44, old.Id))).StatusCode);
    }

    [Fact]
    public async Task WithdrawnDocument_TakesTheEditionAway_AndTheNextOneIsWithoutIt()
    {
        NeedChromium();
        var issue = await Press.ImportAsync(45);
        await Press.RunAsync();
        await Press.WithdrawAsync(issue.Documents[0].ItemId);
        using var visitor = portal.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(PrintedIssueText.AddressOf(45) + "/edition.pdf")).StatusCode);

        await Press.RunAsync();

        using var zip = new ZipArchive(await (await visitor.GetAsync(PrintedIssueText.AddressOf(45) + "/edition.zip")).Content.ReadAsStreamAsync());
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("文件/002", StringComparison.Ordinal));
        Assert.DoesNotContain("测试公园", await TextAsync(zip, "文件/001.txt"));
        await Press.WithdrawAsync(issue.IssueId);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(PrintedIssueText.AddressOf(45) + "/edition.zip")).StatusCode);
    }

    [Fact]
    public async Task Console_TellsTheState_HasAProof_AndMakesItAgain()
    {
        NeedChromium();
        var issue = await Press.ImportAsync(46, publish: false);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var page = await editor.GetPageAsync("/console" + PrintedIssueText.AddressOf(46) + "/edition");
        Assert.Contains("发布后自动制作", page.VisibleText);
        var proof = await editor.GetAsync(page.Find("a[href$='proof.pdf']").GetAttribute("href")!);
        Assert.Equal("%PDF", Encoding.ASCII.GetString((await proof.Content.ReadAsByteArrayAsync())[..4]));
        Assert.True(proof.Headers.CacheControl!.NoStore);
        using var stranger = await portal.Host.SignInAsync(Roles.Editor, "SMX-JYJ");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/console" + PrintedIssueText.AddressOf(46) + "/proof.pdf")).StatusCode);
        await stranger.GetPageAsync("/console" + PrintedIssueText.AddressOf(46) + "/edition", HttpStatusCode.NotFound);
        Assert.Empty(await Press.EditionsAsync(issue.IssueId));

        await Press.ImportAsync(46);
        Assert.Contains("等待制作", (await editor.GetPageAsync(page.Address.AbsolutePath)).VisibleText);
        await Press.RunAsync();
        var done = await editor.GetPageAsync(page.Address.AbsolutePath);
        Assert.Contains("公众下载的", done.VisibleText);
        var asked = await done.SubmitAsync("main form");
        Assert.Contains("已经列入制作", asked.VisibleText);
        await Press.RunAsync();

        Assert.Equal([1, 2], (await Press.EditionsAsync(issue.IssueId)).Select(e => e.Round).Order());
        Assert.Equal(2, (await editor.GetPageAsync(page.Address.AbsolutePath)).Document.QuerySelectorAll("main tbody tr").Length);
        var audited = await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
            .Where(e => e.SubjectId == issue.IssueId && e.Action.StartsWith("gazette.edition.")).Select(e => e.Action).ToListAsync());
        Assert.Equal(["gazette.edition.made", "gazette.edition.made", "gazette.edition.requested"], audited.Order());
    }

    [Fact]
    public async Task PagesOfADraft_AreThoseOfTheEditionLater()
    {
        NeedChromium();
        var issue = await Press.ImportAsync(47, publish: false);
        var measured = await portal.Host.InScopeAsync(async services =>
        {
            var version = (await services.GetRequiredService<IContentStore>().LatestAsync(issue.IssueId))!;
            var documents = await services.GetRequiredService<IssueDocuments>().InOrderAsync(version.Part<GazetteIssuePart>()!);
            return await services.GetRequiredService<IIssuePages>().MeasureAsync(version, documents, CancellationToken.None);
        });

        await Press.ImportAsync(47);
        await Press.RunAsync();

        var edition = Assert.Single(await Press.EditionsAsync(issue.IssueId));
        Assert.Equal(1, measured!.Before);
        Assert.Equal(measured.Starts, edition.Entries.ToDictionary(e => e.ItemId, e => e.Page!.Value));
    }

    private static string LastingPath(int number, string hash) => $"{PrintedIssueText.AddressOf(number)}/edition-{hash[..16]}.pdf";

    private static string StaffPath(int number, Guid edition) => $"/console{PrintedIssueText.AddressOf(number)}/edition/{edition:N}.pdf";

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        await using var content = await zip.GetEntry(name)!.OpenAsync();
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync();
    }
}

[Trait("Database", "SQLite")]
public sealed class EditionTestsOnSqlite(SqlitePortal portal) : EditionTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class EditionTestsOnPostgres(PostgresPortal portal) : EditionTests(portal), IClassFixture<PostgresPortal>;
