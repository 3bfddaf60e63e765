using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Houses;

namespace Livelihood.PrintedGazettes.Setting;

/// <summary>Sets one document into the pages and notes what a reader should read of it.</summary>
internal sealed class DocumentSetter(House house, Pages pages, DocumentTruth document, int index, Chance chance)
{
    private readonly List<string> _signature = [];
    private readonly List<(int, string)> _headings = [];
    private readonly List<int> _articles = [];
    private readonly List<(int, string)> _annexes = [];
    private readonly List<string> _attached = [];
    private readonly List<string> _paragraphs = [];
    private readonly List<string> _either = [];
    private readonly List<IReadOnlyList<IReadOnlyList<string>>> _tables = [];
    private readonly bool _bulletedItems = house.Entries == EntryForm.Bullet && chance.Percent(50);
    private string? _addressees;
    private string? _copiedTo;
    private bool _signed;

    /// <summary>Sets it; the page is that of its first line. Lines are filled in once the text is whole.</summary>
    public ExpectedDocument Set()
    {
        pages.Begin(document.Section);
        var page = pages.Page;
        if (!document.IsOrder)
        {
            Head();
        }

        for (var i = 0; i < document.Pieces.Count; i++)
        {
            i += Set(document.Pieces[i], document.Pieces.Skip(i + 1));
        }

        return new()
        {
            Title = document.Title,
            Number = document.Number?.ToString(),
            FormedOn = document.FormedOn,
            Lines = default,
            Addressees = _addressees,
            Signature = _signature,
            Page = page,
            Section = document.Section,
            CopiedTo = _copiedTo,
            Headings = _headings,
            Articles = _articles,
            Annexes = _annexes,
            AttachedTitles = _attached,
            Paragraphs = _paragraphs,
            Either = _either,
            Tables = _tables,
        };
    }

    private void Head()
    {
        var number = document.Number is null ? null : Forms.Number(house, document.Number);
        if (number is not null && house.NumberPlace == NumberPlace.RedHead)
        {
            _either.Add(document.Agencies[0] + "文件");
            Centre(document.Agencies[0] + "文件");
        }

        if (number is not null && house.NumberPlace is NumberPlace.RedHead or NumberPlace.AboveTitle && number is not null)
        {
            Centre(number);
            pages.Gap();
        }

        Title(document.Agencies, document.Matter);
        if (number is not null && house.NumberPlace is NumberPlace.BelowTitle or NumberPlace.BelowTitleBracketed && number is not null)
        {
            pages.Gap();
            Centre(house.NumberPlace == NumberPlace.BelowTitle ? number : $"（{number}）");
        }

        if (house.DateUnderTitle && document.FormedOn is { } day && document.Number is not null)
        {
            pages.Gap();
            _either.Add($"（{Forms.Date(house, day)}）");
            Centre($"（{Forms.Date(house, day)}）");
            _signed = true;
        }

        pages.Blank();
    }

    private void Title(IReadOnlyList<string> agencies, string matter)
    {
        var whole = string.Join(' ', agencies) + matter;
        switch (house.Titles)
        {
            case TitleForm.OneLine:
                Centre(whole);
                break;
            case TitleForm.AgencyLine:
                foreach (var line in agencies.Concat(Wrapping.Balanced(matter, Math.Max(16, house.Width - 6))))
                {
                    Centre(line);
                }

                break;
            case TitleForm.Broken:
                foreach (var line in Wrapping.Balanced(whole, Math.Max(14, house.Width * 2 / 3)))
                {
                    Centre(line.Trim());
                }

                break;
            default:
                Centre(string.Join(' ', agencies.Concat(Wrapping.Balanced(matter, 22))));
                break;
        }
    }

    /// <summary>Sets a piece; returns how many of those that follow it took along.</summary>
    private int Set(Piece piece, IEnumerable<Piece> following)
    {
        switch (piece.Kind)
        {
            case PieceKind.Subtitle:
                var subtitle = piece.Date is { } spokenOn ? $"（{Forms.Date(house, spokenOn)}）" : piece.Text;
                _either.Add(subtitle);
                pages.Gap();
                Centre(subtitle);
                break;
            case PieceKind.Addressees:
                _addressees ??= piece.Text;
                pages.Gap();
                pages.Paragraph(piece.Text + "：", index, "");
                break;
            case PieceKind.Paragraph or PieceKind.Article or PieceKind.Item:
                _paragraphs.Add(piece.Text);
                if (piece.Kind == PieceKind.Article)
                {
                    _articles.Add(piece.Ordinal);
                }

                Flow((piece.Kind == PieceKind.Item && _bulletedItems ? "- " : "") + piece.Text, gap: piece.Kind != PieceKind.Item || !_bulletedItems);
                break;
            case PieceKind.RunIn:
                _headings.Add((piece.Level, piece.Text));
                _paragraphs.Add(piece.After);
                Flow(piece.Text + piece.After);
                break;
            case PieceKind.Heading:
                Heading(piece);
                break;
            case PieceKind.Line:
                _paragraphs.Add(piece.Text);
                pages.Line(house.Indent + piece.Text, index);
                break;
            case PieceKind.Table:
                Table(piece.Table!);
                break;
            case PieceKind.AnnexList:
                AnnexList(piece.Text.Split('\n'));
                break;
            case PieceKind.Signature:
                return Foot([piece, .. following.TakeWhile(p => p.Kind == PieceKind.Signature)], following.First(p => p.Kind == PieceKind.Date));
            case PieceKind.Annex:
                Annex(piece);
                break;
            case PieceKind.AttachedTitle:
                _attached.Add(piece.Text);
                pages.Blank();
                Centre(piece.Text);
                pages.Blank();
                break;
            case PieceKind.OrderName:
                _either.Add(piece.Text);
                pages.Gap();
                Centre(piece.Text);
                break;
            case PieceKind.OrderSerial:
                _either.Add(Forms.Number(house, document.Number!));
                pages.Gap();
                Centre(Forms.Number(house, document.Number!));
                pages.Blank();
                break;
            case PieceKind.LateTitle:
                pages.Blank();
                Title([], piece.Text);
                pages.Blank();
                break;
            case PieceKind.Imprint:
                Imprint(piece);
                break;
        }

        return 0;
    }

    private void Heading(Piece piece)
    {
        _headings.Add((piece.Level, piece.Text));
        pages.Gap();
        if (piece.Text[0] == '第' && house.Pad != '\0')
        {
            pages.Line(Forms.Centred(house, piece.Text), index);
        }
        else
        {
            pages.Paragraph(piece.Text, index, house.Indent);
        }
    }

    private int Foot(IReadOnlyList<Piece> names, Piece date)
    {
        if (house.DateUnderTitle && _signed && _attached.Count == 0)
        {
            return names.Count;
        }

        var day = Forms.Date(house, date.Date!.Value);
        if (_attached.Count == 0)
        {
            _signature.AddRange(names.Select(n => n.Text));
        }
        else
        {
            _either.AddRange(names.Select(n => n.Text).Append(day));
        }

        pages.Gap();
        if (house.OneLineFoot && names.Count == 1)
        {
            _either.Add(names[0].Text + day);
            pages.Line(Forms.Right(house, $"{names[0].Text}　　{day}"), index);
            return names.Count;
        }

        foreach (var name in names)
        {
            pages.Line(Forms.Right(house, name.Text), index);
            pages.Gap();
        }

        pages.Line(Forms.Right(house, day), index);
        return names.Count;
    }

    private void AnnexList(string[] titles)
    {
        pages.Gap();
        for (var i = 0; i < titles.Length; i++)
        {
            var lead = i == 0 ? "附件：" : house.Indent.Length > 0 ? new string(house.Indent[0], house.Indent[0] == ' ' ? 6 : 3) : "";
            var text = lead + (titles.Length > 1 ? $"{i + 1}. " : "") + titles[i];
            _either.Add(text);
            pages.Paragraph(text, index, house.Indent);
        }

        // Read as one paragraph it is as good.
        _either.Add(string.Concat(_either.TakeLast(titles.Length)));
    }

    private void Annex(Piece piece)
    {
        _annexes.Add((piece.Ordinal, piece.Text));
        var ordinal = piece.Ordinal > 0 ? piece.Ordinal.ToString() : "";
        pages.Blank();
        pages.Line(house.Annexes switch
        {
            AnnexForm.Spaced => $"附 件 {ordinal}".TrimEnd(),
            AnnexForm.Colon => $"附件{ordinal}：",
            _ => $"附件{ordinal}",
        }, index);
        pages.Gap();
        Centre(piece.Text);
        pages.Blank();
    }

    private void Imprint(Piece piece)
    {
        if (!house.HasImprint)
        {
            return;
        }

        var parts = piece.Text.Split('\n');
        _copiedTo = parts[1];
        string[] lines = [$"主题词：{parts[0]}", $"抄送：{parts[1]}。", $"{parts[2]}　　{Forms.Date(house, piece.Date!.Value)}印发"];
        _either.AddRange(lines);
        _either.Add(string.Concat(lines));
        foreach (var line in lines)
        {
            pages.Gap();
            pages.Line(line, index);
        }
    }

    private void Table(TableTruth table)
    {
        _tables.Add(table.Rows);
        var rows = TableSetter.Set(house, table);
        pages.Gap();
        foreach (var line in rows.SelectMany((r, i) => r.Select((l, k) => (Text: l, First: k == 0, Row: i))))
        {
            pages.Line(line.Text, index, line.First, line.Row > 0 && line.First && house.ContinuedTables ? () => string.Join('\n', rows[0]) : null);
        }
    }

    private void Flow(string text, bool gap = true)
    {
        if (gap)
        {
            pages.Gap();
        }

        pages.Paragraph(text, index, house.Indent);
    }

    private void Centre(string text) => pages.Line(Forms.Centred(house, text), index);
}
