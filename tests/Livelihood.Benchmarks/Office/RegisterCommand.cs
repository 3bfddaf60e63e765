using System.Diagnostics;
using System.Globalization;
using Livelihood.Disclosure.Reminders;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Benchmarks.Office;

/// <summary>
/// Grows one register from a hundredth of so many requests to all of them, and at each size times what the office, the
/// supervisor and the public open. What counts is how the times grow.
/// </summary>
internal static class RegisterCommand
{
    private const int RequestsOfAnAnswer = 25;

    private static readonly string[] s_agencies = [.. Databases.Agencies, "SMX-FGW", "SMX-JYJ", "SMX-MZJ", "SMX-RSJ"];

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(RegisterArguments asked)
    {
        using var folder = new TemporaryFolder();
        await using TestDatabase database = asked.OnPostgres ? await PostgresTestDatabase.CreateAsync() : new SqliteTestDatabase();
        await using var host = PortalHost.Start(folder.Path, database, settings: new Dictionary<string, string>
        {
            ["Portal:SetUpRecipes"] = "setup", ["Logging:LogLevel:Default"] = "Warning", ["Disclosure:FormsPerHour"] = "100000",
        });
        var fill = new RegisterFill(host, s_agencies);
        await fill.EmployAsync();
        using var visits = await RegisterVisits.BeginAsync(host, s_agencies[0], fill.Handlers[s_agencies[0]][0]);
        var (table, before) = (new Dictionary<string, List<Times>>(StringComparer.Ordinal), 0);
        int[] sizes = [asked.Requests / 100, asked.Requests / 10, asked.Requests];
        foreach (var size in sizes)
        {
            await fill.GrowAsync(before, size);
            await fill.PublishAsync(before / RequestsOfAnAnswer, size / RequestsOfAnAnswer);
            await visits.LookAsync(s_agencies[0]);
            await OnceAsync(table, "reminders, the first run", () => host.InScopeAsync(services => ActivatorUtilities.GetServiceOrCreateInstance<ReminderRun>(services).SendAsync(default)));
            if (before == 0)
            {
                await WarmAsync(visits);
            }

            using var slow = asked.PlansFrom is { } from && size == asked.Requests ? new SlowStatements(from) : null;
            foreach (var visit in visits.All())
            {
                slow?.Begin(visit.Name);
                table.TryAdd(visit.Name, []);
                table[visit.Name].Add(await TimesAsync(visit));
            }

            await OnceAsync(table, "export of the whole register, heap in MB", () => HeapWatch.MostAsync(() => visits.All().First(visit => visit.Name.EndsWith("CSV", StringComparison.Ordinal)).DoAsync(0)));
            before = size;
        }

        Print(asked, sizes, table);
        return 0;
    }

    // The compiler has done its work before the first size is measured.
    private static async Task WarmAsync(RegisterVisits visits)
    {
        for (var round = 0; round < 20; round++)
        {
            foreach (var visit in visits.All())
            {
                await visit.DoAsync(round);
            }
        }
    }

    private static async Task<Times> TimesAsync(Visit visit)
    {
        var times = new List<double>();
        for (var round = -1; round < visit.Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await visit.DoAsync(Math.Abs(round));
            if (round >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        return new(times[times.Count / 2], times[0]);
    }

    private static async Task OnceAsync(Dictionary<string, List<Times>> table, string name, Func<Task<double?>> measure)
    {
        var watch = Stopwatch.StartNew();
        var measured = await measure();
        table.TryAdd(name, []);
        var once = measured ?? watch.Elapsed.TotalMilliseconds;
        table[name].Add(new(once, once));
    }

    private static Task OnceAsync(Dictionary<string, List<Times>> table, string name, Func<Task> measure) => OnceAsync(table, name, async () =>
    {
        await measure();
        return (double?)null;
    });

    private static void Print(RegisterArguments asked, IReadOnlyList<int> sizes, Dictionary<string, List<Times>> table)
    {
        Console.WriteLine($"On {(asked.OnPostgres ? "PostgreSQL" : "SQLite")}, {s_agencies.Length} agencies, in ms, median and best; growth of the best:");
        Console.WriteLine();
        Console.WriteLine($"| | {string.Join(" | ", sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture)))} | growth |");
        Console.WriteLine($"|---|{string.Concat(sizes.Select(_ => "---|"))}---|");
        foreach (var (name, times) in table)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", times.Select(time => string.Create(CultureInfo.InvariantCulture, $"{time.Median:F1} / {time.Best:F1}")))} | {times[^1].Best / times[0].Best:F1} |"));
        }
    }

    // Other work on the machine lengthens single rounds; the best of them says most of the program itself.
    private sealed record Times(double Median, double Best);
}
