using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Reads one document out of its lines.</summary>
internal sealed partial class DocumentReader(SourceText source, bool[] furniture, LineLengths lengths, DocumentPlan plan)
{
    private readonly List<Block> _blocks = [];
    private readonly List<SourceLine> _run = [];

    public PrintedDocument Read(string? section, ContentsEntry? entry)
    {
        var head = Math.Max(plan.TitleLast, plan.NumberLine);
        for (var i = plan.First; i <= plan.Last; i++)
        {
            var line = source.Lines[i];
            if (line.IsBlank || furniture[i])
            {
                continue;
            }

            if (i == plan.TitleFirst)
            {
                Flush(isHead: false);
                i = Title();
            }
            else if (i == plan.NumberLine)
            {
                Flush(isHead: plan.TitleLast >= 0 && i > plan.TitleLast);
                _blocks.Add(new(BlockKind.Number, line.Text, line.Span));
            }
            else if (i <= plan.OrderLast || (i < plan.TitleFirst && plan.OrderLast < 0))
            {
                _blocks.Add(new(BlockKind.Paragraph, line.Text, line.Span));
            }
            else
            {
                _run.Add(line);
            }
        }

        Flush(isHead: head >= 0);
        return Document(section, entry);
    }

    private int Title()
    {
        var last = plan.TitleFirst;
        var text = new System.Text.StringBuilder();
        for (var i = plan.TitleFirst; i <= plan.TitleLast; i++)
        {
            if (!source.Lines[i].IsBlank && !furniture[i])
            {
                SourceText.Join(text, source.Lines[i].Text);
                last = i;
            }
        }

        _blocks.Add(new(BlockKind.Title, text.ToString(), source.Lines[plan.TitleFirst].Span.Through(source.Lines[last].Span)));
        return last;
    }

    private void Flush(bool isHead)
    {
        if (_run.Count == 0)
        {
            return;
        }

        var raw = new ParagraphJoiner(lengths).Join(_run);
        new BlockClassifier(raw).Classify(isHead);
        _blocks.AddRange(raw.SelectMany(r => r.ToBlocks()));
        _run.Clear();
    }

    private PrintedDocument Document(string? section, ContentsEntry? entry)
    {
        var title = _blocks.Find(b => b.Kind == BlockKind.Title)?.Text ?? entry?.Title ?? plan.Number?.ToString() ?? _blocks.FirstOrDefault()?.Text ?? "";
        var dated = _blocks.FindIndex(b => b.Kind == BlockKind.FormedOn);
        var annex = _blocks.FindIndex(b => b.Kind == BlockKind.Annex);
        dated = annex >= 0 && dated > annex ? -1 : dated;
        return new(
            SourceText.Clean(title),
            plan.Number ?? entry?.Number,
            _blocks.Find(b => b.Kind == BlockKind.Addressees)?.Text.TrimEnd('：', ':'),
            dated < 0 ? [] : Signature(dated),
            FormedOn(dated),
            EffectiveDay.Find(_blocks),
            section,
            entry,
            _blocks,
            new(source.Lines[plan.First].Number, source.Lines[LastLine()].Number));
    }

    private int LastLine()
    {
        var last = plan.Last;
        while (last > plan.First && (source.Lines[last].IsBlank || furniture[last]))
        {
            last--;
        }

        return last;
    }

    private List<string> Signature(int dated)
    {
        var first = dated;
        while (first > 0 && _blocks[first - 1].Kind == BlockKind.Signature)
        {
            first--;
        }

        var names = _blocks.Skip(first).Take(dated - first).SelectMany(b => Apart().Split(b.Text)).Select(SourceText.Clean).ToList();
        var squeezed = Folding.Squeeze(Folding.Fold(_blocks[dated].Text));
        if (WrittenDate.ReadEnd(squeezed, out _, out var start) != WrittenDate.Found.None && start > 0)
        {
            names.Add(squeezed[..start]);
        }

        return names;
    }

    /// <summary>The date under the text; else one in brackets under the title, as speeches and laws have.</summary>
    private DateOnly? FormedOn(int dated)
    {
        if (dated >= 0)
        {
            return WrittenDate.ReadEnd(Folding.Squeeze(Folding.Fold(_blocks[dated].Text)), out var date, out _) == WrittenDate.Found.Date ? date : null;
        }

        foreach (var subtitle in _blocks.Where(b => b.Kind == BlockKind.Subtitle))
        {
            if (WrittenDate.ReadFirst(Folding.Squeeze(Folding.Fold(subtitle.Text)), out var date) == WrittenDate.Found.Date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The names of a joint issue stand side by side with a wide gap.</summary>
    [GeneratedRegex(@"[ \u00a0]{2,}|\u3000{2,}|\t+")]
    private static partial Regex Apart();
}
