using System.IO.Compression;
using System.Net;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Recipes;
using Livelihood.Content.Recipes.Export;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Recipes;

public abstract class RecipeExportTests(PortalFixture portal)
{
    [Fact]
    public async Task Everything_RunElsewhere_IsTheSameContent_AndRunAgain_ChangesNothing()
    {
        await CreateAsync("[js: uuid()]", "[file:text('x')]");
        var zip = await ExportAsync(new RecipeSelection());
        using var folder = new TemporaryFolder();
        await using var database = new SqliteTestDatabase();
        await using var elsewhere = PortalHost.Start(folder.Path, database, settings: new Dictionary<string, string> { ["Portal:SetUpRecipes"] = "setup" });

        await ImportAsync(elsewhere, zip);
        var once = await ContentOfAsync(elsewhere);
        await ImportAsync(elsewhere, zip);

        Assert.Equal(once, await ContentOfAsync(elsewhere));
        var here = await ContentOfAsync(portal.Host);
        Assert.NotEmpty(here);
        Assert.Equal([], here.Except(once));
    }

    [Fact]
    public async Task Drafts_AreLeftOut_UnlessAsked()
    {
        var draft = await portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().CreateAsync(
            new("Notice", "SMX-KJJ", new(new TitlePart("只是草稿"), new MarkdownBodyPart("内容。"), new DisclosureRecordPart()))));

        Assert.DoesNotContain(draft.ItemId, TextOf(await ExportAsync(new() { Type = "Notice" }), "content.recipe.json"));
        Assert.Contains(draft.ItemId, TextOf(await ExportAsync(new() { Type = "Notice", Drafts = true }), "content.recipe.json"));
    }

    [Fact]
    public async Task WhatAnItemPointsTo_ComesAlong()
    {
        var document = await CreateAsync("被解读的文件", "正文。");
        var data = new ContentData(new TitlePart("解读"), new MarkdownBodyPart("解读。"), new DisclosureRecordPart());
        data.Set("PolicyInterpretation", new() { ["Interprets"] = new System.Text.Json.Nodes.JsonObject { ["ContentItemIds"] = new System.Text.Json.Nodes.JsonArray(document) } });
        var interpretation = await portal.Host.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var version = await store.CreateAsync(new("PolicyInterpretation", "SMX-ZFB", data));
            await store.PublishAsync(version.ItemId);
            return version.ItemId;
        });

        var text = TextOf(await ExportAsync(new() { ItemIds = [interpretation] }), "content.recipe.json");

        Assert.True(text.IndexOf(document, StringComparison.Ordinal) < text.IndexOf(interpretation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_IsRefused_WithWhatToDo()
    {
        var refusal = await Assert.ThrowsAsync<ContentRefusedException>(() => ExportAsync(new() { Year = 1950 }));

        Assert.Contains("请放宽条件", refusal.Message);
    }

    [Fact]
    public async Task InTheConsole_ExportGoesOnInTheBackground_AndItsFileIsTheOwnersAlone()
    {
        using var administrator = await portal.Host.SignInAsync(Roles.Administrator);
        var page = await administrator.GetPageAsync("/console/recipes");
        var work = await page.SubmitAsync("form[action*='Export']", new Dictionary<string, string> { ["Type"] = "Page" });
        Assert.StartsWith("/console/long-work/", work.Address.AbsolutePath);

        var done = await administrator.WorkEndsAsync(work.Address.AbsolutePath);

        Assert.Contains("已完成", done.VisibleText);
        var file = ((AngleSharp.Html.Dom.IHtmlAnchorElement)done.Find("a.govuk-button")).Href;
        using var answer = await administrator.GetAsync(file);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await answer.Content.ReadAsByteArrayAsync())[..2]));
        using var other = await portal.Host.SignInAsync(Roles.Administrator);
        using var denied = await other.GetAsync(file);
        Assert.Equal(HttpStatusCode.NotFound, denied.StatusCode);
        Assert.Contains("导出内容", (await administrator.GetPageAsync("/console/long-work")).VisibleText);
    }

    [Theory]
    [InlineData("broken.recipe.json", "{ \"name\": \"x\", \"steps\": [ { \"name\": \"content\", \"data\": [ { \"ContentType\": \"Nothing\" } ] } ] }", "没有内容类型")]
    [InlineData("no.zip", "PK\u0003\u0004 not a zip", "损坏")]
    [InlineData("text.json", "no json at all", "JSON")]
    public async Task Import_OfABadFile_SaysWhatIsWrong_AndChangesNothing(string name, string text, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllTextAsync(path, text);
        using var administrator = await portal.Host.SignInAsync(Roles.Administrator);
        var before = await ContentOfAsync(portal.Host);

        var work = await (await administrator.GetPageAsync("/console/recipes")).SubmitAsync("form[action*='Import']", new Dictionary<string, string> { ["Recipe"] = path });
        var done = await administrator.WorkEndsAsync(work.Address.AbsolutePath);

        Assert.Contains("没有完成", done.VisibleText);
        Assert.Contains(expected, done.VisibleText);
        Assert.Equal(before, await ContentOfAsync(portal.Host));
    }

    [Fact]
    public async Task Editors_MayNotRunRecipes()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        using var answer = await editor.GetAsync("/console/recipes");
        Assert.Equal("/account/denied", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    private Task<string> CreateAsync(string title, string text) => portal.Host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        var version = await store.CreateAsync(new("OfficialDocument", "SMX-ZFB", new(
            new TitlePart(title), new MarkdownBodyPart(text), new DisclosureRecordPart { Category = "20-1" }, new OfficialDocumentPart())));
        await store.PublishAsync(version.ItemId);
        return version.ItemId;
    });

    private Task<byte[]> ExportAsync(RecipeSelection selection) => portal.Host.InScopeAsync(async services =>
    {
        var output = new MemoryStream();
        await services.GetRequiredService<RecipeExporter>().WriteAsync(selection, person: null, output);
        return output.ToArray();
    });

    private static Task ImportAsync(PortalHost host, byte[] zip) => host.InScopeAsync(async services =>
    {
        using var archive = await RecipeArchive.OpenAsync(new MemoryStream(zip), "export.zip");
        await services.GetRequiredService<IRecipeExecutor>().ExecuteAsync(archive.RecipePath);
    });

    // What the public sees, without what each portal counts for itself.
    private static Task<List<string>> ContentOfAsync(PortalHost host) => host.InScopeAsync(services =>
        services.GetRequiredService<PortalDbContext>().Set<ContentVersion>().Where(v => v.Published).OrderBy(v => v.ItemId)
            .Select(v => v.ItemId + " " + v.Item.Type + " " + v.Item.AgencyId + " " + v.Data).ToListAsync());

    private static string TextOf(byte[] zip, string entry)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }
}

[Trait("Database", "SQLite")]
public sealed class RecipeExportTestsOnSqlite(SqlitePortal portal) : RecipeExportTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class RecipeExportTestsOnPostgres(PostgresPortal portal) : RecipeExportTests(portal), IClassFixture<PostgresPortal>;
