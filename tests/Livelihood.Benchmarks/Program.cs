using Livelihood.Benchmarks.Publishing;
using Livelihood.Benchmarks.Search;

// Measurements, not tests: dotnet run -c Release --project tests/Livelihood.Benchmarks -- publishing 100000
if (args is [var what, .. var rest] && rest.Length <= 1 && (rest.Length == 0 || int.TryParse(rest[0], out _)))
{
    var size = rest.Length == 1 ? int.Parse(rest[0]) : (int?)null;
    switch (what)
    {
        case "search":
            await SearchBenchmark.RunAsync(size ?? 20_000);
            return 0;
        case "publishing":
            await PublishingBenchmark.RunAsync(size ?? 100_000);
            return 0;
    }
}

Console.Error.WriteLine("""
    Usage: dotnet run -c Release --project tests/Livelihood.Benchmarks -- search [documents]
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- publishing [items]
    Both measure on SQLite. On PostgreSQL: search where ConnectionStrings__Portal names an empty database,
    publishing where LIVELIHOOD_TEST_POSTGRES names a server on which databases may be made.
    """);
return 2;
