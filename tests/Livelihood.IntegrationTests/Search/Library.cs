using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.IntegrationTests.Search;

/// <summary>Publishes documents on a portal, as an editor would, for tests that search them.</summary>
internal sealed class Library(PortalHost host)
{
    public const string Type = "OfficialDocument";
    public const string AgencyId = "TST00";
    public const string OtherAgencyId = "TST01";

    /// <summary>Declares the type and the agencies where the set-up did not.</summary>
    public Task OpenAsync() => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        if (!await db.Set<ContentTypeDefinition>().AnyAsync(t => t.Name == Type))
        {
            db.Add(new ContentTypeDefinition { Name = Type, DisplayName = "文件" });
        }

        if (!await db.Set<Agency>().AnyAsync(a => a.Id == AgencyId))
        {
            db.Add(new Agency { Id = AgencyId, Name = "测试市人民政府办公室", ShortName = "市政府办公室" });
            db.Add(new Agency { Id = OtherAgencyId, Name = "测试市财政局", ShortName = "市财政局" });
        }

        services.GetRequiredService<IAuditTrail>().Record("test.opened", nameof(Library), Type);
        await db.SaveChangesAsync();
    });

    /// <summary>Publishes a document and returns its item's id.</summary>
    public Task<string> PublishAsync(
        string title, string markdown, string? number = null, string formed = "2019-04-30", string agency = AgencyId, Validity? validity = null) =>
        host.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var version = await store.CreateAsync(new(Type, agency, DataOf(title, markdown, number, formed, validity)));
            await store.PublishAsync(version.ItemId);
            return version.ItemId;
        });

    /// <summary>Saves another text as a draft and publishes it in place of the one before.</summary>
    public Task ReviseAsync(string itemId, string title, string markdown, bool publish = true) => host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        var latest = await store.LatestAsync(itemId);
        await store.SaveAsync(itemId, latest!.Item.Revision, DataOf(title, markdown, null, "2019-04-30", null));
        if (publish)
        {
            await store.PublishAsync(itemId);
        }
    });

    public Task WithdrawAsync(string itemId) => host.InScopeAsync(services =>
        services.GetRequiredService<IContentStore>().WithdrawAsync(itemId, "测试"));

    private static ContentData DataOf(string title, string markdown, string? number, string formed, Validity? validity) => new(
        new TitlePart(title),
        new MarkdownBodyPart(markdown),
        new OfficialDocumentPart { Number = number, FormedOn = DateOnly.Parse(formed), Validity = validity });
}
