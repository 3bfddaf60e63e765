namespace Livelihood.PrintedGazettes.Composition;

/// <summary>Composes the parts that documents of several kinds share: headed texts, articles, tables, annexes.</summary>
internal sealed class TextComposer(Chance chance, Prose prose)
{
    private static readonly string[] HeadingSigns = ["一", "二", "三", "四", "五", "六", "七", "八"];

    /// <summary>A text under 一、 and below it under （一） or 1., in one of the manners of the field.</summary>
    public IEnumerable<Piece> Headed(int sections)
    {
        var manner = chance.Below(4);
        var names = chance.Several(Vocabulary.Headings, sections);
        for (var i = 0; i < names.Count; i++)
        {
            yield return new(PieceKind.Heading, $"{HeadingSigns[i]}、{names[i]}", Level: 1);
            if (manner == 0 || chance.Percent(30))
            {
                yield return new(PieceKind.Paragraph, prose.Paragraph(2, 4));
                continue;
            }

            var below = chance.Several(Vocabulary.SmallHeadings, chance.Between(2, 4));
            for (var k = 0; k < below.Count; k++)
            {
                var sign = manner == 3 ? $"{k + 1}. " : $"（{HeadingSigns[k]}）";
                var level = manner == 3 ? 3 : 2;
                if (manner == 2)
                {
                    yield return new(PieceKind.Heading, sign + below[k], Level: level);
                    yield return new(PieceKind.Paragraph, prose.Paragraph());
                }
                else
                {
                    yield return new(PieceKind.RunIn, $"{sign}{below[k]}。", Level: level, After: prose.Paragraph());
                }
            }
        }
    }

    /// <summary>Numbered paragraphs that are no headings: each is one sentence or more without a title of its own.</summary>
    public IEnumerable<Piece> Numbered(int count) =>
        Enumerable.Range(0, count).Select(i => new Piece(PieceKind.Paragraph, $"{HeadingSigns[i]}、{LongSentence()}{(chance.Percent(40) ? prose.Sentence() : "")}"));

    /// <summary>Articles, in chapters where there are many.</summary>
    public IEnumerable<Piece> Articles(string name, string agency, DateOnly from)
    {
        var chapters = chance.Percent(60) ? chance.Between(2, 3) : 0;
        var names = chance.Several(Vocabulary.Chapters, chapters);
        var article = 0;
        if (chapters > 0)
        {
            yield return new(PieceKind.Heading, "第一章 总则", Level: 1);
        }

        yield return Article($"为了规范{name}，方便群众，结合本地实际，制定本办法。");
        yield return Article($"本办法适用于本行政区域内的{name}。{prose.Sentence()}");
        for (var c = 0; c < Math.Max(chapters, 1); c++)
        {
            if (chapters > 0)
            {
                yield return new(PieceKind.Heading, $"第{HeadingSigns[c + 1]}章 {names[c]}", Level: 1);
            }

            for (var n = chance.Between(2, 4); n > 0; n--)
            {
                if (chance.Percent(35))
                {
                    yield return Article($"{chance.Of(Vocabulary.Actors)}应当做好下列事项：");
                    var items = chance.Between(2, 5);
                    for (var k = 0; k < items; k++)
                    {
                        yield return new(PieceKind.Item, $"（{HeadingSigns[k]}）{prose.Deed()}{(k + 1 < items ? "；" : "。")}");
                    }
                }
                else
                {
                    yield return Article(prose.Paragraph(1, 3));
                    if (chance.Percent(30))
                    {
                        yield return new(PieceKind.Paragraph, prose.Paragraph(1, 2));
                    }
                }
            }
        }

        if (chapters > 0)
        {
            yield return new(PieceKind.Heading, $"第{HeadingSigns[chapters + 1]}章 附则", Level: 1);
        }

        yield return Article($"本办法由{agency}负责解释。");
        yield return Article($"本办法自{from.Year}年{from.Month}月{from.Day}日起施行。");

        Piece Article(string text) => new(PieceKind.Article, $"第{ChineseDigits.Counted(++article)}条 {text}", Ordinal: article);
    }

    /// <summary>A table of 4 to 16 rows with a row of column names.</summary>
    public Piece Table()
    {
        var rows = new List<IReadOnlyList<string>>();
        var count = chance.Between(4, 16);
        switch (chance.Below(4))
        {
            case 0:
                rows.Add(["序号", "项目名称", "责任单位", "完成时限"]);
                rows.AddRange(Numbered(count).Select(n => (IReadOnlyList<string>)[n.ToString(), prose.Location() + chance.Of(Vocabulary.Things) + "改造", "市" + chance.Of(Vocabulary.Departments), $"{chance.Between(3, 12)}月底"]));
                break;
            case 1:
                rows.Add(["指标", "单位", "本月", "累计", "增长（%）"]);
                rows.AddRange(chance.Several(Vocabulary.Affairs, count).Select(a => (IReadOnlyList<string>)[a + "支出", "万元", Figure(90), Figure(900), $"{chance.Between(1, 19)}.{chance.Below(10)}"]));
                break;
            case 2:
                rows.Add(["河段名称", "长度（公里）", "负责单位"]);
                rows.AddRange(chance.Several(Vocabulary.Locations, count).Select(l => (IReadOnlyList<string>)[l + "段", $"{chance.Between(1, 30)}.{chance.Between(1, 9)}", l + "镇人民政府"]));
                break;
            default:
                rows.Add(["名称", "等级", "限重", "地点", "管理人"]);
                rows.AddRange(chance.Several(Vocabulary.Locations, count).Select(l => (IReadOnlyList<string>)[l + "桥", chance.Of(["甲级", "乙级", "丙级"]), $"{chance.Between(5, 40)}吨", prose.Location(), prose.Person()]));
                break;
        }

        return new(PieceKind.Table, Table: new(rows));

        static IEnumerable<int> Numbered(int count) => Enumerable.Range(1, count);
        string Figure(int most) => $"{chance.Between(1, most)}.{chance.Below(10)}{chance.Below(10)}";
    }

    /// <summary>One or more annexes, and before them what announces them.</summary>
    public (Piece List, IReadOnlyList<Piece> Annexes) Annexes(string place, string affair, int count)
    {
        var kinds = chance.Several<Func<int, (string, IEnumerable<Piece>)>>(
            [
                _ => ($"{place}{affair}任务分解表", [Table()]),
                _ => ($"{affair}领导小组成员名单", Members()),
                _ => ($"{affair}单位名单", Names()),
                _ => ($"{affair}检查办法", Headed(2)),
                _ => ($"{affair}情况统计表", [Table(), new(PieceKind.Paragraph, "注：本表不含上年结转的部分。")]),
            ],
            count);
        var annexes = new List<Piece>();
        var titles = new List<string>();
        for (var i = 0; i < kinds.Count; i++)
        {
            var (title, pieces) = kinds[i](i);
            titles.Add(title);
            annexes.Add(new(PieceKind.Annex, title, Ordinal: count == 1 ? 0 : i + 1));
            annexes.AddRange(pieces);
        }

        return (new(PieceKind.AnnexList, string.Join('\n', titles)), annexes);
    }

    /// <summary>组长：… and the members below, a line each.</summary>
    private IEnumerable<Piece> Members()
    {
        yield return new(PieceKind.Line, $"组　长：{prose.Person()}（副市长）");
        yield return new(PieceKind.Line, $"副组长：{prose.Person()}（市{chance.Of(Vocabulary.Departments)}局长）");
        yield return new(PieceKind.Line, $"成　员：{prose.Person()}（市{chance.Of(Vocabulary.Departments)}副局长）");
        for (var n = chance.Between(3, 8); n > 0; n--)
        {
            yield return new(PieceKind.Line, $"{prose.Person()}（市{chance.Of(Vocabulary.Departments)}{chance.Of(Vocabulary.Posts)}）");
        }
    }

    private IEnumerable<Piece> Names() => chance.Several(Vocabulary.Locations, chance.Between(4, 10)).Select(l => new Piece(PieceKind.Line, l + chance.Of(["中心小学", "自来水厂", "渡口管理站", "图书室", "粮站"])));

    private string LongSentence()
    {
        var text = prose.Sentence();
        while (text.Length < 34)
        {
            text = prose.Sentence();
        }

        return text;
    }
}
