using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;
using Livelihood.Gazettes.Domain.Editing;

namespace Livelihood.Gazettes.Domain.Doubts;

/// <summary>The formed dates.</summary>
internal static class DateDoubts
{
    public static void Find(PrintedDocument document, Masthead masthead, List<Doubt> doubts)
    {
        var first = document.Lines.First;
        var isFirst = true;
        foreach (var block in document.Blocks.Where(b => b.Kind == BlockKind.FormedOn))
        {
            var isDocuments = isFirst;
            isFirst = false;
            var squeezed = Folding.Squeeze(Folding.Fold(block.Text));

            // Whoever set the formed date has settled what stands under the text.
            if (!(isDocuments && document.FormedOn is not null) && WrittenDate.ReadEnd(squeezed, out _, out _) == WrittenDate.Found.Impossible)
            {
                doubts.Add(new(DoubtCode.DateImpossible, $"日历上没有“{block.Text}”这一天。请对照印本改正。", [block.Lines], DoubtSeverity.Serious)
                {
                    Propose = () => isDocuments ? [.. LikelyDates.OfImpossible(squeezed, masthead.PublishedOn).Select(d => Set(document, d))] : [],
                    Own = isDocuments ? new SetField(first, DocumentField.FormedOn, "") : new CorrectLine(block.Lines.Last, block.Text),
                });
            }
        }

        if (document.FormedOn is null)
        {
            doubts.Add(new(DoubtCode.FormedOnMissing, $"《{document.Title}》没有读出成文日期。", [document.Lines], document.Number is null ? DoubtSeverity.Hint : DoubtSeverity.Warning)
            {
                Propose = () => [.. LikelyDates.InText(document, masthead.PublishedOn).Select(d => Set(document, d))],
                Own = new SetField(first, DocumentField.FormedOn, ""),
            });
        }
        else if (document.FormedOn > masthead.PublishedOn)
        {
            var block = document.Blocks.FirstOrDefault(b => b.Kind == BlockKind.FormedOn);
            doubts.Add(new(
                DoubtCode.FormedAfterPublication,
                $"《{document.Title}》的成文日期{document.FormedOn:yyyy年M月d日}晚于本期出版日期{masthead.PublishedOn:yyyy年M月d日}。请核对。",
                [block?.Lines ?? document.Lines],
                DoubtSeverity.Serious)
            {
                Propose = () => [.. LikelyDates.Before(document.FormedOn.Value, masthead.PublishedOn.Value).Select(d => Set(document, d))],
                Own = new SetField(first, DocumentField.FormedOn, $"{document.FormedOn:yyyy-M-d}"),
            });
        }
    }

    /// <summary>The proposal of a formed date.</summary>
    public static Proposal Set(PrintedDocument document, DateOnly date) =>
        new($"成文日期改为{date:yyyy年M月d日}", new SetField(document.Lines.First, DocumentField.FormedOn, $"{date:yyyy-M-d}"));
}
