using Livelihood.Benchmarks.Search;

// Measurements, not tests: dotnet run -c Release --project tests/Livelihood.Benchmarks -- search 20000
if (args is ["search", .. var rest] && rest.Length <= 1 && (rest.Length == 0 || int.TryParse(rest[0], out _)))
{
    await SearchBenchmark.RunAsync(rest.Length == 1 ? int.Parse(rest[0]) : 20_000);
    return 0;
}

Console.Error.WriteLine("""
    Usage: dotnet run -c Release --project tests/Livelihood.Benchmarks -- search [documents]
    Measures on SQLite; on PostgreSQL where ConnectionStrings__Portal names an empty database.
    """);
return 2;
