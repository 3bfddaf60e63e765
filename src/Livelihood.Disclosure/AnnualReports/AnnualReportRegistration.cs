using Livelihood.Content.Workflow;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.AnnualReports;

/// <summary>Annual reports: pages, files and checks.</summary>
internal static class AnnualReportRegistration
{
    public static IServiceCollection AddAnnualReports(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, AnnualReportModel>();
        services.AddScoped<RegisterFigures>();
        services.AddScoped<ReportScopes>();
        services.AddScoped<CarriedDifferences>();
        services.AddScoped<ReportReading>();
        services.AddScoped<ReportSaving>();
        services.AddScoped<IPublicationCheck, ReportPublicationCheck>();
        foreach (var permission in new[] { Permissions.HandleRequests, Permissions.ApproveRequests, Permissions.SuperviseRequests })
        {
            services.AddSingleton(new ConsoleLink("年度报告", "/console/disclosure-reports", permission, 320, "由登记簿统计政府信息公开工作年度报告，核对勾稽关系，送审发布。"));
        }

        return services;
    }

    public static void MapAnnualReports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/disclosure/reports/{agency}/{year:int}.csv", PublishedAsync);
        endpoints.MapGet("/console/disclosure-reports/{agency}/{year:int}.csv", CurrentAsync).RequireAuthorization(Permissions.OpenConsole);
    }

    private static async Task<IResult> PublishedAsync(string agency, int year, ReportReading reading, HttpContext http, CancellationToken cancellation)
    {
        if (await reading.PublishedTablesAsync(agency, year, cancellation) is not { } tables)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.File(ReportCsv.Write(tables), CsvFormat.ContentType, FileName(agency, year));
    }

    private static async Task<IResult> CurrentAsync(
        string agency, int year, ReportReading reading, ReportScopes scopes, ChinaClock clock, HttpContext http, CancellationToken cancellation)
    {
        if (!ReportYear.IsKnown(year, clock.Today) || await scopes.FindAsync(http.User, agency, year, cancellation) is not { } scope)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(ReportCsv.Write((await reading.ReadAsync(scope, cancellation)).Document.Tables), CsvFormat.ContentType, FileName(agency, year));
    }

    private static string FileName(string agency, int year) => $"{agency}-{year}.csv";
}
