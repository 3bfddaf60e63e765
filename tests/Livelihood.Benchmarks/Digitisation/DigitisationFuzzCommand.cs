using System.Diagnostics;
using System.Globalization;
using Livelihood.PrintedGazettes.Fuzzing;

namespace Livelihood.Benchmarks.Digitisation;

/// <summary>Reads mutations of the real issue: <c>digitisation-fuzz N [--from M] [--update]</c>. Exit code 1 where one throws, loses a character or is too slow.</summary>
internal static class DigitisationFuzzCommand
{
    public const string Usage = """
        digitisation-fuzz N [--from M] [--update]
                     reads N mutations of the real issue, from number M (0) on; --update writes the figures into docs/digitisation.md
        """;

    public static int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 || !int.TryParse(arguments[0], out var count) || count < 1 || !TryParse([.. arguments.Skip(1)], out var from, out var update))
        {
            Console.Error.WriteLine("Usage: " + Usage);
            return 2;
        }

        if (!SeedIssue.TryRead(out var text))
        {
            Console.Error.WriteLine("The real issue is absent: put the seeds into ../shared/seeds beside the repository, or name their folder in LIVELIHOOD_TEST_SEEDS.");
            return 2;
        }

        var clock = Stopwatch.StartNew();
        var result = FuzzRun.Run(text, from, count, done =>
        {
            if (done % 5000 == 0)
            {
                Console.Error.WriteLine($"{done} of {count}, {clock.Elapsed:mm\\:ss}");
            }
        });
        var report = string.Create(CultureInfo.InvariantCulture, $"""
            | mutations of the seed | {result.Mutations:N0} |
            |---|---|
            | threw, lost a character or took more than ten times as long | {result.Faults.Select(f => f.Mutation).Distinct().Count()} |
            | no gazette any more, and refused with the reason | {result.Refused:N0} |
            | slowest, over the clean text's {result.Clean.TotalMilliseconds:0.0} ms | {result.SlowestRatio:0.0} times |

            """);
        Console.WriteLine(report);
        foreach (var (mutation, what) in result.Faults.Take(20))
        {
            Console.WriteLine($"mutation {mutation}: {what}");
        }

        if (update)
        {
            FiguresInDocs.Write("fuzz", report);
        }

        return result.Faults.Count == 0 ? 0 : 1;
    }

    private static bool TryParse(IReadOnlyList<string> rest, out int from, out bool update)
    {
        (from, update) = (0, false);
        for (var i = 0; i < rest.Count; i++)
        {
            if (rest[i] == "--update")
            {
                update = true;
            }
            else if (rest[i] == "--from" && i + 1 < rest.Count && int.TryParse(rest[i + 1], out from))
            {
                i++;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
