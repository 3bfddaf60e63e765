using System.Net;
using System.Text.Json;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Writing;

/// <summary>What the editor's script asks of the portal.</summary>
public abstract class WritingEndpointTests(PortalFixture portal)
{
    private const string Form = "/console/gazettes/import";
    private const string Preview = "/console/content/markdown-preview";
    private const string Paste = "/console/content/paste";

    [Fact]
    public async Task Preview_IsTheTextAsThePageWillShowIt()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);

        var answer = await editor.PostAsync(Preview, new Dictionary<string, string> { ["markdown"] = "## 一、总则\n\n<script>x</script>" }, Form);

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<h2 id=\"一、总则\">一、总则</h2>", html);
        Assert.DoesNotContain("<script>", html);
    }

    [Fact]
    public async Task Paste_BecomesMarkdown_WithWhatWasLeftOut()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);

        var answer = await editor.PostAsync(
            Paste, new Dictionary<string, string> { ["html"] = "<h2>目标</h2><p><b>甲</b><img src=x></p>", ["notes"] = "0" }, Form);

        var pasted = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("### 目标\n\n**甲**\n", pasted.GetProperty("markdown").GetString());
        Assert.Contains("图片", pasted.GetProperty("notices")[0].GetString());
    }

    [Fact]
    public async Task Paste_ThatCannotBeRead_SaysWhy()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);

        var answer = await editor.PostAsync(
            Paste, new Dictionary<string, string> { ["html"] = string.Concat(Enumerable.Repeat("<div>", 1_000)) }, Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("嵌套", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("notices")[0].GetString());
    }

    [Theory]
    [InlineData(Preview)]
    [InlineData(Paste)]
    public async Task WithoutTheToken_OrTheRight_NothingIsAnswered(string address)
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync(address, new Dictionary<string, string>())).StatusCode);

        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        Assert.Equal("/account/denied", (await handler.PostAsync(address, new Dictionary<string, string>())).RequestMessage!.RequestUri!.AbsolutePath);

        using var visitor = portal.NewVisitor();
        Assert.Equal("/account/sign-in", (await visitor.PostAsync(address, new Dictionary<string, string>())).RequestMessage!.RequestUri!.AbsolutePath);
    }
}

[Trait("Database", "SQLite")]
public sealed class WritingEndpointTestsOnSqlite(SqlitePortal portal) : WritingEndpointTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class WritingEndpointTestsOnPostgres(PostgresPortal portal) : WritingEndpointTests(portal), IClassFixture<PostgresPortal>;
