using System.Net;
using System.Text;
using Livelihood.Content.Items;
using Livelihood.Formats.Pdf;
using Livelihood.Formats.Word;
using Livelihood.IntegrationTests.Editing;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Files;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Writing;

/// <summary>Items as Word and PDF files: for everybody once they are published, for staff before.</summary>
public abstract class ExportTests(PortalFixture portal)
{
    private const string Body = "各单位：\n\n请做好防汛[^1]，见[公报](/gazettes/2019/6)。\n\n## 一、检查\n\n| 项目 | 数量 |\n| --- | --- |\n| 堤段 | 3 |\n\n甲市水务局\n\n2020年5月6日\n\n[^1]: 逐处检查。";

    private static string PublicAddress(string id, string kind) => $"/documents/export/{id}.{kind}";

    private static string StaffAddress(string id, string kind) => $"/console/content/{id}/export.{kind}";

    private async Task<ContentVersion> PublishedAsync()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("关于防汛的通知", Body);
        await desk.PublishAsync(draft.ItemId);
        return draft;
    }

    [Fact]
    public async Task PublishedItem_IsOfferedAndComesAsWord()
    {
        var item = await PublishedAsync();
        using var visitor = portal.NewVisitor();

        var page = await visitor.GetPageAsync(item.Item.Path);
        var link = page.Find(".page-actions a[href$='.docx']");
        var answer = await visitor.GetAsync(link.GetAttribute("href")!);

        Assert.Equal(WordDocumentWriter.ContentType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("关于防汛的通知.docx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var read = WordDocumentReader.Read(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("关于防汛的通知", read.Title);
        Assert.Contains("| 堤段 | 3 |", read.Markdown);
        Assert.Contains("[^1]: 逐处检查。", read.Markdown);
    }

    [Fact]
    public async Task PublishedItem_ComesAsTaggedPdf_PrintedOnce()
    {
        Assert.SkipUnless(portal.Services.GetRequiredService<IPdfPrinter>().Availability.IsAvailable, "There is no Chromium on PATH.");
        var item = await PublishedAsync();
        using var visitor = portal.NewVisitor();

        var first = await visitor.GetAsync(PublicAddress(item.ItemId, "pdf"));
        var pdf = await first.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("application/pdf", first.Content.Headers.ContentType!.MediaType);
        var raw = Encoding.Latin1.GetString(pdf);
        Assert.Contains("/StructTreeRoot", raw);
        Assert.Contains("/Lang (zh-CN)", raw);
        Assert.Contains("/Outlines", raw);
        Assert.Contains("/FontFile", raw);
        Assert.DoesNotContain("print.invalid", raw);
        var text = await TextOfAsync(pdf);
        Assert.Contains("关于防汛的通知", text);
        Assert.Contains("堤段", text);
        Assert.Matches(@"—\s*1\s*—", text);
        Assert.Equal(pdf, await (await visitor.GetAsync(PublicAddress(item.ItemId, "pdf"))).Content.ReadAsByteArrayAsync());
    }

    private static async Task<string> TextOfAsync(byte[] pdf)
    {
        var tool = BoundedProcess.Find("pdftotext");
        Assert.SkipWhen(tool is null, "There is no pdftotext on PATH.");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "x.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        return Encoding.UTF8.GetString((await new BoundedProcess().RunAsync(tool!, folder.Path, ["-enc", "UTF-8", "-layout", file, "-"])).Output);
    }

    [Fact]
    public async Task Draft_IsForStaffWhoSeeIt_AndNobodyElse()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("未发布的通知", Body);

        Assert.Equal(HttpStatusCode.OK, (await desk.Editor.GetAsync(StaffAddress(draft.ItemId, "docx"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Editor.GetAsync(PublicAddress(draft.ItemId, "docx"))).StatusCode);
        using var stranger = await portal.Host.SignInAsync(Roles.Editor, "SMX-JYJ");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(StaffAddress(draft.ItemId, "docx"))).StatusCode);
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        Assert.Equal(HttpStatusCode.NotFound, (await handler.GetAsync(StaffAddress(draft.ItemId, "pdf"))).StatusCode);
        using var visitor = portal.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(PublicAddress(draft.ItemId, "docx"))).StatusCode);
        Assert.Equal("/account/sign-in", (await visitor.GetAsync(StaffAddress(draft.ItemId, "docx"))).RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task AfterANewDraft_ThePublicGetsThePublishedVersion_AndStaffTheNewOne()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("第一版的通知", "旧文字。");
        await desk.PublishAsync(item.ItemId);
        await desk.SaveAsync(item.ItemId, "第二版的通知", "新文字。");
        using var visitor = portal.NewVisitor();

        Assert.Equal("旧文字。\n", await MarkdownAsync(visitor, PublicAddress(item.ItemId, "docx")));
        Assert.Equal("新文字。\n", await MarkdownAsync(desk.Editor, StaffAddress(item.ItemId, "docx")));
    }

    private static async Task<string> MarkdownAsync(PortalVisitor who, string address) =>
        WordDocumentReader.Read(await (await who.GetAsync(address)).Content.ReadAsByteArrayAsync()).Markdown;

    [Fact]
    public async Task WithdrawnItem_AndOtherKinds_AreNotFound()
    {
        using var visitor = portal.NewVisitor();
        var item = await PublishedAsync();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(PublicAddress(item.ItemId, "docx"))).StatusCode);
        await portal.Host.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IContentStore>().WithdrawAsync(item.ItemId, "测试");
            return 0;
        });

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(PublicAddress(item.ItemId, "docx"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(PublicAddress(item.ItemId, "exe"))).StatusCode);
    }
}

[Trait("Database", "SQLite")]
public sealed class ExportTestsOnSqlite(SqlitePortal portal) : ExportTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ExportTestsOnPostgres(PostgresPortal portal) : ExportTests(portal), IClassFixture<PostgresPortal>;
