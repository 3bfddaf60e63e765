using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Media;

/// <summary>The way in: by a plain form, over HTTP. What is refused leaves nothing behind.</summary>
public abstract class UploadTests(PortalFixture portal)
{
    private readonly Shelf _shelf = new(portal.Host, portal.DataFolder);

    [Fact]
    public async Task Editor_UploadsSeesDescribesAndDeletesAFile()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var before = await _shelf.CountAsync();

        var list = await _shelf.UploadAsync(editor, "现场照片.png", SampleFiles.Png(600, 300));

        Assert.Contains("已上传 1 个文件", list.VisibleText);
        var details = await list.FollowAsync("main table a");
        Assert.Contains("PNG 图片", details.VisibleText);
        Assert.Contains("600×300像素", details.VisibleText);
        Assert.Contains("没有已发布的内容用到它", details.VisibleText);
        var nothing = await details.SubmitAsync("main form:not(#delete)", new Dictionary<string, string> { ["AlternativeText"] = " " });
        Assert.Contains("请填写替代文字", nothing.Find(".govuk-error-summary").TextContent);
        var described = await nothing.SubmitAsync("main form:not(#delete)", new Dictionary<string, string> { ["AlternativeText"] = "工地全景" });
        Assert.Equal("工地全景", described.Find(".file-preview").GetAttribute("alt"));

        var after = await described.SubmitAsync("#delete");

        Assert.Contains("已删除“现场照片.png”", after.VisibleText);
        Assert.Equal(before, await _shelf.CountAsync());
    }

    [Fact]
    public async Task SameFileTwice_IsOne()
    {
        var first = await _shelf.TakeAsync("两次.pdf", SampleFiles.Pdf("twice"));
        var before = await _shelf.CountAsync();

        var second = await _shelf.TakeAsync("两次.pdf", SampleFiles.Pdf("twice"));
        var elsewhere = await _shelf.TakeAsync("两次.pdf", SampleFiles.Pdf("twice"), "SMX-JYJ");

        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first.Path, elsewhere.Path);
        Assert.Equal((before.Known + 1, before.Kept), await _shelf.CountAsync());
    }

    public static TheoryData<string, byte[], string> BadFiles() => new()
    {
        { "空.pdf", [], "0 字节" },
        { "网页.html", "<html></html>"u8.ToArray(), "网页" },
        { "网页.txt", "<html><script>alert(1)</script>"u8.ToArray(), "HTML" },
        { "图.pdf", SampleFiles.Png(3, 3), "其实是PNG 图片" },
        { "炸弹.zip", SampleFiles.ZipBomb(40), "不合常理" },
        { "宏.docx", SampleFiles.Docx("x", ("word/vbaProject.bin", [1])), "宏" },
        { "大.txt", new byte[51 * 1024 * 1024], "超过 50 MB" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task BadFile_IsRefusedWithItsNameAndAReason_NothingIsKept(string name, byte[] bytes, string reason)
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var before = await _shelf.CountAsync();

        var answer = await _shelf.UploadAsync(editor, name, bytes);

        var said = answer.Find(".govuk-error-summary").TextContent;
        Assert.Contains(name, said);
        Assert.Contains(reason, said);
        Assert.Equal(before, await _shelf.CountAsync());
    }

    [Fact]
    public async Task NoFile_IsAskedFor()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var form = await editor.GetPageAsync(Shelf.Page);

        Assert.Contains("请选择要上传的文件", (await form.SubmitAsync("form[enctype]")).Find(".govuk-error-summary").TextContent);
    }

    [Fact]
    public async Task Library_ShowsTheFilesOfOnesOwnAgencies_Filtered()
    {
        var mine = await _shelf.TakeAsync("筛选用的附件.csv", "a,1"u8.ToArray());
        var theirs = await _shelf.TakeAsync("筛选用的他局附件.csv", "b,2"u8.ToArray(), "SMX-JYJ");
        using var editor = await portal.Host.SignInAsync(Roles.Editor);

        var list = await editor.GetPageAsync(Shelf.Page + "?q=筛选用的&kind=Documents&unused=true");

        Assert.Equal([mine.Name], list.TextsOf("main table a"));
        Assert.Contains("没有符合条件的文件", (await editor.GetPageAsync(Shelf.Page + "?q=筛选用的&kind=Pictures")).VisibleText);
        await editor.GetPageAsync($"{Shelf.Page}/{theirs.Path}", HttpStatusCode.NotFound);
        using var reviewer = await portal.Host.SignInAsync(Roles.Reviewer);
        var read = await reviewer.GetPageAsync($"{Shelf.Page}/{mine.Path}");
        Assert.Empty(read.Document.QuerySelectorAll("main form"));
    }

    [Theory]
    [InlineData(Roles.Handler)]
    [InlineData(Roles.Supervisor)]
    public async Task StaffWithoutContent_DoNotSeeTheLibrary(string role)
    {
        using var person = await portal.Host.SignInAsync(role);

        Assert.Equal("/account/denied", (await person.GetAsync(Shelf.Page)).RequestMessage!.RequestUri!.AbsolutePath);
    }
}

[Trait("Database", "SQLite")]
public sealed class UploadTestsOnSqlite(SqlitePortal portal) : UploadTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class UploadTestsOnPostgres(PostgresPortal portal) : UploadTests(portal), IClassFixture<PostgresPortal>;
