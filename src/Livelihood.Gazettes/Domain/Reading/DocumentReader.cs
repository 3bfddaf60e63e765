namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Reads one document out of its lines.</summary>
internal sealed class DocumentReader(IssueSource source, DocumentPlan plan)
{
    private readonly List<Block> _blocks = [];
    private readonly List<SourceLine> _run = [];

    public PrintedDocument Read(string? section, ContentsEntry? entry)
    {
        var head = Math.Max(plan.TitleLast, plan.NumberLine);
        for (var i = plan.First; i <= plan.Last; i++)
        {
            var line = source.Text.Lines[i];
            if (line.IsBlank || source.Furniture[i])
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
            else if (i <= plan.OrderLast)
            {
                i = Order();
            }
            else if (i < plan.TitleFirst && plan.OrderLast < 0)
            {
                _blocks.Add(new(BlockKind.Paragraph, line.Text, line.Span));
            }
            else
            {
                _run.Add(line);
            }
        }

        Flush(isHead: head >= 0);
        return DocumentFields.Of(_blocks, section, entry);
    }

    private int Title()
    {
        _blocks.Add(BlockReader.Read(source, Span(plan.TitleFirst, plan.TitleLast), BlockKind.Title)!);
        return plan.TitleLast;
    }

    private int Order()
    {
        _blocks.Add(BlockReader.Read(source, Span(plan.First, plan.OrderLast), BlockKind.Order)!);
        return plan.OrderLast;
    }

    private static LineSpan Span(int first, int last) => new(first + 1, last + 1);

    private void Flush(bool isHead)
    {
        _blocks.AddRange(BlockReader.Read(_run, source.Lengths, isHead));
        _run.Clear();
    }
}
