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
        { Measurement.Clean, Measure.Documents, 96.8, 94.5 },
        { Measurement.Clean, Measure.Titles, 91, 88.9 },
        { Measurement.Clean, Measure.Numbers, 93.8, 90.1 },
        { Measurement.Clean, Measure.Dates, 92.3, 81.7 },
        { Measurement.Clean, Measure.Pages, 98, 77.5 },
        { Measurement.Clean, Measure.Tables, 98, 98 },
        { Measurement.Clean, Measure.Sections, 98, 75.7 },
        { Measurement.Clean, Measure.Addressees, 90.8, 95 },
        { Measurement.Clean, Measure.Signatures, 91.8, 82.7 },
        { Measurement.Clean, Measure.Headings, 96.9, 94.5 },
        { Measurement.Clean, Measure.Articles, 98, 98 },
        { Measurement.Clean, Measure.Annexes, 98, 98 },
        { Measurement.Clean, Measure.AttachedTitles, 92.7, 83.7 },
        { Measurement.Clean, Measure.Paragraphs, 93.8, 94.9 },
        { Measurement.Clean, Measure.Furniture, 89.3, 87.3 },
        { Measurement.Clean, Measure.Masthead, 98, 94.6 },
        { Measurement.Clean, Measure.Board, 66.9, 98 },
        { Measurement.OneFault, Measure.Documents, 96.1, 92.4 },
        { Measurement.OneFault, Measure.Titles, 90, 86.4 },
        { Measurement.OneFault, Measure.Numbers, 93.4, 88 },
        { Measurement.OneFault, Measure.Dates, 92.1, 79.7 },
        { Measurement.OneFault, Measure.Pages, 97.8, 75.7 },
        { Measurement.OneFault, Measure.Tables, 96.5, 91.7 },
        { Measurement.OneFault, Measure.Sections, 97.8, 73.1 },
        { Measurement.OneFault, Measure.Addressees, 90.2, 92.6 },
        { Measurement.OneFault, Measure.Signatures, 91.3, 80.5 },
        { Measurement.OneFault, Measure.Headings, 96.5, 91.9 },
        { Measurement.OneFault, Measure.Articles, 97.7, 96 },
        { Measurement.OneFault, Measure.Annexes, 98, 96.5 },
        { Measurement.OneFault, Measure.AttachedTitles, 90.1, 80.8 },
        { Measurement.OneFault, Measure.Paragraphs, 90.4, 91.7 },
        { Measurement.OneFault, Measure.Furniture, 89.6, 85.8 },
        { Measurement.OneFault, Measure.Masthead, 98, 93.2 },
        { Measurement.OneFault, Measure.Board, 66.6, 94.5 },
        { Measurement.Mixed, Measure.Documents, 97.2, 93 },
        { Measurement.Mixed, Measure.Titles, 90.4, 86.6 },
        { Measurement.Mixed, Measure.Numbers, 93.9, 86.8 },
        { Measurement.Mixed, Measure.Dates, 92.1, 72.1 },
        { Measurement.Mixed, Measure.Pages, 97, 75.6 },
        { Measurement.Mixed, Measure.Tables, 90.4, 55.4 },
        { Measurement.Mixed, Measure.Sections, 97.4, 74.1 },
        { Measurement.Mixed, Measure.Addressees, 90.2, 93 },
        { Measurement.Mixed, Measure.Signatures, 86.4, 72.7 },
        { Measurement.Mixed, Measure.Headings, 93.3, 79.9 },
        { Measurement.Mixed, Measure.Articles, 98, 96.3 },
        { Measurement.Mixed, Measure.Annexes, 98, 98 },
        { Measurement.Mixed, Measure.AttachedTitles, 88, 77.3 },
        { Measurement.Mixed, Measure.Paragraphs, 68.3, 81.1 },
        { Measurement.Mixed, Measure.Furniture, 92, 93.3 },
        { Measurement.Mixed, Measure.Masthead, 98, 93 },
        { Measurement.Mixed, Measure.Board, 64, 83.8 },
    };
}
