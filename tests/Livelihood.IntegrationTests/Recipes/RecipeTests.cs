using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Parts;
using Livelihood.Content.Recipes;
using Livelihood.Content.Settings;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Recipes;

public abstract class RecipeTests(PortalFixture portal)
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "content-recipes");

    /// <summary>A new content type with content, without a line of code.</summary>
    private const string Appointments = """
        {
          "name": "appointments",
          "steps": [
            { "name": "ContentDefinition",
              "ContentTypes": [ { "Name": "Appointment", "DisplayName": "人事任免", "Settings": { "ContentTypeSettings": { "Listable": true } },
                "ContentTypePartDefinitionRecords": [
                  { "PartName": "TitlePart" }, { "PartName": "AutoroutePart" }, { "PartName": "Appointment" }, { "PartName": "MarkdownBodyPart" } ] } ],
              "ContentParts": [ { "Name": "Appointment", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Post", "Settings": { "ContentPartFieldSettings": { "DisplayName": "职务" }, "TextFieldSettings": { "Required": true } } },
                { "FieldName": "DateField", "Name": "DecidedOn", "Settings": { "ContentPartFieldSettings": { "DisplayName": "决定日期" } } } ] } ] },
            { "name": "content", "Agency": "市政府办公室", "data": [
              { "ContentType": "Appointment", "ContentItemId": "[js: uuid()]", "Published": true,
                "TitlePart": { "Title": "示例任免通知" }, "AutoroutePart": { "Path": "appointments/example" },
                "Appointment": { "Post": { "Text": "示例职务" }, "DecidedOn": { "Value": "2026-02-27" } } } ] }
          ]
        }
        """;

    [Fact]
    public async Task ShippedRecipes_Ran_AndTheirPagesOpen()
    {
        var visitor = portal.NewVisitor();

        Assert.Contains("472000", (await visitor.GetPageAsync("/about/guide")).VisibleText);
        Assert.Contains("GB/T 37668", (await visitor.GetPageAsync("/accessibility")).VisibleText);
        Assert.Contains("43.33%", (await visitor.GetPageAsync("/bulletins/2021-05")).VisibleText);
        Assert.Contains("2019年第6号", (await visitor.GetPageAsync("/gazettes/2019/6")).Find("h1").TextContent);
        await CountsAsync(async db =>
        {
            Assert.Equal(8, await db.Set<ContentItem>().CountAsync(i => i.Type == "OfficialDocument"));
            Assert.Equal("SMX", (await db.Set<Agency>().SingleAsync(a => a.ShortName == "卢氏县政府")).ParentId);
            Assert.Equal("三门峡市政府信息公开平台", (await db.Set<SiteSetting>().SingleAsync(s => s.Name == "Portal:Name")).Value);
        });
        Assert.Contains("三门峡市政府信息公开平台", (await visitor.GetPageAsync("/")).Html);
    }

    [Theory]
    [InlineData("setup")]
    [InlineData("demonstration")]
    public async Task ShippedRecipe_RunAgain_ChangesNothing(string name)
    {
        var before = await PictureAsync();

        await RunAsync(Path.Combine(Shipped, $"{name}.recipe.json"));

        Assert.Equal(before, await PictureAsync());
    }

    [Fact]
    public async Task FaultyRecipe_LeavesNothing_AndNamesStepItemAndField()
    {
        var before = await PictureAsync();

        var refused = await RefusedAsync("""
            {
              "name": "faulty",
              "steps": [
                { "name": "Agencies", "Agencies": [ { "Id": "SMX-TEST", "Name": "测试机关", "ParentId": "SMX" } ] },
                { "name": "content", "Agency": "SMX-TEST", "data": [
                  { "ContentType": "Notice", "TitlePart": { "Title": "好的一项" } },
                  { "ContentType": "Notice", "TitlePart": { "Title": "坏的一项" },
                    "Notice": { "Kind": { "Text": "讣告" } } } ] }
              ]
            }
            """);

        Assert.Contains("faulty.recipe.json 第 8 行，第 2 步“content”，第 2 项（坏的一项），$.steps[1].data[1].Notice.Kind：", refused.Message);
        Assert.Contains("应当是其中之一：通知、公告、公示；现为“讣告”", refused.Message);
        Assert.Equal(before, await PictureAsync());
    }

    [Theory]
    [InlineData("""{ "name": "Templates" }""", "没有名为“Templates”的步骤")]
    [InlineData("""{ "name": "Roles", "Roles": [ { "Name": "x", "Permissions": [ "everything" ] } ] }""", "没有权限“everything”")]
    [InlineData("""{ "name": "settings", "AdminPassword": "x" }""", "不认识“AdminPassword”")]
    [InlineData("""{ "name": "Agencies", "Agencies": [ { "Id": "SMX-X", "Name": "x", "ParentId": "NONE" } ] }""", "没有编码为“NONE”的上级机关")]
    [InlineData("""{ "name": "Agencies", "Agencies": [ { "Id": "SMX-X", "Name": "x", "DocumentCodes": [ "三政办" ] } ] }""", "发文代字“三政办”已经属于 SMX-ZFB")]
    [InlineData("""{ "name": "ContentDefinition", "ContentTypes": [ { "Name": "X", "DisplayName": "x", "ContentTypePartDefinitionRecords": [ { "PartName": "FlowPart" } ] } ] }""", "没有名为“FlowPart”的部件")]
    [InlineData("""{ "name": "ContentDefinition", "ContentParts": [ { "Name": "X", "ContentPartFieldDefinitionRecords": [ { "FieldName": "HtmlField", "Name": "Y" } ] } ] }""", "没有“HtmlField”这种字段")]
    [InlineData("""{ "name": "ContentDefinition", "ContentParts": [ { "Name": "TitlePart" } ] }""", "由程序定义")]
    [InlineData("""{ "name": "content", "Agency": "SMX", "data": [ { "ContentType": "Blog" } ] }""", "没有内容类型“Blog”")]
    [InlineData("""{ "name": "content", "data": [ { "ContentType": "Page", "TitlePart": { "Title": "x" } } ] }""", "缺少 Agency")]
    [InlineData("""{ "name": "content", "Agency": "SMX", "data": [ { "ContentType": "Page", "TitlePart": { "Titel": "x" } } ] }""", "部件“TitlePart”没有字段“Titel”")]
    [InlineData("""{ "name": "content", "Agency": "SMX", "data": [ { "ContentType": "Page", "TitlePart": { } } ] }""", "部件“TitlePart”缺少必填的字段")]
    [InlineData("""{ "name": "content", "Agency": "SMX", "data": [ { "ContentType": "OfficialDocument", "TitlePart": { "Title": "x" }, "OfficialDocumentPart": { "FormedOn": "2019/4/3" } } ] }""", "日期写作 2019-04-28")]
    [InlineData("""{ "name": "content", "Agency": "SMX", "data": [ { "ContentType": "Page", "TitlePart": { "Title": "x" }, "AutoroutePart": { "Path": "about/guide" } } ] }""", "地址“/about/guide”已被其他内容使用")]
    [InlineData("""{ "name": "content", "Agency": "SMX", "data": [ { "ContentType": "PolicyInterpretation", "TitlePart": { "Title": "x" } } ] }""", "缺少必填的字段 PolicyInterpretation.Interprets")]
    [InlineData("""{ "name": "content", "Agency": "SMX", "data": [ { "ContentType": "PolicyInterpretation", "TitlePart": { "Title": "x" }, "PolicyInterpretation": { "Interprets": { "ContentItemIds": [ "00000000000000000000000000" ] } } } ] }""", "没有编号为“00000000000000000000000000”的内容")]
    [InlineData("""{ "name": "Programmes", "Programmes": [ { "Year": 2030, "Title": "x", "Agency": "没有的局" } ] }""", "没有编码或者名称为“没有的局”的机关")]
    [InlineData("""{ "name": "Programmes", "Programmes": [ { "Year": 2030, "Title": "x", "Agency": "SMX", "Commitments": [ { "Number": 1, "Title": "y", "Tasks": [ { "Number": 1, "Summary": "z" } ] } ] } ] }""", "至少有一个主要责任单位")]
    [InlineData("""{ "name": "Programmes", "Programmes": [ { "Year": 2030, "Title": "x", "Agency": "SMX", "Commitments": [ { "Number": 1, "Title": "y", "Tasks": [ { "Number": 1, "Summary": "z", "LeadAgencies": [ "市卫生计生委" ], "Targets": [ { "Name": "t", "Quantity": 0, "Unit": "个" } ] } ] } ] } ] }""", "目标应当大于零")]
    [InlineData("""{ "name": "Programmes", "Programmes": [ { "Year": 2030, "Title": "x", "Agency": "SMX", "Commitments": [ { "Number": 1, "Title": "y", "Tasks": [ { "Number": 1, "Summary": "z", "LeadAgencies": [ "市财政局" ], "Reports": [ { "AsOf": "2999-01-01", "Note": "n" } ] } ] } ] } ] }""", "晚于今天")]
    [InlineData("""{ "name": "recipes", "Values": [ { "executionid": "x", "name": "none" } ] }""", "没有 none.recipe.json")]
    [InlineData("""{ "name": "media", "Files": [ { "TargetPath": "x.svg", "Base64": "eA==" } ] }""", "不接受这种文件")]
    [InlineData("""{ "name": "media", "Files": [ { "TargetPath": "x.png", "Base64": "PHNjcmlwdD4=" } ] }""", "内容与名称不符")]
    [InlineData("""{ "name": "media", "Files": [ { "TargetPath": "x.txt", "SourcePath": "../portal.db" } ] }""", "只能读取配方所在文件夹")]
    public async Task FaultyStep_IsRefused(string step, string said)
    {
        var before = await PictureAsync();

        Assert.Contains(said, (await RefusedAsync($$"""{ "name": "faulty", "steps": [ {{step}} ] }""")).Message);
        Assert.Equal(before, await PictureAsync());
    }

    [Fact]
    public async Task NewType_ByRecipeAlone_IsShownAndChecked()
    {
        await RunAsync(await WriteAsync("appointments", Appointments));
        var once = await PictureAsync();
        await RunAsync(await WriteAsync("appointments", Appointments));

        Assert.Equal(once, await PictureAsync());
        var page = await portal.NewVisitor().GetPageAsync("/appointments/example");
        Assert.Equal("示例任免通知", page.Find("h1").TextContent.Trim());
        Assert.Contains("示例职务", page.VisibleText);
        Assert.Contains("缺少必填的字段 Appointment.Post（职务）", (await RefusedAsync("""
            { "name": "another", "steps": [ { "name": "content", "Agency": "SMX", "data": [
              { "ContentType": "Appointment", "TitlePart": { "Title": "没有职务" } } ] } ] }
            """)).Message);
        Assert.Contains("已经声明为另一种字段", (await RefusedAsync(
            Appointments.Replace("\"DateField\"", "\"TextField\"", StringComparison.Ordinal))).Message);
    }

    [Fact]
    public async Task EditorsWork_IsNotOverwritten_UntilTheRecipeItselfChanges()
    {
        const string recipe = """
            { "name": "note", "steps": [ { "name": "content", "Agency": "SMX-ZFB", "data": [
              { "ContentItemId": "[js: variables('id')]", "ContentType": "Page", "TitlePart": { "Title": "配方写的标题" }, "MarkdownBodyPart": { "Markdown": "原文" } } ] } ],
              "variables": { "id": "[js: uuid()]" } }
            """;
        var id = ContentIdAt.Place("note", "$.variables.id");
        await RunAsync(await WriteAsync("note", recipe));
        await portal.Host.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var latest = (await store.LatestAsync(id))!;
            await store.SaveAsync(id, latest.Item.Revision, new ContentData(new TitlePart("编辑改的标题"), new MarkdownBodyPart("改过的正文")));
            await store.PublishAsync(id);
        });

        await RunAsync(await WriteAsync("note", recipe));
        Assert.Equal("编辑改的标题", (await PublishedAsync(id)).DisplayText);

        await RunAsync(await WriteAsync("note", recipe.Replace(""", "MarkdownBodyPart": { "Markdown": "原文" }""", "", StringComparison.Ordinal).Replace("配方写的标题", "配方新写的标题", StringComparison.Ordinal)));
        var renewed = await PublishedAsync(id);
        Assert.Equal("配方新写的标题", renewed.DisplayText);
        Assert.Equal("改过的正文", renewed.Part<MarkdownBodyPart>()!.Markdown);
    }

    [Fact]
    public async Task Media_IsServedUnderItsName_AndNothingElseIs()
    {
        await RunAsync(await WriteAsync("media", """
            { "name": "media", "steps": [ { "name": "media", "Files": [
              { "TargetPath": "tables/figures.csv", "Base64": "5bm0LOaVsA0KMjAyMSwxMzA=" } ] } ] }
            """));

        using var answer = await portal.NewVisitor().GetAsync("/media/tables/figures.csv");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("figures.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("年,数\r\n2021,130", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await portal.NewVisitor().GetPageAsync("/media/portal.db", System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task RecipesThatNameEachOther_AreRefused()
    {
        await WriteAsync("round-b", """{ "name": "round-b", "steps": [ { "name": "recipes", "Values": [ { "name": "round-a" } ] } ] }""");

        var refused = await RefusedAsync("""{ "name": "round-a", "steps": [ { "name": "recipes", "Values": [ { "name": "round-b" } ] } ] }""", "round-a");

        Assert.Contains("互相引用成了圈：round-a → round-b → round-a", refused.Message);
    }

    private async Task<RecipeException> RefusedAsync(string recipe, string name = "faulty")
    {
        var file = await WriteAsync(name, recipe);
        return await Assert.ThrowsAsync<RecipeException>(() => RunAsync(file));
    }

    private Task RunAsync(string path) => portal.Host.InScopeAsync(services =>
        services.GetRequiredService<IRecipeExecutor>().ExecuteAsync(path, cancellation: TestContext.Current.CancellationToken));

    private async Task<string> WriteAsync(string name, string recipe)
    {
        var folder = Directory.CreateDirectory(Path.Combine(portal.DataFolder, "recipes"));
        var path = Path.Combine(folder.FullName, $"{name}.recipe.json");
        await File.WriteAllTextAsync(path, recipe, TestContext.Current.CancellationToken);
        return path;
    }

    private async Task<ContentVersion> PublishedAsync(string id)
        => (await portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().PublishedAsync(id)))!;

    private Task CountsAsync(Func<PortalDbContext, Task> look)
        => portal.Host.InScopeAsync(services => look(services.GetRequiredService<PortalDbContext>()));

    /// <summary>Everything that a recipe can make, as one text that must stay the same.</summary>
    private Task<string> PictureAsync() => portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var versions = await db.Set<ContentVersion>().OrderBy(v => v.ItemId).ThenBy(v => v.Number)
            .Select(v => $"{v.ItemId} {v.Number} {v.Published} {v.Data.Length}").ToListAsync();
        var agencies = await db.Set<Agency>().OrderBy(a => a.Id).Select(a => a.Id + a.Name).ToListAsync();
        var types = await db.Set<ContentTypeDefinition>().OrderBy(t => t.Name).Select(t => t.Name + t.Settings).ToListAsync();
        var reports = await db.Set<Livelihood.Commitments.Domain.ProgressReport>().CountAsync();
        var figures = await db.Set<Livelihood.Commitments.Domain.ProgressFigure>().CountAsync();
        var media = await db.Set<MediaFile>().CountAsync();
        return string.Join('\n', [.. versions, .. agencies, .. types, $"{reports} {figures} {media}"]);
    });
}

[Trait("Database", "SQLite")]
public sealed class RecipeTestsOnSqlite(SqlitePortal portal) : RecipeTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class RecipeTestsOnPostgres(PostgresPortal portal) : RecipeTests(portal), IClassFixture<PostgresPortal>;
