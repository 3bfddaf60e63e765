using System.Globalization;
using System.Security.Claims;
using CsvHelper;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.PublicLog;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Persons;
using Livelihood.Formats.Excel;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>
/// Hands out the part of the register that a member of staff looks at, as CSV or as an Excel workbook: everything but who
/// asks. What requesters describe in their own words stays here, as it often tells of themselves. Rows go from the database
/// to the file one by one; that somebody took it along stands in the audit chain, and what was looked for does not: it can be
/// somebody's name.
/// </summary>
public sealed class RegisterExport(PortalDbContext db, WorkList list, IAgencyDirectory agencies, ActorNames names, IAuditTrail audit, ChinaClock clock)
{
    /// <summary>The address, below the portal's root; it takes the work list's own filters.</summary>
    public const string Address = "/console/disclosure-register";

    private const int Names = 10_000;

    private static readonly string[] s_headings =
    [
        "回执编号", "机关", "提交方式", "申请人类型", "信息的名称", "文号", "登记时间", "收到日期", "最迟答复日期", "期限暂定",
        "状态", "经办人", "结果", "办结日期", "逾期", "未处理的投诉", "种类",
    ];

    /// <summary>Writes the requests found into a file.</summary>
    /// <param name="file">Where it goes; must be seekable.</param>
    /// <param name="asExcel">A workbook rather than CSV.</param>
    /// <param name="reach">The agencies that the reader may see.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="day">Today.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>How many requests were written; a workbook ends where its sheet is full.</returns>
    public async Task<int> WriteAsync(Stream file, bool asExcel, AgencyReach reach, WorkFilter filter, WorkDay day, CancellationToken cancellation = default)
    {
        var agencyNames = (await agencies.AllAsync(cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name, StringComparer.Ordinal);
        var found = list.Found(reach, filter, day);
        var handlers = await names.OfAsync(await found.Where(r => r.AssignedTo != null).Select(r => r.AssignedTo!).Distinct().Order().Take(Names).ToListAsync(cancellation), cancellation);
        var rows = found.OrderBy(r => r.Number).AsNoTracking().AsAsyncEnumerable()
            .Select(request => Values(request, agencyNames.GetValueOrDefault(request.AgencyId, request.AgencyId), request.AssignedTo is { } who ? handlers.GetValueOrDefault(who) : null, day.Today));
        var count = asExcel ? await WriteExcelAsync(file, rows, cancellation) : await WriteCsvAsync(file, rows, cancellation);
        audit.Record("register.exported", nameof(DisclosureRequest), "*", new { Format = asExcel ? "xlsx" : "csv", View = filter.View.Key, HasText = filter.Text is not null, filter.Agency, Rows = count });
        await db.SaveChangesAsync(cancellation);
        return count;
    }

    /// <summary>What the file is called.</summary>
    public string FileName(WorkView view, string format) => $"依申请公开登记簿-{view.Name}-{clock.Today:yyyyMMdd}.{format}";

    private static async Task<int> WriteExcelAsync(Stream file, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        using var sheet = new SpreadsheetWriter(file, "登记簿", s_headings);
        var count = 0;
        await foreach (var row in rows.Take(SpreadsheetWriter.MostRows - 1).WithCancellation(cancellation))
        {
            sheet.Add(row);
            count++;
        }

        return count;
    }

    private static async Task<int> WriteCsvAsync(Stream file, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        using var csv = CsvWriter.Create(file, CsvFormat.Options, leaveOpen: true);
        csv.WriteHeader(s_headings);
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            csv.WriteRecord([.. row.Select(value => value is DateOnly on ? on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture))]);
            count++;
        }

        return count;
    }

    // Some write their own number where the name of the information belongs.
    private static string? Plain(string? subject) => subject is null ? null : PersonalDataCheck.MaskNumbers(subject);

    private static object?[] Values(DisclosureRequest request, string agency, string? handler, DateOnly today) =>
    [
        request.Number, agency, Channels.NameOf(request.Channel), RequesterKinds.NameOf(request.RequesterKind), Plain(request.Subject), request.DocumentNumber,
        ChinaClock.Local(request.SubmittedUtc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), request.ReceivedOn, request.DueOn, request.IsProvisional ? "是" : null,
        Workflow.NameOf(request.State), handler, request is { EndedOn: not null, Outcome: { } outcome } ? OutcomeTable.Find(outcome)?.Name : null, request.EndedOn,
        request.Outcome is not (OutcomeTable.NotCorrected or OutcomeTable.NotPaid) && (request.EndedOn ?? (Workflow.DueStates.Contains(request.State) ? today : null)) > request.DueOn ? "是" : null,
        request.OpenComplaints == 0 ? null : request.OpenComplaints, RequestMatters.NameOf(request.Matter),
    ];
}

/// <summary>The address of the register as a file.</summary>
internal static class RegisterExportEndpoint
{
    public static void MapRegisterExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(RegisterExport.Address + ".{format:regex(^(csv|xlsx)$)}", AnswerAsync).RequireAuthorization(Permissions.OpenConsole);

    private static async Task<IResult> AnswerAsync(
        string format, string? view, string? q, string? who, string? agency, string? channel, string? outcome, string? matter, string? due, string? since, string? until, string? person,
        RegisterExport export, RequestAccess access, PersonSearch persons, WorkDays days, ClaimsPrincipal reader, HttpContext http, CancellationToken cancellation)
    {
        var reach = await access.VisibleAsync(reader, cancellation);
        if (reach is { Everything: false, Ids.Count: 0 })
        {
            return Results.Forbid();
        }

        // Half of what was asked for would be taken for all of it, once it is a file.
        if (WorkFilter.Unreadable(due, since, until).Select(day => day.Problem).FirstOrDefault() is { } problem)
        {
            return Results.Text($"没有导出：{problem}请回到工作列表，改正日期再导出。", "text/plain; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        if (await persons.ApplyAsync(WorkFilter.Read(view, q, who, agency, channel, outcome, matter, due, since, until), reader, person, cancellation) is not { } filter)
        {
            return Results.Text($"没有导出：{PersonSearch.Expired}请回到工作列表，再查找一次。", "text/plain; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var isExcel = format == "xlsx";
        http.Response.Headers.CacheControl = "private, no-store";
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"register-{Guid.NewGuid():N}"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        try
        {
            await export.WriteAsync(file, isExcel, reach, filter, await days.TodayAsync(cancellation), cancellation);
            file.Position = 0;
            return Results.File(file, isExcel ? SpreadsheetWriter.ContentType : CsvFormat.ContentType, export.FileName(filter.View, format));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
