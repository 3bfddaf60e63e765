using Livelihood.Content.Media.Jobs;
using Livelihood.Content.Media.Library;
using Livelihood.Content.Media.Pictures;
using Livelihood.Content.Media.Texts;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Content.Workflow;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Content.Media;

/// <summary>Files: taking, checking, keeping, serving.</summary>
internal static class MediaRegistration
{
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddOptions<UploadOptions>().BindConfiguration("Portal:Uploads");
        services.AddSingleton<IModelPart, MediaModel>();
        services.AddSingleton<MediaBytesLock>();
        services.AddSingleton<PictureProgram>();
        services.AddSingleton<PictureWorkshop>();
        services.AddSingleton(s => new PdfToText(s.GetRequiredService<IConfiguration>()["Portal:PdfToText"]));
        services.AddSingleton<FileTextReader>();
        services.AddScoped<MediaBytes>();
        services.AddScoped<MediaAccess>();
        services.AddScoped<MediaQueue>();
        services.AddScoped<IUploads, Uploads>();
        services.AddScoped<MediaUses>();
        services.AddScoped<IContentHandler>(s => s.GetRequiredService<MediaUses>());
        services.AddScoped<IPublicationCheck>(s => s.GetRequiredService<MediaUses>());
        services.AddScoped(s => new MediaLibrary(s.GetRequiredService<PortalDbContext>(), s.GetRequiredService<IAuditTrail>(), s.GetRequiredService<MediaBytes>()));
        services.AddScoped<ITextContributor, MediaTextContributor>();
        services.AddScoped<FileInputReader>();
        services.AddContentPart<FilesPart>();
        foreach (var (permission, hint) in new[]
        {
            (Permissions.EditContent, "上传附件和图片，查看用在哪里。"),
            (Permissions.ReviewContent, "查看附件和图片用在哪里。"),
            (Permissions.PublishContent, "查看附件和图片用在哪里。"),
        })
        {
            services.AddSingleton(new ConsoleLink("文件", "/console/files", permission, 60, hint));
        }

        return services;
    }
}
