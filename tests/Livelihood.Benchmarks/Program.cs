using Livelihood.Benchmarks.Deadlines;
using Livelihood.Benchmarks.Digitisation;
using Livelihood.Benchmarks.Office;
using Livelihood.Benchmarks.Publishing;
using Livelihood.Benchmarks.Search;

// Measurements, not tests: dotnet run -c Release --project tests/Livelihood.Benchmarks -- publishing 100000
switch (args)
{
    case ["search", "everything"]:
        await EveryRun.RunAsync();
        return 0;
    case ["search", .. var rest] when SearchArguments.TryRead(rest, out var search):
        await SearchBenchmark.RunAsync(search);
        return 0;
    case ["search-quality", .. var options]:
        return await SearchQualityCommand.RunAsync(options);
    case ["publishing"]:
        await PublishingBenchmark.RunAsync(100_000);
        return 0;
    case ["publishing", var items] when int.TryParse(items, out var size):
        await PublishingBenchmark.RunAsync(size);
        return 0;
    case ["office-year", var requests] when int.TryParse(requests, out var many) && many > 0:
        return await YearCommand.RunAsync(many);
    case ["filing", var requests] when int.TryParse(requests, out var filed) && filed > 0:
        return await FilingCommand.RunAsync(filed);
    case ["register", .. var rest] when RegisterArguments.TryRead(rest, out var register):
        return await RegisterCommand.RunAsync(register);
    case ["deadlines"]:
        return DeadlinesCommand.Run();
    case ["rules"]:
        return RulesCommand.Run();
    case ["kill", var times] when int.TryParse(times, out var kills) && kills > 0:
        return await KillCommand.RunAsync(kills);
    case ["digitisation", .. var asked]:
        return DigitisationCommand.Run(asked);
    case ["digitisation-fuzz", .. var wanted]:
        return DigitisationFuzzCommand.Run(wanted);
}

Console.Error.WriteLine("""
    Usage: dotnet run -c Release --project tests/Livelihood.Benchmarks -- search [documents] [--database sqlite|postgres]
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- search [documents] --beside lucene
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- search everything
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- search-quality [--show] [--database sqlite|postgres]
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- publishing [items]
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- office-year REQUESTS
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- filing REQUESTS
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- kill TIMES
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- register REQUESTS [--database sqlite|postgres] [--plans MILLISECONDS]
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- deadlines
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- rules
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- digitisation [--issues N] [--show N] [--update]
           dotnet run -c Release --project tests/Livelihood.Benchmarks -- digitisation-fuzz N [--update]
    On PostgreSQL: LIVELIHOOD_TEST_POSTGRES names a server on which databases may be made.
    """);
return 2;
