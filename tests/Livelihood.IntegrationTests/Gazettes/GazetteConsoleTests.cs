using System.Net;
using System.Text;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes;

/// <summary>Upload, doubts, publication; and who may do it.</summary>
public abstract class GazetteConsoleTests(PortalFixture portal)
{
    private const string Import = "/console/gazettes/import";
    private const string Draft = "/console/gazettes/2022/1";

    private string Text(string name, byte[] bytes) => PrintedIssueText.FileIn(portal.DataFolder, name, bytes);

    private static async Task<PortalPage> UploadAsync(PortalVisitor visitor, string path)
    {
        var form = await visitor.GetPageAsync(Import);
        return await form.SubmitAsync("main form", new Dictionary<string, string> { ["Files"] = path });
    }

    [Fact]
    public async Task Editor_UploadsInGb18030_SeesTheDoubtWithItsLines_PublisherAcknowledgesAndPublishes()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var file = Text("issue.txt", Encoding.GetEncoding("GB18030").GetBytes(PrintedIssueText.Of(1)));

        var draft = await UploadAsync(editor, file);

        Assert.Equal(Draft, draft.Address.AbsolutePath);
        Assert.Contains("题名不一致", draft.VisibleText);
        Assert.Contains("关于修建城东测试公园的决 1", draft.VisibleText);
        Assert.Contains("三政办〔2022〕903号", draft.VisibleText);
        Assert.Null(draft.Document.QuerySelector("main form"));
        var text = await draft.FollowAsync("main th a");
        Assert.Contains("四月开工", text.VisibleText);

        using var publisher = await portal.Host.SignInAsync(Roles.Publisher);
        var ready = await publisher.GetPageAsync(Draft);
        var unacknowledged = await ready.SubmitAsync("main form");
        Assert.Contains("还有1个未决的疑点", unacknowledged.VisibleText);
        using var visitor = portal.NewVisitor();
        await visitor.GetPageAsync(PrintedIssueText.AddressOf(1), HttpStatusCode.NotFound);

        var done = await unacknowledged.SubmitAsync("main form", new Dictionary<string, string> { ["Acknowledged"] = "true", ["Reason"] = "印本如此" });

        Assert.Contains("已发布2022年第1号，共3项", done.VisibleText);
        Assert.Contains("已核对", done.VisibleText);
        await visitor.GetPageAsync(PrintedIssueText.AddressOf(1));

        var again = await UploadAsync(editor, file);
        Assert.Contains("没有做任何改动", again.VisibleText);
        Assert.Contains("已发布", (await editor.GetPageAsync("/console/gazettes")).VisibleText);
    }

    public static TheoryData<string, byte[], string> WrongFiles() => new()
    {
        { "empty.txt", [], "空的" },
        { "issue.pdf", "%PDF-1.7"u8.ToArray(), "PDF" },
        { "binary.txt", [1, 0, 2, 0], "不是文本" },
        { "letter.txt", "今天天气很好。"u8.ToArray(), "没有认出这是一期公报" },
        { "broken.txt", [0x41, 0xFF, 0xFF, 0xFF], "编码" },
    };

    [Theory]
    [MemberData(nameof(WrongFiles))]
    public async Task WrongFile_IsRefusedWithAReason(string name, byte[] bytes, string reason)
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);

        var answer = await UploadAsync(editor, Text(name, bytes));

        Assert.Equal(Import, answer.Address.AbsolutePath);
        Assert.Contains(reason, answer.Find(".govuk-error-summary").TextContent);
    }

    [Fact]
    public async Task NoFile_IsAskedFor()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var form = await editor.GetPageAsync(Import);

        var answer = await form.SubmitAsync("main form");

        Assert.Contains("请选择一个文件", answer.Find(".govuk-error-summary").TextContent);
    }

    [Theory]
    [InlineData("/console/gazettes")]
    [InlineData(Import)]
    [InlineData("/console/gazettes/2019/6")]
    [InlineData("/console/gazettes/2019/6/30rm5fz7633cfktse5vs1syc1w")]
    public async Task EveryPage_IsForStaffWithContentOnly(string address)
    {
        using var visitor = portal.NewVisitor();
        Assert.Equal("/account/sign-in", (await visitor.GetPageAsync(address)).Address.AbsolutePath);
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        Assert.Equal("/account/denied", (await handler.GetAsync(address)).RequestMessage!.RequestUri!.AbsolutePath);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        Assert.Equal(address, (await editor.GetPageAsync(address)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Publisher_MayNotImport_AndEditorOfAnotherAgencyMayNotEither()
    {
        using var publisher = await portal.Host.SignInAsync(Roles.Publisher);
        Assert.Equal("/account/denied", (await publisher.GetAsync(Import)).RequestMessage!.RequestUri!.AbsolutePath);

        using var stranger = await portal.Host.SignInAsync(Roles.Editor, "SMX-JYJ");
        var answer = await UploadAsync(stranger, Text("other.txt", PrintedIssueText.BytesOf(2)));
        Assert.Contains("没有为该机关编写内容的权限", answer.Find(".govuk-error-summary").TextContent);
    }
}

[Trait("Database", "SQLite")]
public sealed class GazetteConsoleTestsOnSqlite(SqlitePortal portal) : GazetteConsoleTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class GazetteConsoleTestsOnPostgres(PostgresPortal portal) : GazetteConsoleTests(portal), IClassFixture<PostgresPortal>;
