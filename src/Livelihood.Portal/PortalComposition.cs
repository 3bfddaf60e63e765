using System.Text.Encodings.Web;
using System.Text.Unicode;
using Livelihood.Api;
using Livelihood.Commitments;
using Livelihood.Content;
using Livelihood.Content.Editing.Previews;
using Livelihood.Content.Editing;
using Livelihood.Content.Feeds;
using Livelihood.Content.Handbook;
using Livelihood.Content.Media;
using Livelihood.Content.Settings;
using Livelihood.Content.Writing;
using Livelihood.Disclosure;
using Livelihood.Gazettes;
using Livelihood.Gazettes.Edition;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Forms;
using Livelihood.Platform.MemoryUse;
using Livelihood.Platform.Web;
using Livelihood.Portal.Logging;
using Livelihood.Portal.SetUp;
using Livelihood.Portal.Web;
using Livelihood.Search;
using Livelihood.Search.Feeds;
using Livelihood.Search.Suggestions;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.WebEncoders;

namespace Livelihood.Portal;

/// <summary>Puts the modules together; no rules of its own.</summary>
public static class PortalComposition
{
    /// <summary>A builder with all modules, for serving, for the command line and for design-time tools alike.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        NativeHeap.KeepLittle();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(PortalComposition).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        if (!builder.Environment.IsDevelopment())
        {
            // Run from the source tree in Production, the theme's files lie in their projects still.
            StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        }

        builder.Logging.Services.AddSingleton<ILoggerProvider, DailyFileLoggerProvider>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddStoredSettings();
        builder.Services.AddModules(builder.Configuration);
        builder.Services.AddWeb();
        builder.Services.AddScoped<PortalSetUp>();
        builder.Services.AddScoped<DemonstrationAccounts>();
        return builder;
    }

    private static void AddModules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatform(configuration);
        services.AddContent();
        services.AddCommitments();
        services.AddSearch();
        services.AddGazettes();
        services.AddDisclosure(configuration);
        services.AddApi(configuration);
    }

    private static void AddWeb(this IServiceCollection services)
    {
        // Chinese stays Chinese in the page's source, not &#x4E09;.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(pages => pages.Conventions.AuthorizeAreaFolder("Console", "/", Permissions.OpenConsole))
            .AddMvcOptions(mvc =>
            {
                ChineseBindingMessages.Apply(mvc.ModelBindingMessageProvider);
                mvc.Filters.Add<PageHandlerGate>();
            });
        services.AddAntiforgery(o => o.Cookie.Name = "livelihood-form");
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            SignInLimits.Add(limits);
            PreviewLimits.Add(limits);
        });
        services.AddHealthChecks().AddDbContextCheck<PortalDbContext>("database", tags: ["ready"]);
        services.AddResponseCompression();
    }

    /// <summary>The request pipeline.</summary>
    public static WebApplication UsePortal(this WebApplication app)
    {
        app.UseOwnAddress();
        if (app.Configuration["Portal:PathBase"] is { Length: > 0 } prefix)
        {
            app.UsePathBase(prefix);
        }

        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/status/500");
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseResponseCompression();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<SecondFactorGate>();
        app.UseAuthorization();
        app.UseMiddleware<FormRestoring>();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
        app.MapModules();
        return app;
    }

    private static void MapModules(this WebApplication app)
    {
        app.MapMedia();
        app.MapFeeds();
        app.MapSearchFeed();
        app.MapSearchSuggestions();
        app.MapEditing();
        app.MapWriting();
        app.MapExports();
        app.MapEditions();
        app.MapHandbook();
        app.MapApi();
        app.MapDisclosure();
    }
}
