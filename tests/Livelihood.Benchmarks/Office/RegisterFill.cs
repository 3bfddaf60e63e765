using System.Diagnostics;
using System.Globalization;
using Livelihood.Content.Items;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Keeping;
using Livelihood.Disclosure.Office;
using Livelihood.Disclosure.Persons;
using Livelihood.Disclosure.PublicLog;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Livelihood.TestSupport;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Benchmarks.Office;

/// <summary>
/// Fills a register. The rows are made by the register's own code, event by event, with all that it keeps beside them; only
/// writing them is done in bulk. An entry of the audit chain says that a request was filed, another that somebody read who asks.
/// </summary>
internal sealed class RegisterFill(PortalHost host, IReadOnlyList<string> agencies)
{
    private const int Batch = 2_000;
    private const int HandlersOfAgency = 3;

    private readonly Dictionary<string, IReadOnlyList<string>> _handlers = [];
    private readonly Dictionary<(string Agency, int Year), int> _serials = [];

    /// <summary>The accounts responsible, of each agency.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Handlers => _handlers;

    /// <summary>Makes those who are responsible.</summary>
    public async Task EmployAsync()
    {
        foreach (var agency in agencies)
        {
            var accounts = new List<string>();
            for (var i = 0; i < HandlersOfAgency; i++)
            {
                var made = await host.CreateStaffAsync(Roles.Handler, agency);
                accounts.Add(await host.InScopeAsync(async services => $"account:{(await services.GetRequiredService<UserManager<Account>>().FindByNameAsync(made.UserName))!.Id}"));
            }

            _handlers[agency] = accounts;
        }
    }

    /// <summary>Adds the requests from one number to another, in the order of their days.</summary>
    public async Task GrowAsync(int from, int to)
    {
        var watch = Stopwatch.StartNew();
        var today = ChinaClock.DateOf(host.Clock.GetUtcNow());
        var days = Enumerable.Range(from, to - from).Select(i => (Index: i, new GeneratedRequest(i, today).On)).OrderBy(one => one.On).Select(one => one.Index).ToList();
        foreach (var batch in days.Chunk(Batch))
        {
            await host.InScopeAsync(services => AddAsync(services, [.. batch.Select(index => new GeneratedRequest(index, today))], today));
            Console.Error.Write('.');
        }

        await host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>() is var db && db.Kind == DatabaseKind.PostgreSql
            ? db.Database.ExecuteSqlRawAsync("ANALYZE")
            : Task.CompletedTask);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $" {to - from:N0} requests, {watch.Elapsed.TotalMilliseconds / (to - from):F2} ms each"));
    }

    /// <summary>Publishes answers: so many in all.</summary>
    public async Task PublishAsync(int from, int to)
    {
        for (var first = from; first < to; first += 200)
        {
            await host.InScopeAsync(async services =>
            {
                var (db, store) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<IContentStore>());
                await using var unit = await db.BeginUnitAsync();
                for (var i = first; i < Math.Min(to, first + 200); i++)
                {
                    var made = new GeneratedRequest(i, new(2026, 1, 1));
                    var request = new DisclosureRequest { Number = "", AgencyId = "", Fingerprint = "", CodeHash = "", Outcome = "r1", ServedOn = made.On };
                    var data = AnswerContent.Write(new(), new(made.Wanted.Summary, $"申请公开“{made.Wanted.Summary}”的答复。", $"## 申请的内容\n\n{made.Wanted.Summary}\n\n## 答复\n\n予以公开。", "20-1"), request);
                    await store.PublishAsync((await store.CreateAsync(new(AnswerContent.Type, agencies[i % agencies.Count], data))).ItemId);
                    db.ChangeTracker.Clear();
                }

                await unit.CommitAsync();
            });
        }
    }

    private async Task AddAsync(IServiceProvider services, IReadOnlyList<GeneratedRequest> batch, DateOnly today)
    {
        var (db, log, hashes, persons, audit) = (
            services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<RequestLog>(), services.GetRequiredService<PersonHashes>(),
            services.GetRequiredService<PersonalData>(), services.GetRequiredService<IAuditTrail>());
        var calendar = await services.GetRequiredService<IWorkingDayCalendars>().CurrentAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var unit = await db.BeginUnitAsync();
        foreach (var made in batch)
        {
            var agency = agencies[made.Index % agencies.Count];
            var request = NewRow(made, agency);
            db.Add(request);
            db.Add(new RequesterRow { RequestId = request.Id, Protected = persons.Protect(made.Requester) });
            hashes.Stage(request, made.Requester);
            var (history, handlers) = (new RequestHistory([]), _handlers[agency]);
            foreach (var happened in made.Events(calendar, today, handlers[made.Index / agencies.Count % handlers.Count], "account:head"))
            {
                history = log.Append(request, history, happened, calendar);
            }

            db.AddRange(request.Limits);
            audit.Record(RequestFiling.Action, nameof(DisclosureRequest), request.Number, new { request.AgencyId });
            if (made.Index % 3 == 0)
            {
                audit.Record(ReadingLog.Requester, nameof(DisclosureRequest), request.Number);
            }
        }

        await BulkRows.WriteAsync(
            db, typeof(DisclosureRequest), typeof(RequesterRow), typeof(RequestEventRow), typeof(ReplyDeadlineRow), typeof(PersonKeyRow), typeof(LikenessKeyRow), typeof(LimitRow));
        await db.SaveChangesAsync();
        await unit.CommitAsync();
    }

    private DisclosureRequest NewRow(GeneratedRequest made, string agency)
    {
        var (year, submitted) = (made.On.Year, ChinaClock.StartOf(made.On).AddSeconds(36_000 + made.Index % 20_000));
        var serial = _serials[(agency, year)] = _serials.GetValueOrDefault((agency, year)) + 1;
        return new()
        {
            Id = Guid.CreateVersion7(submitted),
            Number = RequestNumber.Of(agency, year, serial), AgencyId = agency, Channel = made.Channel, RequesterKind = made.Requester.Kind,
            Subject = made.Wanted.Subject, DocumentNumber = made.Wanted.DocumentNumber, Description = made.Wanted.Description, Form = made.Wanted.Form, Delivery = made.Wanted.Delivery,
            SubmittedUtc = submitted, Fingerprint = $"generated-{made.Index}", CodeHash = "generated",
        };
    }
}
