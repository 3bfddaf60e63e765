using System.Text;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Editing;

public abstract class ImportTests(PortalFixture portal)
{
    private const string Text = """
        关于做好汛期河道巡查的通知
        三政办〔2026〕41号
        各县（市、区）人民政府：
        一、总体要求
        按照职责分工，加强巡查。
        二、工作安排
        每周至少巡查一次，发现问题及时处理。
        三门峡市人民政府办公室
        2026年2月27日
        """;

    [Fact]
    public async Task TextFile_FillsTheForm_AndKeepsWhatWasTyped_WithoutSaving()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "通知.txt");
        await File.WriteAllTextAsync(path, Text, Encoding.UTF8);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var form = await editor.GetPageAsync("/console/content/new/OfficialDocument");

        var filled = await form.SubmitAsync(
            "form[data-item-form]",
            new Dictionary<string, string> { ["ImportedFile"] = path, ["DisclosureRecordPart.Abstract"] = "先写好的概述" },
            "button[formaction*='Import']");

        Assert.Contains("还没有保存", filled.VisibleText);
        Assert.Equal("关于做好汛期河道巡查的通知", filled.Find("[name='TitlePart.Title']").GetAttribute("value"));
        Assert.Equal("三政办〔2026〕41号", filled.Find("[name='OfficialDocumentPart.Number']").GetAttribute("value"));
        Assert.Contains("## 一、总体要求", filled.Find("textarea[name='MarkdownBodyPart.Markdown']").TextContent);
        Assert.Contains("先写好的概述", filled.Find("[name='DisclosureRecordPart.Abstract']").TextContent);

        var saved = await filled.SubmitAsync("form[data-item-form]", button: "button[value=save]");
        Assert.EndsWith("/edit", saved.Address.AbsolutePath);
        Assert.Equal("关于做好汛期河道巡查的通知", saved.Find("h1").TextContent);
    }

    [Theory]
    [InlineData("旧格式.doc", "D0CF11E0A1B11AE1", ".docx")]
    [InlineData("空.txt", "", "没有文字")]
    [InlineData("图片.docx", "89504E470D0A1A0A00000000", "")]
    public async Task BadFile_IsRefusedBesideItsField_AndNothingTypedIsLost(string name, string hex, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(path, Convert.FromHexString(hex));
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var form = await editor.GetPageAsync("/console/content/new/Notice");

        var refused = await form.SubmitAsync(
            "form[data-item-form]",
            new Dictionary<string, string> { ["ImportedFile"] = path, ["TitlePart.Title"] = "已经写好的标题" },
            "button[formaction*='Import']");

        Assert.Contains(expected, refused.Find("#import-error").TextContent);
        Assert.NotEmpty(refused.Find("#import-error").TextContent);
        Assert.Equal("已经写好的标题", refused.Find("[name='TitlePart.Title']").GetAttribute("value"));
    }
}

[Trait("Database", "SQLite")]
public sealed class ImportTestsOnSqlite(SqlitePortal portal) : ImportTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ImportTestsOnPostgres(PostgresPortal portal) : ImportTests(portal), IClassFixture<PostgresPortal>;
