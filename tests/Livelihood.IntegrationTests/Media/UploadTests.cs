using System.Net;
using System.Security.Claims;
using Livelihood.Content.Media;
using Livelihood.Content.Media.Library;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
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
    public async Task FormBeyondTheLimit_GetsAPageThatSaysSo()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var form = await editor.GetPageAsync(Shelf.Page);
        var options = portal.Services.GetRequiredService<IOptions<UploadOptions>>().Value;
        var (files, megabytes) = (options.MaxFiles, options.MaxMegabytes);
        (options.MaxFiles, options.MaxMegabytes) = (1, 1);
        try
        {
            var answer = await form.SubmitAsync(
                "form[enctype]",
                new Dictionary<string, string> { ["Files"] = _shelf.Write("太大.txt", new byte[12 * 1024 * 1024]) },
                expected: HttpStatusCode.RequestEntityTooLarge);
            Assert.Contains("提交的文件太大", answer.VisibleText);
        }
        finally
        {
            (options.MaxFiles, options.MaxMegabytes) = (files, megabytes);
        }
    }

    [Fact]
    public async Task FileInput_UploadsWhatIsNew_KeepsWhatWasThere_AndAsksForWords()
    {
        var kept = await _shelf.TakeAsync("旧附件.csv", "a"u8.ToArray());
        var other = await _shelf.TakeAsync("他局的.csv", "c"u8.ToArray(), "SMX-JYJ");
        var person = PersonOf(Permissions.EditContent);
        var form = new FormCollection(
            new Dictionary<string, StringValues>
            {
                ["Part.Files.Paths"] = new([kept.Path, "2020/01/gone/x.pdf", other.Path]),
                ["Part.Files.Texts"] = new(["旧附件", "没有了", "他局"]),
                ["Part.Files.Remove"] = new("2020/01/gone/x.pdf"),
            },
            new FormFileCollection { FileOf("Part.Files.Files", "新图.png", SampleFiles.Png(3, 9)), FileOf("Part.Files.Files", "坏.html", "<html>"u8.ToArray()) });
        var input = new FileInputModel("Part.Files", "附件", null, [], Multiple: true, PicturesOnly: false, StaffAccounts.DefaultAgency, null);

        var result = await portal.Host.InScopeAsync(services => services.GetRequiredService<FileInputReader>().ReadAsync(form, input, person));

        Assert.Equal([kept.Path, other.Path, (await _shelf.FindAsync("新图.png")).Path], result.Chosen.Select(c => c.Path));
        Assert.Equal(["“坏.html”没有上传", "文件“他局的.csv”不在本机关的文件库里", "请填写图片“新图.png”的替代文字"], result.Errors.Select(e => e.Split(['：', '。', '，'])[0]));
        var stranger = await portal.Host.InScopeAsync(services =>
            services.GetRequiredService<FileInputReader>().ReadAsync(form, input, PersonOf(Permissions.PublishContent)));
        Assert.Contains("没有为该机关上传文件的权限", Assert.Single(stranger.Errors));
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

    private static ClaimsPrincipal PersonOf(string permission) =>
        new(new ClaimsIdentity([new Claim(StaffAccess.GrantClaim, $"{permission}|{RoleReach.Own}|{StaffAccounts.DefaultAgency}")]));

    private static FormFile FileOf(string field, string name, byte[] bytes) => new(new MemoryStream(bytes), 0, bytes.Length, field, name);
}

[Trait("Database", "SQLite")]
public sealed class UploadTestsOnSqlite(SqlitePortal portal) : UploadTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class UploadTestsOnPostgres(PostgresPortal portal) : UploadTests(portal), IClassFixture<PostgresPortal>;
