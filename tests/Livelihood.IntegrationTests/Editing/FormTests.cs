using System.Net;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Recipes;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Editing;

/// <summary>The item form follows from the type's definition, keeps what was typed and loses nothing that it does not show.</summary>
public abstract class FormTests(PortalFixture portal)
{
    private const string New = "/console/content/new/";

    /// <summary>A type with every kind of field.</summary>
    private const string EveryKind = """
        { "name": "every-kind", "steps": [ { "name": "ContentDefinition",
          "ContentTypes": [ { "Name": "EveryKind", "DisplayName": "各种字段", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true } },
            "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart" }, { "PartName": "EveryKind" } ] } ],
          "ContentParts": [ { "Name": "EveryKind", "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Line", "Settings": { "ContentPartFieldSettings": { "DisplayName": "单行" }, "TextFieldSettings": { "Required": true, "Hint": "写一行。" } } },
            { "FieldName": "TextField", "Name": "Area", "Settings": { "ContentPartFieldSettings": { "DisplayName": "多行", "Editor": "TextArea" } } },
            { "FieldName": "TextField", "Name": "Level", "Settings": { "ContentPartFieldSettings": { "DisplayName": "级别" }, "TextFieldPredefinedListEditorSettings": { "Options": [ { "name": "甲级", "value": "A" }, { "name": "乙级", "value": "B" } ], "DefaultValue": "B" } } },
            { "FieldName": "MarkdownField", "Name": "Note", "Settings": { "ContentPartFieldSettings": { "DisplayName": "说明" } } },
            { "FieldName": "DateField", "Name": "Day", "Settings": { "ContentPartFieldSettings": { "DisplayName": "日子" } } },
            { "FieldName": "NumericField", "Name": "Amount", "Settings": { "ContentPartFieldSettings": { "DisplayName": "金额" }, "NumericFieldSettings": { "Minimum": 0, "Maximum": 10000, "Scale": 2 } } },
            { "FieldName": "BooleanField", "Name": "Urgent", "Settings": { "ContentPartFieldSettings": { "DisplayName": "紧急" } } },
            { "FieldName": "TaxonomyField", "Name": "Region", "Settings": { "ContentPartFieldSettings": { "DisplayName": "地区" }, "TaxonomyFieldSettings": { "TaxonomyContentItemId": "32j8kxbm6n7mgp026azz6dssge", "Unique": true } } },
            { "FieldName": "ContentPickerField", "Name": "About", "Settings": { "ContentPartFieldSettings": { "DisplayName": "相关文件" }, "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": [ "OfficialDocument" ] } } },
            { "FieldName": "LinkField", "Name": "Site", "Settings": { "ContentPartFieldSettings": { "DisplayName": "网站" } } } ] } ] } ] }
        """;

    [Fact]
    public async Task New_OffersTheTypesThatEditorsMake_WithTheirDescriptions()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var page = await editor.GetPageAsync("/console/content/new");
        Assert.Contains("面向公众的通知和公告。", page.TextsOf(".govuk-radios__hint"));
        Assert.DoesNotContain("政府公报", page.TextsOf(".govuk-radios__label"));
        Assert.DoesNotContain("分类法", page.TextsOf(".govuk-radios__label"));

        Assert.Contains("请选择写什么", (await page.SubmitAsync("main form")).Find(".govuk-error-summary").TextContent);
        var form = await page.SubmitAsync("main form", new Dictionary<string, string> { ["type"] = "Notice" });
        Assert.Equal("新建通知公告", form.Find("h1").TextContent);
        Assert.Equal("通知", form.Find("[name='Notice.Kind.Text'][checked]").GetAttribute("value"));
    }

    [Fact]
    public async Task EveryKindOfField_IsWrittenAndReadBack()
    {
        await RunAsync(EveryKind);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var form = await editor.GetPageAsync(New + "EveryKind");
        Assert.Equal("写一行。", form.Find("#EveryKind_Line_Text-hint").TextContent);
        form = await form.SubmitAsync("main form", new Dictionary<string, string> { ["EveryKind.About.Ids.Query"] = "三政办〔2019〕" }, "button[name=find]");

        var found = form.Document.QuerySelectorAll("[name='EveryKind.About.Ids']");
        Assert.NotEmpty(found);
        var item = await form.SubmitAsync("main form", new Dictionary<string, string>
        {
            ["TitlePart.Title"] = "　各种\t字段都填 ",
            ["EveryKind.Line.Text"] = "一行 <b>不是标签</b>",
            ["EveryKind.Area.Text"] = "第一行\n第二行\u0000",
            ["EveryKind.Level.Text"] = "A",
            ["EveryKind.Note.Markdown"] = "## 一、说明\n\n正文。",
            ["EveryKind.Day.Value"] = "二〇二六年三月五日",
            ["EveryKind.Amount.Value"] = "１,２３４．５",
            ["EveryKind.Urgent.Value"] = "true",
            ["EveryKind.Region.Terms"] = "3w4vcm8zj8m1hwwxdx0rczp1sm",
            ["EveryKind.About.Ids"] = "true",
            ["EveryKind.Site.Url"] = "https://www.smx.gov.cn/",
            ["EveryKind.Site.Text"] = "市政府网站",
        });

        var id = IdOf(item);
        var data = (await LatestAsync(id)).Parts;
        Assert.Equal("各种 字段都填", data.Get<TitlePart>()!.Title);
        var part = data.Get("EveryKind")!;
        Assert.Equal("第一行\n第二行", (string?)part["Area"]!["Text"]);
        Assert.Equal("2026-03-05", (string?)part["Day"]!["Value"]);
        Assert.Equal(1234.5m, (decimal)part["Amount"]!["Value"]!);
        Assert.True((bool)part["Urgent"]!["Value"]!);
        Assert.Equal(["3w4vcm8zj8m1hwwxdx0rczp1sm"], part["Region"]!["TermContentItemIds"]!.AsArray().Select(t => (string?)t));
        Assert.Single(part["About"]!["ContentItemIds"]!.AsArray());

        // Opened again and saved as it is, nothing changes: no new version.
        var again = await editor.GetPageAsync($"/console/content/{id}/edit");
        Assert.Equal("2026-03-05", again.Find("#EveryKind_Day_Value").GetAttribute("value"));
        Assert.Equal("一行 <b>不是标签</b>", again.Find("#EveryKind_Line_Text").GetAttribute("value"));
        await again.SubmitAsync("main form");
        Assert.Equal(1, (await LatestAsync(id)).Number);
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidBesideTheField_AndNothingTypedIsLost()
    {
        await RunAsync(EveryKind);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var form = await editor.GetPageAsync(New + "EveryKind");
        var typed = new Dictionary<string, string>
        {
            ["TitlePart.Title"] = " ",
            ["EveryKind.Day.Value"] = "2026年2月30日",
            ["EveryKind.Amount.Value"] = "12.345",
            ["EveryKind.Site.Url"] = "javascript:alert(1)",
            ["EveryKind.Area.Text"] = "留着\n这一段",
        };

        var refused = await form.SubmitAsync("main form", typed);

        Assert.Equal(
            ["请填写标题。", "“日子”不是日期。请写成2026-3-5或者2026年3月5日的样子，并且是存在的日期。", "“金额”最多有 2 位小数。", "“网站”网址应当以 http://、https:// 开头，或者是本站的地址。"],
            refused.TextsOf(".govuk-error-summary li"));
        foreach (var link in refused.Document.QuerySelectorAll(".govuk-error-summary a"))
        {
            Assert.NotNull(refused.Document.QuerySelector(link.GetAttribute("href")!));
        }

        Assert.Equal("2026年2月30日", refused.Find("#EveryKind_Day_Value").GetAttribute("value"));
        Assert.Equal("12.345", refused.Find("#EveryKind_Amount_Value").GetAttribute("value"));
        Assert.Contains("留着\r\n这一段", refused.Find("#EveryKind_Area_Text").TextContent);
        Assert.Equal("EveryKind_Day_Value-error", refused.Find("#EveryKind_Day_Value").GetAttribute("aria-describedby")!.Split(' ')[^1]);
    }

    [Fact]
    public async Task Draft_MayBeIncomplete_ButNotSentForReview()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var form = await editor.GetPageAsync(New + "Notice");

        var refused = await form.SubmitAsync("main form", new Dictionary<string, string> { ["TitlePart.Title"] = "还没有写完的通知" }, "button[value=submit]");

        Assert.Contains("已保存草稿，还不能送审", refused.VisibleText);
        Assert.Equal(["请选择公开类别。", "请填写内容概述，用一两句话说明。", "请填写正文，或者附上文件。"], refused.TextsOf(".govuk-error-summary li"));
        var id = IdOf(refused);
        Assert.Equal(VersionStage.Draft, (await LatestAsync(id)).Stage);

        var sent = await refused.SubmitAsync("main form", new Dictionary<string, string>
        {
            ["DisclosureRecordPart.Category"] = "20-12",
            ["DisclosureRecordPart.Abstract"] = "说明是什么。",
            ["MarkdownBodyPart.Markdown"] = "正文。",
        }, "button[value=submit]");
        Assert.Contains("送保密审查", sent.VisibleText);
        Assert.Equal(VersionStage.SecrecyReview, (await LatestAsync(id)).Stage);
        Assert.Contains("现在不能修改", (await editor.GetPageAsync($"/console/content/{id}/edit")).VisibleText);
    }

    [Theory]
    [InlineData("search", "本平台自己的页面")]
    [InlineData("Console/Anything", "本平台自己的页面")]
    [InlineData("gazettes/2019/6", "本平台自己的页面")]
    [InlineData("about/guide", "已被其他内容使用")]
    [InlineData("两个 字", "小写字母")]
    [InlineData("../etc", "小写字母")]
    public async Task Address_ThatIsNotFree_IsRefused(string path, string because)
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var form = await editor.GetPageAsync(New + "Notice");

        var refused = await form.SubmitAsync("main form", new Dictionary<string, string> { ["TitlePart.Title"] = "地址不行", ["AutoroutePart.Path"] = path });

        Assert.Contains(because, refused.Find("#AutoroutePart_Path-error").TextContent);
        Assert.Equal(path, refused.Find("#AutoroutePart_Path").GetAttribute("value"));
    }

    [Fact]
    public async Task Document_HasItsNumberWrittenCanonically_ItsDatesInOrder_AndKeepsWhatTheFormDoesNotShow()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var form = await editor.GetPageAsync(New + "OfficialDocument");
        var wrong = new Dictionary<string, string>
        {
            ["TitlePart.Title"] = "写文号的文件", ["OfficialDocumentPart.Number"] = "第八号文",
            ["OfficialDocumentPart.FormedOn"] = "2026-3-5", ["OfficialDocumentPart.PublishedOn"] = "2026-3-4",
        };
        var refused = await form.SubmitAsync("main form", wrong);
        Assert.Contains("发文字号读不出来", refused.Find("#OfficialDocumentPart_Number-error").TextContent);
        Assert.Contains("早于成文日期", refused.Find("#OfficialDocumentPart_PublishedOn-error").TextContent);

        var saved = await refused.SubmitAsync("main form", new Dictionary<string, string>
        {
            ["OfficialDocumentPart.Number"] = "三政办[2026] 08", ["OfficialDocumentPart.PublishedOn"] = "2026年3月6日",
            ["OfficialDocumentPart.IssuingAgencies"] = "三门峡市人民政府办公室\n三门峡市财政局", ["OfficialDocumentPart.SubjectTerms"] = "财政　预算；通知",
            ["PublishLaterPart.Date"] = "2030-1-2", ["PublishLaterPart.Time"] = "9：05",
        });
        var id = IdOf(saved);
        var part = (await LatestAsync(id)).Part<OfficialDocumentPart>()!;
        Assert.Equal("三政办〔2026〕8号", part.Number);
        Assert.Equal(["三门峡市人民政府办公室", "三门峡市财政局"], part.IssuingAgencies);
        Assert.Equal(["财政", "预算", "通知"], part.SubjectTerms);
        Assert.Equal(new DateTimeOffset(2030, 1, 2, 1, 5, 0, TimeSpan.Zero), (await LatestAsync(id)).Part<PublishLaterPart>()!.ScheduledPublishUtc);

        await portal.Host.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var latest = (await store.LatestAsync(id))!;
            await store.SaveAsync(id, latest.Item.Revision, latest.Parts.Set(new SourceTextPart("hash", 3, 9)));
        });
        var edit = await editor.GetPageAsync($"/console/content/{id}/edit");
        await edit.SubmitAsync("main form", new Dictionary<string, string> { ["OfficialDocumentPart.CopiedTo"] = "市委办公室" });
        Assert.Equal(new SourceTextPart("hash", 3, 9), (await LatestAsync(id)).Part<SourceTextPart>());
    }

    [Fact]
    public async Task OtherAgencysItem_IsNotThere_AndReviewersDoNotWrite()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("别的机关看不到的草稿");
        using var other = await portal.Host.SignInAsync(Roles.Editor, "SMX-KJJ");

        await other.GetPageAsync($"/console/content/{draft.ItemId}/edit", HttpStatusCode.NotFound);
        Assert.Equal("/account/denied", (await desk.Reviewer.GetAsync($"/console/content/{draft.ItemId}/edit")).RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("/account/denied", (await other.GetAsync(New + "Notice?agency=SMX-ZFB")).RequestMessage!.RequestUri!.AbsolutePath);
        using var found = await other.GetAsync("/console/content/find?q=" + Uri.EscapeDataString("别的机关看不到"));
        Assert.DoesNotContain(draft.ItemId, await found.Content.ReadAsStringAsync());
        using var own = await desk.Editor.GetAsync("/console/content/find?q=" + Uri.EscapeDataString("别的机关看不到"));
        Assert.Contains(draft.ItemId, await own.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task SecondEditor_IsTold_AndKeepsWhatWasTyped()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("两人同改的通知");
        var form = await desk.Editor.GetPageAsync($"/console/content/{draft.ItemId}/edit");
        await desk.SaveAsync(draft.ItemId, "同事先改了", "同事的正文");

        var refused = await form.SubmitAsync("main form", new Dictionary<string, string> { ["TitlePart.Title"] = "我后改的" }, expected: HttpStatusCode.Conflict);

        Assert.Equal("我后改的", refused.Find("#TitlePart_Title").GetAttribute("value"));
        Assert.Equal("同事先改了", (await LatestAsync(draft.ItemId)).DisplayText);
    }

    // The edit page's address ends in the id and /edit.
    private static string IdOf(PortalPage edit) => edit.Address.Segments[^2].Trim('/');

    private async Task<ContentVersion> LatestAsync(string id) =>
        (await portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().LatestAsync(id)))!;

    private async Task RunAsync(string recipe)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(portal.DataFolder, "recipes")).FullName, "test.recipe.json");
        await File.WriteAllTextAsync(path, recipe);
        await portal.Host.InScopeAsync(services => services.GetRequiredService<IRecipeExecutor>().ExecuteAsync(path));
    }
}

[Trait("Database", "SQLite")]
public sealed class FormTestsOnSqlite(SqlitePortal portal) : FormTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class FormTestsOnPostgres(PostgresPortal portal) : FormTests(portal), IClassFixture<PostgresPortal>;
