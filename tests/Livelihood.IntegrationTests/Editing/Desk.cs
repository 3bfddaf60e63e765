using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.IntegrationTests.Editing;

/// <summary>An agency's editor, reviewer and publisher, each signed in.</summary>
internal sealed class Desk : IDisposable
{
    private readonly PortalHost _host;

    private Desk(PortalHost host, StaffAccount author, PortalVisitor editor, PortalVisitor reviewer, PortalVisitor publisher) =>
        (_host, Author, Editor, Reviewer, Publisher) = (host, author, editor, reviewer, publisher);

    public StaffAccount Author { get; }

    public PortalVisitor Editor { get; }

    public PortalVisitor Reviewer { get; }

    public PortalVisitor Publisher { get; }

    public static async Task<Desk> OpenAsync(PortalFixture portal, string agency = StaffAccounts.DefaultAgency)
    {
        var author = await portal.Host.CreateStaffAsync(Roles.Editor, agency);
        return new(
            portal.Host, author, await portal.Host.SignInAsync(author),
            await portal.Host.SignInAsync(Roles.Reviewer, agency), await portal.Host.SignInAsync(Roles.Publisher, agency));
    }

    /// <summary>A draft that the editor wrote.</summary>
    public Task<ContentVersion> WriteAsync(string title, string body = "第一段。\n\n第二段。", string agency = StaffAccounts.DefaultAgency) =>
        AsAsync(_host, Author, services => services.GetRequiredService<IContentStore>().CreateAsync(new("Notice", agency, Data(title, body))));

    /// <summary>A further save of the editor's, on whatever is the latest.</summary>
    public Task<ContentVersion> SaveAsync(string itemId, string title, string body) => SaveAsync(_host, Author, itemId, Data(title, body));

    public static Task<ContentVersion> SaveAsync(PortalHost host, StaffAccount who, string itemId, ContentData data) =>
        AsAsync(host, who, async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            return await store.SaveAsync(itemId, (await store.LatestAsync(itemId))!.Item.Revision, data);
        });

    /// <summary>Takes a draft through review and approval in the console.</summary>
    public async Task PublishAsync(string itemId)
    {
        await StepAsync(Editor, itemId, "Submit");
        await StepAsync(Reviewer, itemId, "Clear", "经审查，可以公开。");
        await StepAsync(Publisher, itemId, "Publish");
    }

    /// <summary>Takes a step that needs at most an opinion, on the item's page.</summary>
    public static async Task<PortalPage> StepAsync(PortalVisitor who, string itemId, string step, string comment = "") =>
        await (await who.GetPageAsync("/console/content/" + itemId)).SubmitAsync(
            "#decide", new Dictionary<string, string> { ["Decision.Comment"] = comment }, $"button[value={step}]");

    public static ContentData Data(string title, string body) =>
        new(new TitlePart(title), new MarkdownBodyPart(body), new DisclosureRecordPart { Category = "20-1", Abstract = "说明。" });

    public static Task<T> AsAsync<T>(PortalHost host, StaffAccount who, Func<IServiceProvider, Task<T>> action) =>
        host.ActAsync(who, (services, _) => action(services));

    public void Dispose()
    {
        Editor.Dispose();
        Reviewer.Dispose();
        Publisher.Dispose();
    }
}
