using Livelihood.PrintedGazettes.Scoring;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>
/// Precision and recall in percent that must not be lost, a little below what is reached. After the reader was made better:
/// <c>dotnet run -c Release --project tests/Livelihood.Benchmarks -- digitisation --issues 1 --floors</c> prints them anew.
/// </summary>
public static class DigitisationFloors
{
    public static TheoryData<string, Measure, double, double> All { get; } = new()
    {
        { Measurement.Clean, Measure.Documents, 1, 1 },
    };
}
