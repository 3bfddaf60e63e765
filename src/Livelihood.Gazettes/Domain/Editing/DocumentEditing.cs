using Livelihood.Content.Documents;
using Livelihood.Content.Editing;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>Applies the edits of documents. Each answers null, or why it does not apply; then nothing was changed.</summary>
internal static class DocumentEditing
{
    public static string? Apply(IssueDraft draft, SplitDocument edit)
    {
        if (edit.Line < 1 || edit.Line > draft.Lines.Length || draft.LineAt(edit.Line).IsBlank)
        {
            return $"原文第{edit.Line}行没有文字，不能从这里开始一份文件。";
        }

        var entry = edit.Entry == 0 ? null : draft.EntryAt(edit.Entry)?.Entry;
        if (edit.Entry != 0 && (entry is null || draft.Documents.Exists(d => d.Entry == entry)))
        {
            return $"目录第{edit.Entry}行没有条目，或者已经有对应的文件。";
        }

        if (draft.IsFurniture[edit.Line])
        {
            return $"第{edit.Line}行是版面杂项。请先把它标为段落，再从这里拆开。";
        }

        if (draft.DocumentOver(edit.Line) is not { } document)
        {
            return OutsideDocument(draft, edit.Line, entry);
        }

        if (!Enumerable.Range(document.First, edit.Line - document.First).Any(draft.HasText))
        {
            return $"第{edit.Line}行已经是一份文件的开头。";
        }

        new BlockRuns(draft, document).CutBefore(edit.Line);
        var at = document.Blocks.FindIndex(b => b.Lines.First >= edit.Line);
        var blocks = document.Blocks[at..];
        document.Blocks.RemoveRange(at, blocks.Count);
        document.Changed();
        Add(draft, blocks, entry);
        return null;
    }

    public static string? Apply(IssueDraft draft, JoinDocument edit)
    {
        if (draft.DocumentAt(edit.Line) is not { } document)
        {
            return NoDocument(edit.Line);
        }

        var at = draft.Documents.IndexOf(document);
        if (at == 0)
        {
            return "这是第一份文件，前面没有可以并入的。";
        }

        var before = draft.Documents[at - 1];

        // A title and a number would be shown from the record; inside another document they are its text.
        before.Blocks.AddRange(document.Blocks.Select(b => b.Kind switch
        {
            BlockKind.Title => b with { Kind = BlockKind.AttachedTitle },
            BlockKind.Number => b with { Kind = BlockKind.Paragraph },
            _ => b,
        }));
        before.Entry ??= document.Entry;
        draft.Documents.RemoveAt(at);
        before.Changed();
        return null;
    }

    public static string? Apply(IssueDraft draft, SetField edit)
    {
        if (draft.DocumentAt(edit.Line) is not { } document)
        {
            return NoDocument(edit.Line);
        }

        var (value, fields) = (edit.Value.Trim(), document.Fields);
        switch (edit.Field)
        {
            case DocumentField.Title when value.Length is > 0 and <= 500 && !value.Contains('\n'):
                document.Fields = fields with { Title = value };
                return null;
            case DocumentField.Title:
                return "请写出题名，一行，不超过500字。";
            case DocumentField.Number:
                DocumentNumber? number = null;
                if (value.Length > 0 && !DocumentNumber.TryParse(value, out number))
                {
                    return $"“{value}”不是发文字号。请写成“机关代字〔年份〕序号号”的样子。";
                }

                document.Fields = fields with { IsNumberSet = true, Number = number };
                return null;
            case DocumentField.FormedOn or DocumentField.EffectiveOn:
                DateOnly? day = null;
                if (value.Length > 0)
                {
                    if (!DateText.TryRead(value, out var read))
                    {
                        return $"“{value}”不是日期。{DateText.Problem}";
                    }

                    day = read;
                }

                document.Fields = edit.Field == DocumentField.FormedOn
                    ? fields with { IsFormedOnSet = true, FormedOn = day }
                    : fields with { IsEffectiveOnSet = true, EffectiveOn = day };
                return null;
            case DocumentField.Addressees:
                document.Fields = fields with { IsAddresseesSet = true, Addressees = value.Length == 0 ? null : value.TrimEnd('：', ':') };
                return null;
            case DocumentField.Signature:
                document.Fields = fields with { Signature = [.. value.Split(['、', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] };
                return null;
            default:
                return "没有这样的栏。";
        }
    }

    private static string? OutsideDocument(IssueDraft draft, int line, DraftEntry? entry)
    {
        // Up to the next document, what belongs to nobody becomes this one.
        var next = draft.Documents.Find(d => d.First > line);
        var lines = Enumerable.Range(line, (next?.First ?? draft.Lines.Length + 1) - line).Where(l => l == line || draft.Outside.Contains(l)).Where(draft.HasText).ToList();
        draft.Outside.ExceptWith(lines);
        Add(draft, [.. lines.Select(l => BlockReader.OfKind([draft.LineAt(l)], BlockKind.Paragraph, 0))], entry);
        return null;
    }

    private static void Add(IssueDraft draft, List<Block> blocks, DraftEntry? entry)
    {
        var document = new DraftDocument(blocks) { Entry = entry };
        var at = draft.Documents.FindIndex(d => d.First > document.First);
        draft.Documents.Insert(at < 0 ? draft.Documents.Count : at, document);
        DocumentHead.Mark(draft, document);
    }

    private static string NoDocument(int line) => $"第{line}行不是一份文件的开头。";
}
