using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Passkeys;
using Livelihood.Platform.Citizens.Providers;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Livelihood.Platform.Citizens;

/// <summary>Forgets codes and drafts that nobody came back for.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetCitizenLeftoversJob(CitizenCodes codes, CitizenDrafts drafts) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await codes.ForgetAsync(cancellationToken);
        await drafts.ForgetAsync(cancellationToken);
    }
}

/// <summary>Registers citizens' accounts.</summary>
internal static class CitizenRegistration
{
    public static void AddCitizens(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<CitizenOptions>(configuration.GetSection("Citizens"));
        services.AddSingleton<IModelPart, CitizenModel>();
        services.AddSingleton<CitizenSecrets>();
        services.AddSingleton<CitizenTickets>();
        services.AddSingleton<CitizenMail>();
        services.AddSingleton<IPasswordHasher<CitizenAccount>, PasswordHasher<CitizenAccount>>();
        services.AddScoped<CitizenTrail>();
        services.AddScoped<CitizenSession>();
        services.AddScoped<CitizenCodes>();
        services.AddScoped<CitizenSignIn>();
        services.AddScoped<CitizenAccounts>();
        services.AddScoped<CitizenDrafts>();
        services.AddScoped<CitizenPasswords>();
        services.AddCitizenPasskeys();
        services.AddProvider();
        services.Configure<RateLimiterOptions>(CitizenLimits.Add);
        services.AddAuthentication().AddCookie(CitizenSession.Scheme, Configure);
    }

    public static void AddCitizenJobs(this IServiceCollection services) => services.AddQuartz(quartz => quartz.ScheduleJob<ForgetCitizenLeftoversJob>(
        trigger => trigger.WithIdentity("forget-citizen-leftovers").WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(30)).RepeatForever()),
        job => job.WithIdentity("forget-citizen-leftovers")));

    private static void AddProvider(this IServiceCollection services)
    {
        services.AddSingleton<ProviderDirectory>();
        services.AddScoped<ProviderTokens>();
        services.AddScoped<ProviderSignIn>();
        services.AddHttpClient(ProviderDirectory.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), 1024 * 1024))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
    }

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = CitizenSession.Cookie;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.IsEssential = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = CitizenSession.Lasts;
        cookie.SlidingExpiration = true;
    }
}
