using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>Applies the edits of blocks. Each answers null, or why it does not apply; then nothing was changed.</summary>
internal static class BlockEditing
{
    private const int MostLines = 5000;

    public static string? Apply(IssueDraft draft, SplitBlock edit)
    {
        if (draft.DocumentOver(edit.Line) is not { } document)
        {
            return NoDocument(edit.Line);
        }

        if (!Enumerable.Range(document.First, edit.Line - document.First).Any(draft.HasText) || !draft.HasText(edit.Line))
        {
            return $"第{edit.Line}行是文件的开头，或者没有文字，不能在这里断开。";
        }

        new BlockRuns(draft, document).CutBefore(edit.Line);
        document.Changed();
        return null;
    }

    public static string? Apply(IssueDraft draft, JoinBlocks edit)
    {
        if (Refuse(draft, edit.First, edit.Last, out var document, out var span) is { } refusal)
        {
            return refusal;
        }

        if (document is null || document.Blocks.Find(b => b.Lines.First <= span.Last && span.First <= b.Lines.Last) is not { } head)
        {
            return NoDocument(span.First);
        }

        var runs = new BlockRuns(draft, document);
        span = runs.RunsOver(span.First, span.Last);
        runs.Put(span.First, span.Last, head.Kind, head.Kind == BlockKind.Table ? head.HasHeader ? 1 : 0 : head.Level, keepsParts: false);
        document.Changed();
        return null;
    }

    public static string? Apply(IssueDraft draft, MarkLines edit)
    {
        if (!Enum.IsDefined(edit.Kind) || edit.Level is < 0 or > 5)
        {
            return "没有这样的类别。";
        }

        if (Refuse(draft, edit.First, edit.Last, out var document, out var span) is { } refusal)
        {
            return refusal;
        }

        var lines = Enumerable.Range(span.First, span.Last - span.First + 1).Where(l => !draft.LineAt(l).IsBlank).ToList();
        if (edit.Kind == BlockKind.Table && !lines.Any(l => TableReader.HasCells(draft.LineAt(l))))
        {
            return $"{span}看不出分列（没有竖线、制表符，也没有两个以上的空格），不能标为表格。";
        }

        document ??= draft.Documents.FindLast(d => d.First <= span.First) ?? draft.Documents[0];
        foreach (var line in lines)
        {
            draft.IsFurniture[line] = false;
            draft.Outside.Remove(line);
        }

        var runs = new BlockRuns(draft, document);
        runs.CutBefore(span.First);
        runs.CutBefore(span.Last + 1);
        runs.Put(span.First, span.Last, edit.Kind, edit.Level, edit.Kind is BlockKind.Paragraph or BlockKind.Heading or BlockKind.Article or BlockKind.ListItem);
        document.Changed();
        return null;
    }

    public static string? Apply(IssueDraft draft, MarkFurniture edit)
    {
        if (Refuse(draft, edit.First, edit.Last, out var document, out var span) is { } refusal)
        {
            return refusal;
        }

        if (document is not null && !Enumerable.Range(document.First, document.Last - document.First + 1).Any(l => (l < span.First || l > span.Last) && draft.HasText(l)))
        {
            return "这样一来这份文件就没有文字了。要去掉整份文件，请把它并入前一份。";
        }

        for (var line = span.First; line <= span.Last; line++)
        {
            draft.IsFurniture[line] |= !draft.LineAt(line).IsBlank;
            draft.Outside.Remove(line);
        }

        if (document is not null)
        {
            new BlockRuns(draft, document).Rebuild(span.First, span.Last);
            document.Changed();
        }

        return null;
    }

    public static string? Apply(IssueDraft draft, CorrectLine edit)
    {
        if (edit.Line < 1 || edit.Line > draft.Lines.Length || draft.LineAt(edit.Line).IsBlank)
        {
            return $"原文第{edit.Line}行没有文字。";
        }

        if (edit.Value.AsSpan().IndexOfAny('\n', '\r') >= 0 || SourceText.From([edit.Value]).Lines[0] is not { IsBlank: false } line)
        {
            return "请写出这一行在印本上的文字，只写一行。整行不要的，请标为版面杂项。";
        }

        var before = draft.LineAt(edit.Line);
        draft.Lines[edit.Line - 1] = line with { Index = before.Index, Indent = before.Indent, HasBullet = before.HasBullet, FollowsPageBreak = before.FollowsPageBreak };
        draft.Corrected.Add(edit.Line);
        if (draft.DocumentOver(edit.Line) is { } document && draft.HasText(edit.Line))
        {
            new BlockRuns(draft, document).Rebuild(edit.Line, edit.Line);
            document.Changed();
        }

        return null;
    }

    /// <summary>Lines that are there, have text and lie in one document, or in none; the span begins and ends with text.</summary>
    private static string? Refuse(IssueDraft draft, int first, int last, out DraftDocument? document, out LineSpan span)
    {
        (document, span) = (null, default);
        if (first < 1 || last < first || last > draft.Lines.Length || last - first >= MostLines)
        {
            return $"原文没有第{first}至{last}行，或者选的行太多。原文共{draft.Lines.Length}行，一次不超过{MostLines}行。";
        }

        var text = Enumerable.Range(first, last - first + 1).Where(l => !draft.LineAt(l).IsBlank).ToList();
        if (text.Count == 0)
        {
            return $"{new LineSpan(first, last)}是空行。请选有文字的行。";
        }

        span = new(text[0], text[^1]);
        var inside = span;
        var touched = draft.Documents.FindAll(d => d.First <= inside.Last && inside.First <= d.Last);
        document = touched.Count > 0 ? touched[0] : null;
        return touched.Count > 1 ? $"{span}分属{touched.Count}份文件。请一次选一份文件里的行，或者先把文件并起来。" : null;
    }

    private static string NoDocument(int line) => $"第{line}行不在任何文件里。";
}
