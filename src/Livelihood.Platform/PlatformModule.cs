using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Citizens;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Livelihood.Platform.Forms;
using Livelihood.Platform.Mail;
using Livelihood.Platform.MemoryUse;
using Livelihood.Platform.Time;
using Livelihood.Platform.Work;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace Livelihood.Platform;

/// <summary>What all modules stand on.</summary>
public static class PlatformModule
{
    /// <summary>The assembly with the generated migrations; named, because the platform may not refer to it.</summary>
    private const string MigrationsAssembly = "Livelihood.Migrations";

    /// <summary>The name of the job that hands mail to the mail server.</summary>
    public const string DeliverOutboxJobName = "deliver-outbox";

    /// <summary>Adds database, time, audit, agencies, accounts, files, mail and jobs.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ChinaClock>();
        services.AddHttpContextAccessor();
        services.AddSingleton<ICurrentActor, HttpActor>();
        services.AddSingleton<PublicAddresses>();
        services.AddOwnAddress();
        services.AddSingleton(new ConsoleSection("OperatingHints", 5));
        services.AddSingleton<PortalFolder>();
        services.AddSingleton<IModelPart, PlatformModel>();
        services.AddDatabase();
        services.AddScoped<IAuditTrail, AuditTrail>();
        services.AddScoped<IAgencyDirectory, AgencyDirectory>();
        services.AddSingleton<IFileStore, FolderFileStore>();
        services.AddScoped<IOutbox, Outbox>();
        services.Configure<MailOptions>(configuration.GetSection("Mail"));
        services.AddKeys();
        services.AddAccounts(configuration);
        services.AddCitizens(configuration);
        services.AddSingleton<LastAccount>();
        services.AddScoped<KeptPosts>();
        services.AddScoped<IFormSource>(s => s.GetRequiredService<KeptPosts>());
        services.AddCalendar();
        services.AddWorkQueue();
        services.AddSingleton(new ConsoleLink("账号安全", "/account/two-factor", Permissions.OpenConsole, 900, "设置或更换动态验证码。"));
        services.AddSingleton(new ConsoleLink("邮件通知", "/account/mails", Permissions.OpenConsole, 901, "轮到自己办理时，要不要发邮件。"));
        return services;
    }

    /// <summary>Adds the jobs that run while the portal serves; a command line has none.</summary>
    public static IServiceCollection AddPlatformJobs(this IServiceCollection services)
    {
        services.AddQuartz(quartz => quartz.ScheduleJob<DeliverOutboxJob>(
            trigger => trigger
                .WithIdentity(DeliverOutboxJobName)
                .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(15)).RepeatForever()),
            job => job.WithIdentity(DeliverOutboxJobName)));
        services.AddHostedService(s => s.GetRequiredService<WorkRunner>());
        services.AddHostedService<QuietMemory>();
        services.AddQuartz(quartz => quartz.ScheduleJob<ForgetKeptPostsJob>(
            trigger => trigger.WithIdentity("forget-kept-posts").WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromHours(1)).RepeatForever()),
            job => job.WithIdentity("forget-kept-posts")));
        services.AddCitizenJobs();
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        return services;
    }

    private static void AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton(s => DatabaseConnection.From(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<PortalFolder>()));
        services.AddDbContextPool<SqlitePortalContext>((s, options) => options.UseSqlite(
            s.GetRequiredService<DatabaseConnection>().Text,

            // A list as one parameter: with one for each of its values, EF Core would write the statement anew each time.
            sqlite => sqlite.MigrationsAssembly(MigrationsAssembly).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)));
        services.AddDbContextPool<PostgresPortalContext>((s, options) => options.UseNpgsql(
            s.GetRequiredService<DatabaseConnection>().Text, npgsql => npgsql.MigrationsAssembly(MigrationsAssembly)));
        services.AddScoped<PortalDbContext>(s => s.GetRequiredService<DatabaseConnection>().Kind == DatabaseKind.Sqlite
            ? s.GetRequiredService<SqlitePortalContext>()
            : s.GetRequiredService<PostgresPortalContext>());
        services.AddScoped<DatabasePreparation>();
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Livelihood.Portal");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<PortalFolder, Microsoft.Extensions.Logging.ILoggerFactory>((options, folder, log) =>
                options.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    new DirectoryInfo(folder.Folder("keys")), log));
    }

    private static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<AccountRegistrar>();
        services.AddScoped<StaffAccess>();
        services.AddScoped<ActorNames>();
        services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = false;
            })
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.LoginPath = "/account/sign-in";
                cookie.AccessDeniedPath = "/account/denied";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Cookie.Name = "livelihood";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
                cookie.SlidingExpiration = true;
                cookie.Events.OnSignedIn = EndedSession.SignedInAsync;
                cookie.Events.OnRedirectToLogin = EndedSession.RedirectToSignInAsync;
            }));
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(5));
        services.Configure<StaffSignInOptions>(configuration.GetSection("Portal"));
        services.AddAuthorization(options =>
        {
            foreach (var permission in Permissions.All)
            {
                options.AddPolicy(permission, policy => policy
                    .RequireAuthenticatedUser()
                    .RequireAssertion(context => StaffAccess.May(context.User, permission)));
            }
        });
    }
}
