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
        { Measurement.Clean, Measure.Documents, 99, 99 },
        { Measurement.Clean, Measure.Titles, 99, 99 },
        { Measurement.Clean, Measure.Numbers, 99, 99 },
        { Measurement.Clean, Measure.Dates, 99, 97.7 },
        { Measurement.Clean, Measure.Pages, 99, 99 },
        { Measurement.Clean, Measure.Tables, 99, 99 },
        { Measurement.Clean, Measure.Sections, 99, 99 },
        { Measurement.Clean, Measure.Addressees, 99, 99 },
        { Measurement.Clean, Measure.Signatures, 97.6, 97.6 },
        { Measurement.Clean, Measure.CopiedTo, 99, 99 },
        { Measurement.Clean, Measure.Headings, 99, 99 },
        { Measurement.Clean, Measure.Articles, 99, 99 },
        { Measurement.Clean, Measure.Annexes, 99, 99 },
        { Measurement.Clean, Measure.AttachedTitles, 99, 99 },
        { Measurement.Clean, Measure.Paragraphs, 98.3, 98.6 },
        { Measurement.Clean, Measure.Furniture, 99, 97.9 },
        { Measurement.Clean, Measure.Masthead, 99, 99 },
        { Measurement.Clean, Measure.Board, 99, 99 },
        { Measurement.OneFault, Measure.Documents, 98.9, 98.8 },
        { Measurement.OneFault, Measure.Titles, 98.7, 98.7 },
        { Measurement.OneFault, Measure.Numbers, 98.9, 98.8 },
        { Measurement.OneFault, Measure.Dates, 98.9, 97.4 },
        { Measurement.OneFault, Measure.Pages, 98.7, 98.8 },
        { Measurement.OneFault, Measure.Tables, 98.5, 98.5 },
        { Measurement.OneFault, Measure.Sections, 98.9, 98.7 },
        { Measurement.OneFault, Measure.Addressees, 98.6, 98.6 },
        { Measurement.OneFault, Measure.Signatures, 97.3, 97.1 },
        { Measurement.OneFault, Measure.CopiedTo, 97.4, 97.4 },
        { Measurement.OneFault, Measure.Headings, 98.9, 98.1 },
        { Measurement.OneFault, Measure.Articles, 99, 98.8 },
        { Measurement.OneFault, Measure.Annexes, 99, 99 },
        { Measurement.OneFault, Measure.AttachedTitles, 98.3, 98.7 },
        { Measurement.OneFault, Measure.Paragraphs, 97.7, 98.1 },
        { Measurement.OneFault, Measure.Furniture, 98.9, 98 },
        { Measurement.OneFault, Measure.Masthead, 99, 98.9 },
        { Measurement.OneFault, Measure.Board, 99, 97.7 },
        { Measurement.Mixed, Measure.Documents, 98.8, 98.4 },
        { Measurement.Mixed, Measure.Titles, 98, 97.6 },
        { Measurement.Mixed, Measure.Numbers, 99, 97.6 },
        { Measurement.Mixed, Measure.Dates, 98.1, 91.2 },
        { Measurement.Mixed, Measure.Pages, 98, 98 },
        { Measurement.Mixed, Measure.Tables, 98.9, 98.9 },
        { Measurement.Mixed, Measure.Sections, 98.3, 98.3 },
        { Measurement.Mixed, Measure.Addressees, 95.2, 95.2 },
        { Measurement.Mixed, Measure.Signatures, 95.6, 91.1 },
        { Measurement.Mixed, Measure.CopiedTo, 80.8, 80.8 },
        { Measurement.Mixed, Measure.Headings, 99, 87.3 },
        { Measurement.Mixed, Measure.Articles, 99, 98.7 },
        { Measurement.Mixed, Measure.Annexes, 99, 99 },
        { Measurement.Mixed, Measure.AttachedTitles, 92.3, 88.6 },
        { Measurement.Mixed, Measure.Paragraphs, 90.6, 94 },
        { Measurement.Mixed, Measure.Furniture, 98.7, 98.8 },
        { Measurement.Mixed, Measure.Masthead, 99, 98.1 },
        { Measurement.Mixed, Measure.Board, 99, 84.8 },
    };
}
