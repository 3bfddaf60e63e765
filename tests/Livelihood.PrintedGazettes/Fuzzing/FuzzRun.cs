using System.Collections.Concurrent;
using Livelihood.Gazettes.Domain;

namespace Livelihood.PrintedGazettes.Fuzzing;

/// <summary>What came of reading mutations of a text.</summary>
/// <param name="Mutations">How many were read.</param>
/// <param name="Refused">How many were no gazette any more, and were told so.</param>
/// <param name="Clean">Processor time for the clean text.</param>
/// <param name="SlowestRatio">The slowest mutation's processor time over the clean text's.</param>
/// <param name="Slowest">Its number.</param>
/// <param name="Faults">Mutations that threw, lost a character or took longer than ten times the clean text.</param>
public sealed record FuzzResult(int Mutations, int Refused, TimeSpan Clean, double SlowestRatio, int Slowest, IReadOnlyList<(int Mutation, string What)> Faults);

/// <summary>Reads mutations of a text, on two threads.</summary>
public static class FuzzRun
{
    /// <summary>From the issue: never longer than ten times the clean input.</summary>
    public const double SlowestAllowed = 10;

    /// <summary>Above this a reading is measured again, as a collection of garbage or a page fault is not the reader's.</summary>
    private const double Suspicious = 4;

    public static FuzzResult Run(string text, int first, int count, Action<int>? progress = null)
    {
        ThreadClock.Measure(() => Read(text), times: 30);
        var clean = ThreadClock.Measure(() => Read(text), times: 20);
        var faults = new ConcurrentBag<(int, string)>();
        var slowest = (Ratio: 0.0, Mutation: 0);
        var (refused, done) = (0, 0);
        var guard = new Lock();
        Parallel.For(first, first + count, new() { MaxDegreeOfParallelism = 2 }, number =>
        {
            var mutated = Mutation.Of(text, number);
            try
            {
                PrintedIssue? issue = null;
                var took = ThreadClock.Measure(() => issue = Read(mutated));
                if (took / clean > Suspicious)
                {
                    took = ThreadClock.Measure(() => Read(mutated), times: 5);
                }

                var ratio = took / clean;
                lock (guard)
                {
                    slowest = ratio > slowest.Ratio ? (ratio, number) : slowest;
                    refused += issue is null ? 1 : 0;
                }

                if (ratio > SlowestAllowed)
                {
                    faults.Add((number, $"took {ratio:0.0} times the clean text"));
                }

                if (issue is not null && KeptCharacters.FindLoss(mutated, issue) is { } loss)
                {
                    faults.Add((number, loss));
                }
            }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
            catch (Exception thrown)
#pragma warning restore CA1031
            {
                faults.Add((number, thrown.ToString()));
            }

            progress?.Invoke(Interlocked.Increment(ref done));
        });
        return new(count, refused, clean, slowest.Ratio, slowest.Mutation, [.. faults.OrderBy(f => f.Item1)]);
    }

    private static PrintedIssue? Read(string text) => GazetteReader.TryRead(text, out var issue, out _) ? issue : null;
}
