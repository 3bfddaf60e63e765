using Livelihood.Content.Documents;
using Livelihood.Gazettes.Domain.Editing;

namespace Livelihood.Gazettes.Domain.Doubts;

/// <summary>The document numbers of an issue against each other and against the dates.</summary>
internal static class NumberDoubts
{
    public static void Find(PrintedIssue issue, List<Doubt> doubts)
    {
        var seen = new Dictionary<DocumentNumber, PrintedDocument>();
        var last = new Dictionary<(string Code, string? Section), DocumentNumber>();
        foreach (var document in issue.Documents.Where(d => d.Number is not null))
        {
            var number = document.Number!;
            if (seen.TryGetValue(number, out var other))
            {
                doubts.Add(Doubt(issue, document, DoubtCode.NumberTwice, $"{number}出现了两次：《{other.Title}》和《{document.Title}》。", DoubtSeverity.Serious) with
                {
                    Lines = [Place(other), Place(document)],
                });
            }

            seen[number] = document;
            var series = (number.AgencyCode, document.Section);
            if (last.TryGetValue(series, out var before) && number < before)
            {
                doubts.Add(Doubt(issue, document, DoubtCode.NumbersNotRising, $"{number}排在{before}之后。请核对发文字号。", DoubtSeverity.Hint));
            }

            last[series] = number;
            if (number.Year is { } year && document.FormedOn is { } formed && formed.Year != year)
            {
                doubts.Add(YearDiffers(document, number, year, formed));
            }
        }
    }

    /// <summary>Where the number stands.</summary>
    public static LineSpan Place(PrintedDocument document) =>
        document.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Number)?.Lines ?? document.Lines;

    /// <summary>A doubt about a document's number, with the likely ones.</summary>
    public static Doubt Doubt(PrintedIssue issue, PrintedDocument document, DoubtCode code, string message, DoubtSeverity severity) =>
        new(code, message, [Place(document)], severity)
        {
            Propose = () => [.. LikelyNumbers.Of(issue, document).Select(n => Set(document, n))],
            Own = new SetField(document.Lines.First, DocumentField.Number, $"{document.Number}"),
        };

    /// <summary>The proposal of a number.</summary>
    public static Proposal Set(PrintedDocument document, DocumentNumber number) =>
        new($"改为{number}", new SetField(document.Lines.First, DocumentField.Number, $"{number}"));

    private static Doubt YearDiffers(PrintedDocument document, DocumentNumber number, int year, DateOnly formed)
    {
        var proposals = new List<Proposal> { Set(document, number with { Year = formed.Year }) };
        if (formed.Day <= DateTime.DaysInMonth(year, formed.Month))
        {
            proposals.Add(DateDoubts.Set(document, new(year, formed.Month, formed.Day)));
        }

        return new(
            DoubtCode.NumberYearDiffers, $"发文字号{number}的年份与成文日期{formed:yyyy年M月d日}不同。请核对。", [Place(document)], DoubtSeverity.Warning)
        {
            Propose = () => proposals,
            Own = new SetField(document.Lines.First, DocumentField.Number, $"{number}"),
        };
    }
}
