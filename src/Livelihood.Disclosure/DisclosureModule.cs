using Livelihood.Disclosure.AnnualReports;
using Livelihood.Disclosure.Api;
using Livelihood.Disclosure.Citizens;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Figures;
using Livelihood.Disclosure.Filing;
using Livelihood.Disclosure.Jobs;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Office;
using Livelihood.Disclosure.PublicLog;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Livelihood.Disclosure.Reminders;
using Livelihood.Disclosure.Subscriptions;
using Livelihood.Disclosure.WithheldInformation;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure;

/// <summary>Disclosure on request: filing, following, handling, and the clock that explains itself.</summary>
public static class DisclosureModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddDisclosure(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<DisclosureOptions>(configuration.GetSection("Disclosure"));
        services.AddSingleton<IModelPart, DisclosureModel>();
        services.AddSingleton<PersonalData>();
        services.AddScoped<RequestLog>();
        services.AddScoped<RequestFiling>();
        services.AddScoped<RequestRecording>();
        services.AddScoped<NewsOfRequests>();
        services.AddScoped<RequesterNotices>();
        services.AddScoped<RequesterReading>();
        services.AddScoped<Colleagues>();
        services.AddScoped<RequestDesk>();
        services.AddScoped<RequestQueries>();
        services.AddScoped<WorkList>();
        services.AddScoped<WorkDays>();
        services.AddScoped<SimilarRequests>();
        services.AddScoped<RegisterExport>();
        services.AddScoped<StatusQuery>();
        services.AddSingleton<RequestPass>();
        services.AddScoped<RequesterDesk>();
        services.AddScoped<RequestAccess>();
        services.AddScoped<StaffNames>();
        services.AddScoped<DeadlineRecomputation>();
        services.AddScoped<CalculatorCalendar>();
        services.AddScoped<ICalendarHandler>(s => s.GetRequiredService<DeadlineRecomputation>());

        // A new version may have brought another calendar, and a process may have died between an amendment and its recomputation (R-C3).
        services.AddAtStart<DeadlineRecomputation>("deadlines of open ones on the calendar in force", (recomputation, stop) => recomputation.RunAsync(stop));
        services.AddOffice();
        services.AddReminders();
        services.AddIntake();
        services.AddFiling();
        services.AddAnnualReports();
        services.AddPublicFigures();
        services.AddPublicLog();
        services.AddWithheld();
        services.AddRedaction();
        services.AddLetters();
        services.AddSubscriptions();
        services.AddCollectedRequests();
        services.AddDisclosureLimits();
        services.AddSingleton(new SitemapPage("/disclosure"));
        services.AddSingleton(new SitemapPage("/disclosure/calculator"));
        services.AddSingleton(new ConsoleLink("依申请公开", "/console/disclosure", Permissions.HandleRequests, 300, "确认收到的申请，查看答复期限及其计算过程。"));
        services.AddSingleton(new ConsoleLink("依申请公开监督", "/console/disclosure", Permissions.SuperviseRequests, 310, "查看下级机关收到的申请和答复期限。"));
        return services;
    }

    /// <summary>Adds the jobs that run while the portal serves.</summary>
    public static IServiceCollection AddDisclosureJobs(this IServiceCollection services)
    {
        services.AddReminderJobs();
        services.AddIntakeJobs();
        return services;
    }

    /// <summary>Maps what is no page.</summary>
    public static IEndpointRouteBuilder MapDisclosure(this IEndpointRouteBuilder endpoints)
    {
        DeadlinesEndpoint.Map(endpoints);
        endpoints.MapAnnualReports();
        endpoints.MapRegisterExport();
        FiguresEndpoint.Map(endpoints);
        LetterEndpoints.Map(endpoints);
        DueCalendarEndpoint.Map(endpoints);
        return endpoints;
    }
}
