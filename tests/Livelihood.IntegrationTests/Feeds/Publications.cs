using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.IntegrationTests.Feeds;

/// <summary>Publishes and withdraws items for tests of what the outside world reads.</summary>
internal static class Publications
{
    /// <summary>Publishes a notice a second after everything before it.</summary>
    public static async Task<ContentVersion> PublishNoticeAsync(this PortalFixture portal, string title, string agencyId = "SMX-KJJ", string? summary = null)
    {
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        return await portal.Host.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var data = new ContentData(new TitlePart(title), new DisclosureRecordPart { Abstract = summary, Category = "20-5" }, new MarkdownBodyPart("正文"));
            var draft = await store.CreateAsync(new("Notice", agencyId, data));
            return await store.PublishAsync(draft.ItemId);
        });
    }

    /// <summary>Makes a draft that nobody has published.</summary>
    public static Task<ContentVersion> DraftNoticeAsync(this PortalFixture portal, string title, string agencyId = "SMX-KJJ") =>
        portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().CreateAsync(
            new("Notice", agencyId, new ContentData(new TitlePart(title), new DisclosureRecordPart()))));

    public static Task WithdrawAsync(this PortalFixture portal, string itemId) =>
        portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().WithdrawAsync(itemId, "测试撤下"));
}
