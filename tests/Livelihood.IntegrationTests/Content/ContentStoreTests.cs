using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Content;

public abstract class ContentStoreTests(PortalFixture portal)
{
    private const string Agency = "SMX-ZFB";

    [Fact]
    public async Task Draft_IsSeenByNobody()
    {
        var draft = await CreateAsync("尚未发布的通知");

        Assert.Null(await InStoreAsync(store => store.PublishedAsync(draft.ItemId)));
        await portal.NewVisitor().GetPageAsync(draft.Item.Path, System.Net.HttpStatusCode.NotFound);
        Assert.False(await InCatalogueAsync(draft.ItemId));
    }

    [Fact]
    public async Task Publish_ShowsItAtItsAddress_AndWithdraw_TakesItBack()
    {
        var draft = await CreateAsync("发布后可见的通知");
        await InStoreAsync(store => store.PublishAsync(draft.ItemId));

        var page = await portal.NewVisitor().GetPageAsync(draft.Item.Path);
        Assert.Equal("发布后可见的通知", page.Find("h1").TextContent);
        Assert.Contains(draft.Item.IndexNumber, page.VisibleText);
        Assert.True(await InCatalogueAsync(draft.ItemId));

        await InStoreAsync(async store =>
        {
            await store.WithdrawAsync(draft.ItemId, "测试撤回");
            return 0;
        });
        var gone = await portal.NewVisitor().GetPageAsync(draft.Item.Path, System.Net.HttpStatusCode.Gone);
        Assert.Contains("测试撤回", gone.VisibleText);
        Assert.False(await InCatalogueAsync(draft.ItemId));
    }

    [Fact]
    public async Task Save_OfAPublishedItem_MakesADraft_AndThePublicSeesTheOldVersion()
    {
        var first = await CreateAsync("第一版");
        await InStoreAsync(store => store.PublishAsync(first.ItemId));
        var seen = await LatestAsync(first.ItemId);

        var second = await InStoreAsync(store => store.SaveAsync(first.ItemId, seen.Item.Revision, Data("第二版")));

        Assert.Equal(2, second.Number);
        Assert.Equal("第一版", (await InStoreAsync(store => store.PublishedAsync(first.ItemId)))!.DisplayText);
        await InStoreAsync(store => store.PublishAsync(first.ItemId));
        Assert.Equal("第二版", (await InStoreAsync(store => store.PublishedAsync(first.ItemId)))!.DisplayText);
    }

    [Fact]
    public async Task Save_OfTheSameData_ChangesNothing()
    {
        var first = await CreateAsync("不变的通知");
        await InStoreAsync(store => store.PublishAsync(first.ItemId));
        var before = await LatestAsync(first.ItemId);

        await InStoreAsync(store => store.SaveAsync(first.ItemId, before.Item.Revision, Data("不变的通知")));

        var after = await LatestAsync(first.ItemId);
        Assert.Equal((before.Id, before.Item.Revision), (after.Id, after.Item.Revision));
    }

    [Fact]
    public async Task Save_OnAnOldRevision_IsRefused_AndTheOthersEditStays()
    {
        var item = await CreateAsync("两人同时编辑");
        var seen = await LatestAsync(item.ItemId);
        await InStoreAsync(store => store.SaveAsync(item.ItemId, seen.Item.Revision, Data("先保存的")));

        var refusal = await Assert.ThrowsAsync<ContentConflictException>(
            () => InStoreAsync(store => store.SaveAsync(item.ItemId, seen.Item.Revision, Data("后保存的"))));

        Assert.Contains("他人修改", refusal.Message);
        Assert.Equal("先保存的", (await LatestAsync(item.ItemId)).DisplayText);
    }

    [Fact]
    public async Task Saves_AtTheSameMoment_LetOneThrough()
    {
        var item = await CreateAsync("同一时刻");
        var seen = await LatestAsync(item.ItemId);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await InStoreAsync(store => store.SaveAsync(item.ItemId, seen.Item.Revision, Data($"第{i}人")));
                return true;
            }
            catch (ContentConflictException)
            {
                return false;
            }
        }));

        Assert.Single(outcomes, saved => saved);
    }

    [Fact]
    public async Task Database_AllowsOnePublishedVersion()
    {
        var item = await CreateAsync("只有一个公开版本");
        await InStoreAsync(store => store.PublishAsync(item.ItemId));
        var latest = await LatestAsync(item.ItemId);
        await InStoreAsync(store => store.SaveAsync(item.ItemId, latest.Item.Revision, Data("第二版")));

        await Assert.ThrowsAnyAsync<Exception>(() => portal.Host.InScopeAsync(services => services
            .GetRequiredService<PortalDbContext>().Set<ContentVersion>().Where(v => v.ItemId == item.ItemId)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Published, true))));
    }

    [Theory]
    [InlineData("NoSuchType", Agency, "标题", "没有内容类型")]
    [InlineData("Notice", "NOBODY", "标题", "没有编码")]
    [InlineData("Notice", Agency, " ", "缺少标题")]
    public async Task Create_WithBadInput_SaysWhatToDo(string type, string agency, string title, string expected)
    {
        var refusal = await Assert.ThrowsAsync<ContentRefusedException>(
            () => InStoreAsync(store => store.CreateAsync(new(type, agency, Data(title)))));

        Assert.Contains(expected, refusal.Message);
    }

    [Fact]
    public async Task IndexNumbers_MadeAtOnce_HaveNeitherGapsNorDoubles()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => CreateAsync($"编号{i}", "SMX-KJJ")));

        var serials = made.Select(v => int.Parse(v.Item.IndexNumber.Split('-')[^1])).Order().ToList();
        Assert.Equal(Enumerable.Range(serials[0], 12), serials);
    }

    [Fact]
    public async Task Page_ThatDidNotChange_IsNotSentAgain()
    {
        var item = await CreateAsync("可缓存的通知");
        await InStoreAsync(store => store.PublishAsync(item.ItemId));
        using var http = new HttpClient { BaseAddress = portal.Host.BaseAddress };
        using var first = await http.GetAsync(item.Item.Path);

        using var request = new HttpRequestMessage(HttpMethod.Get, item.Item.Path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await http.SendAsync(request);

        Assert.True(first.Headers.CacheControl!.Public);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, second.StatusCode);
    }

    private static ContentData Data(string title) =>
        new(new TitlePart(title), new MarkdownBodyPart("正文。"), new DisclosureRecordPart());

    private Task<ContentVersion> CreateAsync(string title, string agency = Agency) =>
        InStoreAsync(store => store.CreateAsync(new("Notice", agency, Data(title))));

    private async Task<ContentVersion> LatestAsync(string itemId) => (await InStoreAsync(store => store.LatestAsync(itemId)))!;

    private Task<T> InStoreAsync<T>(Func<IContentStore, Task<T>> action) =>
        portal.Host.InScopeAsync(services => action(services.GetRequiredService<IContentStore>()));

    private Task<bool> InCatalogueAsync(string itemId) => portal.Host.InScopeAsync(services => services
        .GetRequiredService<PortalDbContext>().Set<CatalogueEntry>().AnyAsync(e => e.ItemId == itemId));
}

[Trait("Database", "SQLite")]
public sealed class ContentStoreTestsOnSqlite(SqlitePortal portal) : ContentStoreTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ContentStoreTestsOnPostgres(PostgresPortal portal) : ContentStoreTests(portal), IClassFixture<PostgresPortal>;
