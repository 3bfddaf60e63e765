using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>Marks title, number and addressees at the beginning of a document that an editor split off.</summary>
internal static class DocumentHead
{
    private const int MostLines = 8;
    private const int MostTitleLines = 4;
    private const int LongestAddressees = 400;

    public static void Mark(IssueDraft draft, DraftDocument document)
    {
        List<SourceLine> head = [.. Enumerable.Range(document.First, document.Last - document.First + 1).Where(draft.HasText).Take(MostLines).Select(draft.LineAt)];
        var first = head.FindIndex(l => !Titles.IsRedHead(l.Squeezed) && !Titles.IsNumber(l, out _));
        if (first < 0)
        {
            return;
        }

        var title = Title(head, first);
        if (title >= first)
        {
            Put(draft, document, head[first], head[title], BlockKind.Title);
        }

        if (head.Take(first).Concat(head.Skip(title + 1).Take(2)).FirstOrDefault(l => Titles.IsNumber(l, out _)) is { } number)
        {
            Put(draft, document, number, number, BlockKind.Number);
        }

        if (title >= first && head.Skip(title + 1).Take(3).FirstOrDefault(IsAddressees) is { } to)
        {
            Put(draft, document, to, to, BlockKind.Addressees);
        }

        document.Changed();
    }

    /// <summary>The index of the title's last line: the one that names a kind of document; else the first line alone, where it can be a title.</summary>
    private static int Title(List<SourceLine> head, int first)
    {
        for (var i = first; i < head.Count && i < first + MostTitleLines && Titles.CanBePart(head[i]); i++)
        {
            if (Titles.NamesAKind(head[i].Squeezed))
            {
                return i;
            }
        }

        return Titles.CanBePart(head[first]) ? first : first - 1;
    }

    private static bool IsAddressees(SourceLine line) =>
        line.Text is [.., '：' or ':'] && line.Text.Length <= LongestAddressees && !line.Text.Contains('。') && Marker.Of(line.Folded).Kind == MarkerKind.None;

    private static void Put(IssueDraft draft, DraftDocument document, SourceLine first, SourceLine last, BlockKind kind)
    {
        var runs = new BlockRuns(draft, document);
        runs.CutBefore(first.Number);
        runs.CutBefore(last.Number + 1);
        runs.Put(first.Number, last.Number, kind, 0, keepsParts: false);
    }
}
