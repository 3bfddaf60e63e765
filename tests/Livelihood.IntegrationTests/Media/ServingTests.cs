using System.Net;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Media;

/// <summary>The way out: who gets a file, and how.</summary>
public abstract class ServingTests(PortalFixture portal)
{
    private readonly Shelf _shelf = new(portal.Host, portal.DataFolder);

    [Fact]
    public async Task File_FollowsItsItem_FromDraftToPublishedToWithdrawn()
    {
        var file = await _shelf.TakeAsync("随内容.pdf", SampleFiles.Pdf("follows"));
        var item = await _shelf.WriteItemAsync("有附件的公告", publish: false, new FilesPart { Files = [new(file.Path, "附件一")] });
        using var visitor = portal.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Shelf.Url(file))).StatusCode);

        await _shelf.PublishAsync(item);
        using var open = await visitor.GetAsync(Shelf.Url(file));
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.True(open.Headers.CacheControl!.Public && open.Headers.CacheControl.NoCache);

        await _shelf.WithdrawAsync(item);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Shelf.Url(file))).StatusCode);
    }

    [Theory]
    [InlineData(Roles.Editor, StaffAccounts.DefaultAgency, true)]
    [InlineData(Roles.Reviewer, StaffAccounts.DefaultAgency, true)]
    [InlineData(Roles.Publisher, StaffAccounts.DefaultAgency, true)]
    [InlineData(Roles.Handler, StaffAccounts.DefaultAgency, false)]
    [InlineData(Roles.Head, StaffAccounts.DefaultAgency, false)]
    [InlineData(Roles.Editor, "SMX-JYJ", false)]
    [InlineData(Roles.Publisher, "SMX-JYJ", false)]
    public async Task UnpublishedFile_IsForStaffWhoSeeItsAgencysDrafts(string role, string agency, bool opens)
    {
        var file = await _shelf.TakeAsync("未公开.pdf", SampleFiles.Pdf("draft"));
        using var person = await portal.Host.SignInAsync(role, agency);

        using var answer = await person.GetAsync(Shelf.Url(file));

        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(!opens || (answer.Headers.CacheControl!.Private && answer.Headers.CacheControl.NoStore));
    }

    [Fact]
    public async Task File_IsServedUnderItsName_InASandbox_AndInRanges()
    {
        var file = await _shelf.TakeAsync("说明 文件.docx", SampleFiles.Docx("内容"));
        await _shelf.WriteItemAsync("可下载", publish: true, new FilesPart { Files = [new(file.Path, "说明")] });
        using var visitor = portal.NewVisitor();

        using var answer = await visitor.GetAsync(Shelf.Url(file));

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("说明 文件.docx", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal($"\"{file.FileHash}\"", answer.Headers.ETag!.Tag);
        Assert.Equal("bytes", Assert.Single(answer.Headers.AcceptRanges));
        using var picture = await visitor.GetAsync(Shelf.Url(await PublishedPictureAsync()));
        Assert.Equal("inline", picture.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Picture_LosesThePlace_AndIsShownWithWordsAndSize()
    {
        var file = await _shelf.TakeAsync("现场.jpg", SampleFiles.JpegWithPlace());
        await _shelf.WriteItemAsync("有图", publish: true, new AutoroutePart("files/with-picture"), new MarkdownBodyPart($"![开工](/media/{Uri.EscapeDataString(file.Path).Replace("%2F", "/", StringComparison.Ordinal)})"));
        using var visitor = portal.NewVisitor();

        var bytes = await (await visitor.GetAsync(Shelf.Url(file))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(SampleFiles.Place, bytes, StringComparison.Ordinal);
        Assert.Equal((8, 16), (file.Width, file.Height));
    }

    [Fact]
    public async Task ItemPage_ListsAttachments_AndSearchFindsItByTheirWords()
    {
        var file = await _shelf.TakeAsync("drainage.pdf", SampleFiles.Pdf("Zhonghe drainage renewal ledger"));
        var late = await _shelf.TakeAsync("清单.docx", SampleFiles.Docx("老旧管网改造明细台账"));
        await _shelf.ReadTextAsync(file);
        await _shelf.WriteItemAsync(
            "附件公告", publish: true, new AutoroutePart("files/attachments"), new FilesPart { Files = [new(file.Path, "排水资料"), new(late.Path, "项目清单")] });
        using var visitor = portal.NewVisitor();

        var page = await visitor.GetPageAsync("/files/attachments");

        Assert.Equal(["排水资料", "项目清单"], page.TextsOf(".attachment__link"));
        Assert.Contains("PDF 文件", page.VisibleText);
        Assert.Contains("附件公告", (await visitor.GetPageAsync("/search?q=drainage")).VisibleText);
        // The text of the second file comes after the publication.
        await _shelf.ReadTextAsync(late);
        var found = await visitor.GetPageAsync("/search?q=管网改造明细台账");
        Assert.Contains("附件公告", found.VisibleText);
        Assert.Contains("附件：项目清单", found.VisibleText);
    }

    [Fact]
    public async Task Publication_IsRefused_WhereAPictureHasNoWords_OrAFileIsMissingOrAnothers()
    {
        var picture = await _shelf.TakeAsync("无字.png", SampleFiles.Png(4, 4));
        var other = await _shelf.TakeAsync("他局.csv", "x"u8.ToArray(), "SMX-JYJ");

        Assert.Contains("没有替代文字", await RefusalAsync(new MarkdownBodyPart($"![](/media/{picture.Path})")));
        Assert.Contains("属于其他机关", await RefusalAsync(new FilesPart { Files = [new(other.Path, "x")] }));
        Assert.Contains("不存在", await RefusalAsync(new FilesPart { Files = [new("2020/01/none.pdf", "x")] }));
    }

    private async Task<string> RefusalAsync(object part)
    {
        var item = await _shelf.WriteItemAsync("有问题的公告", publish: false, part);
        return (await Assert.ThrowsAsync<ContentRefusedException>(() => _shelf.PublishAsync(item))).Message;
    }

    private async Task<MediaFile> PublishedPictureAsync()
    {
        var picture = await _shelf.TakeAsync("公开的图.png", SampleFiles.Png(4, 4));
        await _shelf.WriteItemAsync("公开的图", publish: true, new MarkdownBodyPart($"![红色方块](/media/{picture.Path})"));
        return picture;
    }
}

[Trait("Database", "SQLite")]
public sealed class ServingTestsOnSqlite(SqlitePortal portal) : ServingTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ServingTestsOnPostgres(PostgresPortal portal) : ServingTests(portal), IClassFixture<PostgresPortal>;
