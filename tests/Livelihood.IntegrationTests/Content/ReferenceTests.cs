using System.Net;
using System.Net.Http.Headers;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.References;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Content;

/// <summary>References between documents, their validity, and how they are cited.</summary>
public abstract class ReferenceTests(PortalFixture portal)
{
    [Fact]
    public async Task Reference_LeadsToTheDocument_OnceThatIsPublic_AndBack()
    {
        var citing = await PublishAsync("关于落实引用测试的通知", "云测〔2026〕11号", "依照云测\\[2026\\]第10号、12号和《云岭市引用测试条例》办理，另见云测〔2026〕11号。");
        using var citizen = portal.NewVisitor();
        var before = await citizen.GetPageAsync(citing.Item.Path);
        Assert.Empty(before.TextsOf("a.reference"));

        var draft = await DraftAsync("关于引用测试的意见", "云测〔2026〕10号", "正文。");
        var law = await PublishAsync("云岭市引用测试条例", null, "第一条 为了测试。");
        Assert.Equal(["《云岭市引用测试条例》"], (await citizen.GetPageAsync(citing.Item.Path)).TextsOf("a.reference"));
        await PublishAsync(draft.ItemId);

        var after = await citizen.GetPageAsync(citing.Item.Path);
        Assert.Equal(["云测[2026]第10号", "《云岭市引用测试条例》"], after.TextsOf("a.reference"));
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal(before.Find(".document__body").TextContent, after.Find(".document__body").TextContent);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(citing.Item.Path, before.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(citing.Item.Path, after.Headers.ETag!));

        var cited = await after.FollowAsync("a.reference");
        Assert.Equal("关于引用测试的意见", cited.Find("h1").TextContent);
        Assert.Equal(["关于落实引用测试的通知"], cited.TextsOf("section[aria-labelledby=cited-by] .column-list__link"));
        Assert.Equal(["关于落实引用测试的通知"], (await citizen.GetPageAsync(law.Item.Path)).TextsOf("section[aria-labelledby=cited-by] .column-list__link"));
        await citizen.GetPageAsync($"/cited-by/{law.ItemId}");

        await portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().WithdrawAsync(citing.ItemId, "测试撤下"));
        Assert.Null((await citizen.GetPageAsync(law.Item.Path)).Document.GetElementById("cited-by"));
        await citizen.GetPageAsync($"/cited-by/{draft.ItemId}");
    }

    [Fact]
    public async Task Title_ThatSeveralDocumentsBear_LeadsNowhere()
    {
        await PublishAsync("云岭市重名测试办法", null, "甲。");
        await PublishAsync("云岭市重名测试办法", null, "乙。");
        var citing = await PublishAsync("关于重名的通知", null, "依照《云岭市重名测试办法》。");

        Assert.Empty((await portal.NewVisitor().GetPageAsync(citing.Item.Path)).TextsOf("a.reference"));
    }

    [Fact]
    public async Task Rebuild_ReadsTheSameAsPublicationWrote()
    {
        await PublishAsync("关于重读的通知", "云测〔2026〕21号", "依照云测〔2026〕20号、22号。");
        var written = await RowsAsync();
        Assert.Contains(written, r => r.EndsWith("云测〔2026〕22号", StringComparison.Ordinal));
        await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<ContentReference>().ExecuteDeleteAsync());

        await portal.Host.InScopeAsync(services => services.GetRequiredService<ReferenceRebuild>().RunAsync());

        Assert.Equal(written, await RowsAsync());
    }

    [Fact]
    public async Task CitedBy_IsPaged()
    {
        var cited = await PublishAsync("关于多次引用的意见", "云测〔2026〕30号", "正文。");
        for (var i = 1; i <= 23; i++)
        {
            await PublishAsync($"关于引用之{i}的通知", null, "依照云测〔2026〕30号。");
        }

        using var citizen = portal.NewVisitor();
        var page = await citizen.GetPageAsync(cited.Item.Path);
        Assert.Equal(10, page.TextsOf("section[aria-labelledby=cited-by] .column-list__link").Count);
        var all = await page.FollowAsync("section[aria-labelledby=cited-by] > p a");
        Assert.Contains("共 23 份", all.VisibleText);
        Assert.Equal(20, all.TextsOf(".column-list__link").Count);
        Assert.Equal(3, (await citizen.GetPageAsync($"/cited-by/{cited.ItemId}?p=2")).TextsOf(".column-list__link").Count);
        await citizen.GetPageAsync($"/cited-by/{cited.ItemId}?p=3", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Validity_IsToldAtTheHead_AndInLists_WithWhatMadeItSo()
    {
        var old = await PublishAsync("旧的效力办法", "云测〔2020〕40号", "甲。", new() { Validity = Validity.InForce, EffectiveOn = new(2020, 2, 1) });
        using var citizen = portal.NewVisitor();
        var before = await citizen.GetPageAsync(old.Item.Path);
        Assert.Equal("现行有效", before.Find(".validity .govuk-tag").TextContent);
        Assert.Contains("自2020年2月1日起施行", before.Find(".validity").TextContent);

        await PublishAsync("修改效力办法的决定", "云测〔2026〕41号", "乙。", new() { EffectiveOn = new(2026, 1, 1) }, new RelationsPart { Amends = [old.ItemId] });

        var after = await citizen.GetPageAsync(old.Item.Path);
        Assert.Equal("已修改", after.Find(".validity .govuk-tag").TextContent);
        Assert.Contains("修改效力办法的决定（云测〔2026〕41号）", after.Find(".validity__list").TextContent);
        Assert.Contains("已修改", after.Find(".record").TextContent);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        var amending = await after.FollowAsync(".validity__list a");
        Assert.Equal(["已修改"], amending.TextsOf("section[aria-labelledby=relations] .govuk-tag"));
        Assert.Contains("已修改", (await citizen.GetPageAsync("/documents?year=2020")).TextsOf(".column-list__item .govuk-tag"));
    }

    [Fact]
    public async Task Validity_OfWhatIsToCome_IsNotYetInForce()
    {
        var coming = await PublishAsync("将来的效力办法", "云测〔2026〕45号", "甲。", new() { Validity = Validity.InForce, EffectiveOn = new(2099, 1, 1) });

        var mark = (await portal.NewVisitor().GetPageAsync(coming.Item.Path)).Find(".validity").TextContent;

        Assert.Contains("尚未施行", mark);
        Assert.Contains("自2099年1月1日起施行", mark);
    }

    [Fact]
    public async Task Cite_OfAnArticle_NamesIt_WithItsAddress()
    {
        var item = await PublishAsync("云岭市引用格式办法", "云测〔2026〕50号", "第一条 甲。\n\n第二条 乙。\n\n附件1\n\n丙。");
        using var citizen = portal.NewVisitor();
        var page = await citizen.GetPageAsync(item.Item.Path);

        var cite = await page.FollowAsync("#第二条 a.cite-link");

        Assert.Contains("《云岭市引用格式办法》（云测〔2026〕50号）第二条", cite.TextsOf(".citations__text span"));
        Assert.Contains(cite.TextsOf(".citations__text span"), t => t.Contains("[EB/OL]. (2026-03-02)[", StringComparison.Ordinal) && t.EndsWith("#第二条.", StringComparison.Ordinal));
        Assert.Equal(["整份文件", "第一条", "第二条", "附件1"], cite.TextsOf("#place option"));
        Assert.Equal("引用本文件", (await citizen.GetPageAsync($"/cite/{item.ItemId}?place=没有的")).Find("h1").TextContent);
        await citizen.GetPageAsync("/cite/01JZZZZZZZZZZZZZZZZZZZZZZZ", HttpStatusCode.NotFound);
        Assert.Equal("云岭市引用格式办法", page.Find("meta[name=citation_title]").GetAttribute("content"));
    }

    [Fact]
    public async Task Number_IsKeptInCanonicalForm_HoweverItWasPushed()
    {
        await PublishAsync("关于写法的通知", "云测[2026]第060号", "正文。");
        var citing = await PublishAsync("关于引用写法的通知", null, "依照云测〔2026〕60号。");

        Assert.Equal(["云测〔2026〕60号"], (await portal.NewVisitor().GetPageAsync(citing.Item.Path)).TextsOf("a.reference"));
    }

    private async Task<HttpStatusCode> StatusAsync(string path, EntityTagHeaderValue tag)
    {
        using var visitor = portal.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag);
        using var answer = await visitor.SendRawAsync(request);
        return answer.StatusCode;
    }

    private Task<List<string>> RowsAsync() => portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>()
        .Set<ContentReference>().OrderBy(r => r.FromId).ThenBy(r => r.Key).Select(r => r.FromId + " " + r.Date + " " + r.Key).ToListAsync());

    private Task<ContentVersion> DraftAsync(
        string title, string? number, string text, OfficialDocumentPart? document = null, params object[] parts) => portal.Host.InScopeAsync(services =>
        services.GetRequiredService<IContentStore>().CreateAsync(new("OfficialDocument", "SMX-JYJ", new ContentData(
        [
            new TitlePart(title), new DisclosureRecordPart(), new MarkdownBodyPart(text),
            (document ?? new()) with { Number = number, FormedOn = document?.EffectiveOn is { Year: < 2026 } early ? early : new(2026, 3, 2), PublishedOn = new(2026, 3, 2) },
            .. parts,
        ]))));

    private Task<ContentVersion> PublishAsync(string itemId) => portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().PublishAsync(itemId));

    private async Task<ContentVersion> PublishAsync(string title, string? number, string text, OfficialDocumentPart? document = null, params object[] parts)
    {
        var draft = await DraftAsync(title, number, text, document, parts);
        await PublishAsync(draft.ItemId);
        return draft;
    }
}

[Trait("Database", "SQLite")]
public sealed class ReferenceTestsOnSqlite(SqlitePortal portal) : ReferenceTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ReferenceTestsOnPostgres(PostgresPortal portal) : ReferenceTests(portal), IClassFixture<PostgresPortal>;
