using System.Diagnostics;
using System.Globalization;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Reminders;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Benchmarks.Office;

/// <summary>What is measured.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Rounds">How often; the median counts.</param>
/// <param name="DoAsync">Does it once, of this round.</param>
internal sealed record Visit(string Name, int Rounds, Func<int, Task> DoAsync);

/// <summary>What people open of a register and what runs by itself, over HTTP with the page rendered where people do it so.</summary>
internal sealed class RegisterVisits : IDisposable
{
    private const int Often = 15;
    private const int Seldom = 3;

    private readonly PortalHost _host;
    private readonly string _handlerOfList;
    private readonly PortalVisitor _handler;
    private readonly PortalVisitor _head;
    private readonly PortalVisitor _supervisor;
    private readonly PortalVisitor _reader;
    private readonly HttpClient _download;
    private List<string> _numbers = [];

    private RegisterVisits(PortalHost host, string handlerOfList, PortalVisitor handler, PortalVisitor head, PortalVisitor supervisor)
    {
        (_host, _handlerOfList, _handler, _head, _supervisor, _reader) = (host, handlerOfList, handler, head, supervisor, host.NewVisitor());
        _download = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host.BaseAddress };
    }

    /// <summary>Signs everybody in.</summary>
    /// <param name="host">The portal.</param>
    /// <param name="agency">Whose office it is.</param>
    /// <param name="handlerOfList">An account that is responsible for requests there.</param>
    public static async Task<RegisterVisits> BeginAsync(PortalHost host, string agency, string handlerOfList) => new(
        host, handlerOfList, await host.SignInAsync(Roles.Handler, agency), await host.SignInAsync(Roles.Head, agency), await host.SignInAsync(Roles.Supervisor, "SMX"));

    /// <summary>Looks at the register as it is now.</summary>
    public async Task LookAsync(string agency) => _numbers = await _host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<DisclosureRequest>()
        .Where(r => r.AgencyId == agency).OrderBy(r => r.Fingerprint).Take(100).Select(r => r.Number).ToListAsync());

    /// <summary>All of it.</summary>
    public IEnumerable<Visit> All() => [.. Lists(), .. Office(), .. Supervisor(), .. Public(), .. Alone()];

    public void Dispose()
    {
        foreach (var one in new IDisposable[] { _handler, _head, _supervisor, _reader, _download })
        {
            one.Dispose();
        }
    }

    private IEnumerable<Visit> Lists() =>
    [
        Page("work list, handler: open", _handler, _ => "/console/disclosure"),
        .. new[] { "late", "today", "soon", "unconfirmed", "waiting", "unassigned", "mine", "ended", "all" }
            .Select(view => Page($"work list, handler: {view}", _handler, _ => $"/console/disclosure?view={view}")),
        Page("work list, head: decision", _head, _ => "/console/disclosure?view=decision"),
        Page("work list, handler: all, page 30", _handler, _ => "/console/disclosure?view=all&p=30"),
        Page("work list, handler: by handler", _handler, _ => $"/console/disclosure?who={_handlerOfList}"),
        Page("work list, handler: by due day", _handler, i => $"/console/disclosure?due=2026-03-{2 + i % 20:D2}"),
        Page("work list, handler: open, text", _handler, i => $"/console/disclosure?q=第{100 + i}号地块"),
        Page("work list, handler: all, text", _handler, i => $"/console/disclosure?view=all&q=第{100 + i}号地块"),
        Page("work list, handler: all, number", _handler, i => $"/console/disclosure?view=all&q={_numbers[i % _numbers.Count]}"),
    ];

    private IEnumerable<Visit> Office() =>
    [
        Page("calendar of a month, handler", _handler, _ => "/console/disclosure-calendar"),
        Page("calendar of a month, supervisor", _supervisor, _ => "/console/disclosure-calendar"),
        Page("a request's page", _handler, i => $"/console/disclosure/{_numbers[i % _numbers.Count]}"),
        Page("intake, form", _handler, _ => "/console/disclosure/intake"),
        new("intake, check with alike ones", Often, CheckAsync),
        Page("reminders that were sent, head", _head, _ => "/console/disclosure-reminders"),
    ];

    private IEnumerable<Visit> Supervisor() =>
    [
        .. new[] { "open", "late", "complaints", "ended", "all" }.Select(view => Page($"work list, supervisor: {view}", _supervisor, _ => $"/console/disclosure?view={view}")),
        Page("work list, supervisor: all, page 30", _supervisor, _ => "/console/disclosure?view=all&p=30"),
        Page("work list, supervisor: all, text", _supervisor, i => $"/console/disclosure?view=all&q=第{100 + i}号地块"),
        Page("reading log", _supervisor, _ => "/console/disclosure-readings"),
        Page("reading log of a request", _supervisor, i => $"/console/disclosure-readings?number={_numbers[i % _numbers.Count]}"),
        new("export of the whole register, first byte", Seldom, i => DownloadAsync("/console/disclosure-register.csv?view=all", firstByte: true)),
        new("export of the whole register, CSV", Seldom, i => DownloadAsync("/console/disclosure-register.csv?view=all", firstByte: false)),
        new("export of the whole register, xlsx", Seldom, i => DownloadAsync("/console/disclosure-register.xlsx?view=all", firstByte: false)),
        new("annual report, all agencies", 5, _ => GetAsync(_supervisor, "/console/disclosure-reports/SMX/2025")),
        new("annual report, requests of a figure", 5, _ => GetAsync(_supervisor, "/console/disclosure-reports/SMX/2025/requests?row=r1")),
    ];

    private IEnumerable<Visit> Public() =>
    [
        Page("public figures, nothing written since", _reader, i => $"/disclosure/figures?year={2026 - i % 2}"),
        new("public figures, counted anew", 5, i => CountAnewAsync($"/disclosure/figures?year={2026 - i % 4}")),
        new("public figures of an agency, counted anew", 5, i => CountAnewAsync($"/disclosure/figures?year={2026 - i % 4}&agency={Databases.Agencies[i % 4]}")),
        Page("public log", _reader, _ => "/disclosure/log"),
        Page("public log, search", _reader, i => $"/disclosure/log?q=第{100 + i}号地块"),
        Page("request form", _reader, _ => "/disclosure/requests/new"),
    ];

    private IEnumerable<Visit> Alone() =>
    [
        new("reminders, nothing new to send", 5, _ => _host.InScopeAsync(services => ActivatorUtilities.GetServiceOrCreateInstance<ReminderRun>(services).SendAsync(default))),
    ];

    private static Visit Page(string name, PortalVisitor visitor, Func<int, string> path) => new(name, Often, i => GetAsync(visitor, path(i)));

    private static async Task GetAsync(PortalVisitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode || answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/account", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode} at {answer.RequestMessage!.RequestUri}.");
        }
    }

    private async Task CheckAsync(int round)
    {
        var made = new GeneratedRequest(round, new(2026, 3, 2));
        var fields = new Dictionary<string, string>
        {
            ["Channel"] = "InPerson", ["Arrived"] = "2026-03-02", ["Input.Key"] = Livelihood.Disclosure.Domain.SubmissionKey.New().ToString(), ["Input.Agency"] = Databases.Agencies[0],
            ["Input.Subject"] = made.Wanted.Subject!, ["Input.Form"] = "Electronic", ["Input.Delivery"] = "PickUp", ["Input.Name"] = made.Requester.Name,
            ["Input.IdentityKind"] = "OtherPersonal", ["Input.IdentityNumber"] = made.Requester.DocumentNumber, ["Input.Phone"] = "13800001234", ["Input.Address"] = "测试路1号",
        };
        using var answer = await _handler.PostAsync("/console/disclosure/intake?handler=Check", fields, "/console/disclosure/intake");
        if (!(await answer.Content.ReadAsStringAsync()).Contains("data-received", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The check page did not come: {(int)answer.StatusCode}.");
        }
    }

    // Something is written before, as in an office where people work.
    private async Task CountAnewAsync(string path)
    {
        await _host.InScopeAsync(async services =>
        {
            services.GetRequiredService<IAuditTrail>().Record("benchmark.written", nameof(RegisterVisits), path);
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        });
        await GetAsync(_reader, path);
    }

    private async Task DownloadAsync(string path, bool firstByte)
    {
        using var wanted = new HttpRequestMessage(HttpMethod.Get, path);
        wanted.Headers.Add("Cookie", _supervisor.CookiesFor(path));
        using var answer = await _download.SendAsync(wanted, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[81_920];
        while (await body.ReadAsync(buffer) > 0 && !firstByte)
        {
        }
    }
}
