using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Houses;

namespace Livelihood.PrintedGazettes.Setting;

/// <summary>Fills pages with lines, and puts heads and feet to them.</summary>
internal sealed class Pages(House house, MastheadTruth masthead, Chance ragged)
{
    private readonly List<SetLine> _lines = [];
    private int _used;
    private bool _breakPending;
    private string _section = "";

    public IReadOnlyList<SetLine> Lines => _lines;

    /// <summary>The page that the next line stands on.</summary>
    public int Page { get; private set; } = house.FirstPage;

    /// <summary>Begins a document; its section stands in the running heads.</summary>
    public void Begin(string section)
    {
        var roomForATitle = house.LinesPerPage - 7;
        if (_used > 0 && (house.NewPagePerDocument || _used > roomForATitle))
        {
            _section = section;
            NextPage();
        }
        else
        {
            if (_lines.Count == 0 && house.Head != HeadForm.None)
            {
                _section = section;
                Head();
            }

            Blank();
        }

        _section = section;
    }

    /// <summary>A paragraph, over as many lines and pages as it takes.</summary>
    public void Paragraph(string text, int document, string indent)
    {
        var visual = Wrapping.Wrap(text, house.Width, indent.Length, house.RaggedLines ? ragged : null);
        var open = "";
        var starts = true;
        for (var i = 0; i < visual.Count; i++)
        {
            if (_used >= house.LinesPerPage)
            {
                Flush();
                NextPage();
            }

            var line = (i == 0 ? indent : "") + visual[i];
            _used++;
            open += line;
            if (house.HardLines)
            {
                Flush();
            }
        }

        Flush();

        void Flush()
        {
            if (open.Length > 0)
            {
                Add(new(open, LineKind.Text, document, starts));
                (open, starts) = ("", false);
            }
        }
    }

    /// <summary>A line that is never broken; true when it began a new page.</summary>
    public bool Line(string text, int document, bool starts = true, Func<string?>? continued = null)
    {
        var turned = _used >= house.LinesPerPage;
        if (turned)
        {
            NextPage();
            if (continued?.Invoke() is { } again)
            {
                Add(new("续表", LineKind.Furniture));
                foreach (var row in again.Split('\n'))
                {
                    Add(new(row, LineKind.Repeated, document));
                }

                _used += 2;
            }
        }

        _used++;
        Add(new(text, LineKind.Text, document, starts));
        return turned;
    }

    public void Blank()
    {
        if (_lines.Count > 0 && _lines[^1].Kind != LineKind.Blank)
        {
            _lines.Add(SetLine.Blank);
        }
    }

    /// <summary>The blank line between paragraphs, in houses that have one.</summary>
    public void Gap()
    {
        if (house.BlankBetweenParagraphs)
        {
            Blank();
        }
    }

    public void End() => Foot();

    private void NextPage()
    {
        Foot();
        Page++;
        _used = 0;
        _breakPending = house.FormFeeds;
        Head();
    }

    private void Foot()
    {
        Gap();
        var number = house.PageNumber switch
        {
            PageNumberForm.Bare => $"{Page}",
            PageNumberForm.Dashed => $"—{Page}—",
            PageNumberForm.SpacedDashed => $"- {Page} -",
            PageNumberForm.Dotted => $"·{Page}·",
            PageNumberForm.InWords => $"第{Page}页",
            _ => null,
        };
        if (number is not null)
        {
            Add(new(house.Head == HeadForm.SectionTitlePage && Page % 2 == 1 ? Forms.Right(house, number) : Forms.Centred(house, number), LineKind.Furniture));
            Gap();
        }
    }

    private void Head()
    {
        var gap = house.Pad == '\0' ? "  " : new string(house.Pad, 8);
        var title = masthead.Title;
        var head = house.Head switch
        {
            HeadForm.TitleAndIssue => $"{title}{gap}{Forms.Issue(house, masthead)}",
            HeadForm.TitleDotIssue => $"{title} {masthead.Year}·{masthead.Number}",
            HeadForm.SectionTitlePage => Page % 2 == 0 ? $"{_section}{gap}{title}" : $"{title}{gap}{_section}",
            _ => null,
        };
        if (head is not null)
        {
            Add(new(head, LineKind.Furniture));
            Gap();
        }
    }

    private void Add(SetLine line)
    {
        if (_breakPending)
        {
            line = line with { Text = "\f" + line.Text };
            _breakPending = false;
        }

        _lines.Add(line);
    }
}
