using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Media.Jobs;
using Livelihood.Content.Parts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Xunit;

namespace Livelihood.IntegrationTests.Media;

/// <summary>Puts files on a portal's shelf as an editor does, and uses them in items.</summary>
internal sealed class Shelf(PortalHost host, string folder)
{
    public const string Page = "/console/files";

    /// <summary>Writes a file that a form can bring.</summary>
    public string Write(string name, byte[] bytes)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "to-upload", Guid.NewGuid().ToString("n")));
        var path = Path.Combine(place.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Uploads through the plain form and returns the page that follows.</summary>
    public async Task<PortalPage> UploadAsync(PortalVisitor editor, string name, byte[] bytes)
    {
        var form = await editor.GetPageAsync(Page);
        return await form.SubmitAsync("form[enctype]", new Dictionary<string, string> { ["Files"] = Write(name, bytes) });
    }

    /// <summary>Takes a file as the service does.</summary>
    public Task<MediaFile> TakeAsync(string name, byte[] bytes, string agency = StaffAccounts.DefaultAgency, string? text = null) =>
        host.InScopeAsync(services => services.GetRequiredService<IUploads>().TakeAsync(new MemoryStream(bytes), new(name, agency, text)));

    public Task<MediaFile> FindAsync(string name) => host.InScopeAsync(services =>
        services.GetRequiredService<PortalDbContext>().Set<MediaFile>().AsNoTracking().Where(f => f.Name == name).SingleAsync());

    /// <summary>Makes an item; published at once where asked for.</summary>
    public Task<string> WriteItemAsync(string title, bool publish, params object[] parts) => host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        var version = await store.CreateAsync(new("Notice", StaffAccounts.DefaultAgency, new ContentData([new TitlePart(title), .. parts])));
        if (publish)
        {
            await store.PublishAsync(version.ItemId);
        }

        return version.ItemId;
    });

    public Task PublishAsync(string itemId) => host.InScopeAsync(services => services.GetRequiredService<IContentStore>().PublishAsync(itemId));

    public Task WithdrawAsync(string itemId) => host.InScopeAsync(services => services.GetRequiredService<IContentStore>().WithdrawAsync(itemId, "测试"));

    /// <summary>Runs a job until the condition holds.</summary>
    public async Task RunUntilAsync(string job, Func<PortalDbContext, Task<bool>> reached)
    {
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        for (var i = 0; i < 200; i++)
        {
            if (i % 20 == 0)
            {
                await scheduler.TriggerJob(new JobKey(job));
            }

            if (await host.InScopeAsync(services => reached(services.GetRequiredService<PortalDbContext>())))
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"{job} did not come to its end.");
    }

    /// <summary>Waits until the text of a file was read.</summary>
    public Task ReadTextAsync(MediaFile file) => RunUntilAsync(MediaJobs.ReadTexts, db => db.Set<MediaText>().AnyAsync(t => t.Path == file.Path));

    /// <summary>How many files are known, and how many lie in the store.</summary>
    public Task<(int Known, int Kept)> CountAsync() => host.InScopeAsync(async services =>
    {
        var known = await services.GetRequiredService<PortalDbContext>().Set<MediaFile>().CountAsync();
        var kept = Directory.CreateDirectory(Path.Combine(folder, "files")).EnumerateFiles("*", SearchOption.AllDirectories).Count();
        return (known, kept);
    });

    public static string Url(MediaFile file) => MediaAddress.Url(file.Path)[1..];
}
