namespace Livelihood.PrintedGazettes.Composition;

/// <summary>Composes one document of each kind that gazettes print.</summary>
internal sealed class DocumentComposer(Chance chance, Place place, NumberSeries numbers, DateOnly publishedOn)
{
    private readonly Prose _prose = new(chance, publishedOn.Year);
    private readonly List<string> _affairs = [.. chance.Several(Vocabulary.Affairs, Vocabulary.Affairs.Length)];

    private TextComposer Text => new(chance, _prose);

    private string Affair()
    {
        var affair = _affairs[^1];
        _affairs.RemoveAt(_affairs.Count - 1);
        return affair;
    }

    private DateOnly Day(string code) => numbers.Day(code);

    /// <summary>令 with the regulation that it puts in force; the regulation's title is the document's.</summary>
    public DocumentTruth Order()
    {
        var affair = Affair();
        var title = $"{place.Name}{affair}{chance.Of(["管理办法", "管理规定", "实施细则"])}";
        var code = $"{place.Government}令";
        var day = Day(code);
        var from = day.AddDays(30);
        return new($"{place.Level}政府令", [], title, numbers.Series(code), day,
        [
            new(PieceKind.OrderName, code),
            new(PieceKind.OrderSerial),
            new(PieceKind.Paragraph, $"《{title}》已经{day.Year}年{day.Month}月{Math.Max(1, day.Day - 3)}日{place.Level}人民政府第{chance.Between(2, 40)}次常务会议通过，现予公布，自{from.Year}年{from.Month}月{from.Day}日起施行。"),
            new(PieceKind.Signature, $"{place.Head}　{_prose.Person()}"),
            new(PieceKind.Date, Date: day),
            new(PieceKind.LateTitle, title),
            .. Text.Articles(affair, place.Government, from),
        ]);
    }

    /// <summary>A notice, opinion or decision of the government or of its office.</summary>
    public DocumentTruth Plain(bool ofOffice)
    {
        var affair = Affair();
        var (agency, code, section) = Issuer(ofOffice);
        var day = Day(code);
        var annexes = chance.Percent(45) ? chance.Between(1, 3) : 0;
        var matter = chance.Of(
        [
            $"关于加强{affair}工作的意见", $"关于做好{affair}有关工作的通知", $"关于进一步规范{affair}的通知", $"关于成立{affair}领导小组的通知",
            $"关于{affair}和{Affair()}工作情况的通报", $"关于调整{affair}和{Affair()}工作职责及其经费安排的通知", $"关于表彰{affair}工作先进单位的决定",
        ]);
        var body = new List<Piece> { new(PieceKind.Addressees, place.Below), new(PieceKind.Paragraph, $"为了做好{affair}，{_prose.Sentence()}现通知如下：") };
        body.AddRange(chance.Below(3) switch
        {
            0 => Text.Numbered(chance.Between(2, 5)),
            1 => Enumerable.Range(0, chance.Between(1, 3)).Select(_ => new Piece(PieceKind.Paragraph, _prose.Paragraph(2, 4))),
            _ => Text.Headed(chance.Between(2, 4)),
        });
        return new(section, [agency], matter, numbers.Next(code), day, Finish(body, agency, day, affair, annexes, code));
    }

    /// <summary>印发: a short notice and the text that it issues.</summary>
    public DocumentTruth Issuing(bool ofOffice)
    {
        var affair = Affair();
        var (agency, code, section) = Issuer(ofOffice);
        var day = Day(code);
        var byArticles = chance.Percent(50);
        var title = $"{place.Name}{affair}{(byArticles ? "暂行办法" : chance.Of(["实施方案", "三年行动计划", "应急预案"]))}";
        var attached = byArticles ? Text.Articles(affair, agency, day.AddDays(20)) : Text.Headed(chance.Between(3, 5)).Prepend(new(PieceKind.Paragraph, _prose.Paragraph(1, 2)));
        return new(section, [agency], $"关于印发{title}的通知", numbers.Next(code), day,
        [
            new(PieceKind.Addressees, place.Below),
            new(PieceKind.Paragraph, $"《{title}》已经{place.Level}政府同意，现印发给你们，请结合实际，认真组织实施。"),
            new(PieceKind.Signature, agency),
            new(PieceKind.Date, Date: day),
            new(PieceKind.AttachedTitle, title),
            .. attached,
            Imprint(agency, affair, day),
        ]);
    }

    /// <summary>转发: a short notice and another body's text with its own name and date below.</summary>
    public DocumentTruth Forwarding()
    {
        var affair = Affair();
        var (agency, code, section) = Issuer(ofOffice: true);
        var day = Day(code);
        var department = place.Level + chance.Of(Vocabulary.Departments);
        var before = day.AddDays(-chance.Between(4, 20));
        return new(section, [agency], $"转发{department}关于{affair}意见的通知", numbers.Next(code), day,
        [
            new(PieceKind.Addressees, place.Below),
            new(PieceKind.Paragraph, $"{department}《关于{affair}的意见》已经{place.Level}政府同意，现转发给你们，请认真贯彻执行。"),
            new(PieceKind.Signature, agency),
            new(PieceKind.Date, Date: day),
            new(PieceKind.AttachedTitle, $"关于{affair}的意见"),
            .. Text.Numbered(3),
            new(PieceKind.Signature, department),
            new(PieceKind.Date, Date: before),
            Imprint(agency, affair, day),
        ]);
    }

    /// <summary>批复 to one government.</summary>
    public DocumentTruth Reply()
    {
        var affair = Affair();
        var (agency, code, section) = Issuer(ofOffice: false);
        var day = Day(code);
        var asking = $"{chance.Of(Vocabulary.Locations)}县人民政府";
        return new(section, [agency], $"关于同意{asking[..^4]}{affair}规划的批复", numbers.Next(code), day,
        [
            new(PieceKind.Addressees, asking),
            new(PieceKind.Paragraph, $"你县《关于审批{affair}规划的请示》收悉。经研究，现批复如下："),
            .. Text.Numbered(chance.Between(2, 3)),
            new(PieceKind.Signature, agency),
            new(PieceKind.Date, Date: day),
        ]);
    }

    /// <summary>公告 or 通告 with a number in a yearly series.</summary>
    public DocumentTruth Announcement()
    {
        var affair = Affair();
        var code = $"{place.Government}公告";
        var day = Day(code);
        var number = numbers.Yearly(code);
        return new($"{place.Level}政府文件", [place.Government], $"关于{affair}有关事项的公告", number, day,
        [
            new(PieceKind.OrderName, code),
            new(PieceKind.OrderSerial),
            new(PieceKind.LateTitle, $"{place.Government}关于{affair}有关事项的公告"),
            new(PieceKind.Paragraph, $"现将{affair}有关事项公告如下："),
            .. Text.Numbered(chance.Between(2, 4)),
            new(PieceKind.Paragraph, "特此公告。"),
            new(PieceKind.Signature, place.Government),
            new(PieceKind.Date, Date: day),
        ]);
    }

    /// <summary>A document of one department or of two together.</summary>
    public DocumentTruth Departmental(bool joint)
    {
        var affair = Affair();
        var names = chance.Several(Vocabulary.Departments, joint ? 2 : 1).Select(d => place.Name + d).ToList();
        var code = place.Code + names[0][place.Name.Length] + "发";
        var day = Day(code);
        var body = new List<Piece>
        {
            new(PieceKind.Addressees, $"各县（市、区）{names[0][place.Name.Length..]}，局属各单位"),
            new(PieceKind.Paragraph, _prose.Paragraph(1, 2)),
        };
        body.AddRange(Text.Headed(2));
        body.AddRange(names.Select(n => new Piece(PieceKind.Signature, n)));
        body.Add(new(PieceKind.Date, Date: day));
        return new("部门文件", names, $"关于{affair}补助标准的通知", numbers.Next(code), day, body);
    }

    /// <summary>人事任免.</summary>
    public DocumentTruth Appointment()
    {
        var code = place.Code + "政任";
        var day = Day(code);
        var person = _prose.Person();
        var pieces = new List<Piece> { new(PieceKind.Addressees, place.Below), new(PieceKind.Paragraph, $"{place.Level}人民政府决定：") };
        for (var n = chance.Between(3, 7); n > 0; n--)
        {
            var (name, post) = (n == 3 ? person : _prose.Person(), $"{place.Name}{chance.Of(Vocabulary.Departments)}{chance.Of(Vocabulary.Posts)}");
            pieces.Add(new(PieceKind.Paragraph, chance.Percent(60) ? $"{name}任{post}；" : $"免去{name}的{post}职务；"));
        }

        pieces[^1] = pieces[^1] with { Text = pieces[^1].Text[..^1] + "。" };
        pieces.Add(new(PieceKind.Signature, place.Government));
        pieces.Add(new(PieceKind.Date, Date: day));
        return new("人事任免", [place.Government], $"关于{person}等同志职务任免的通知", numbers.Next(code), day, pieces);
    }

    /// <summary>A speech: no number; who spoke and when stands under the title.</summary>
    public DocumentTruth Speech()
    {
        var day = publishedOn.AddDays(-chance.Between(15, 40));
        return new("领导讲话", [], $"在全{place.Level}{Affair()}{chance.Of(Vocabulary.Meetings)}上的讲话", null, day,
        [
            new(PieceKind.Subtitle, $"{place.Head}　{_prose.Person()}"),
            new(PieceKind.Subtitle, Date: day),
            new(PieceKind.Addressees, "同志们"),
            new(PieceKind.Paragraph, _prose.Paragraph(2, 4)),
            .. Text.Headed(3),
            new(PieceKind.Paragraph, _prose.Paragraph(1, 2)),
        ]);
    }

    /// <summary>大事记 of a month: days and what happened; no number, no date, nobody signs.</summary>
    public DocumentTruth Chronicle()
    {
        var month = publishedOn.AddMonths(-1);
        var days = Enumerable.Range(0, chance.Between(5, 9)).Select(_ => chance.Between(1, 28)).Distinct().Order();
        return new("大事记", [], $"{place.Name}{month.Year}年{month.Month}月大事记", null, null,
            [.. days.Select(d => new Piece(PieceKind.Paragraph, $"{d}日　{_prose.Sentence()}"))]);
    }

    /// <summary>政策解读: questions as headings; no number, nobody signs.</summary>
    public DocumentTruth Interpretation()
    {
        var affair = Affair();
        return new("政策解读", [], $"《{place.Name}{affair}管理办法》政策解读", null, null, [new(PieceKind.Paragraph, _prose.Paragraph(1, 2)), .. Text.Headed(4)]);
    }

    /// <summary>A table of figures and nothing else.</summary>
    public DocumentTruth Statistics()
    {
        var month = publishedOn.AddMonths(-1);
        return new("统计资料", [], $"{month.Year}年{month.Month}月全{place.Level}主要经济指标", null, null, [Text.Table()]);
    }

    private (string Agency, string Code, string Section) Issuer(bool ofOffice) => ofOffice
        ? (place.Office, place.Code + "政办", $"{place.Level}政府{place.OfficeWord}文件")
        : (place.Government, place.Code + "政", $"{place.Level}政府文件");

    private List<Piece> Finish(List<Piece> body, string agency, DateOnly day, string affair, int annexes, string code)
    {
        var (list, texts) = annexes > 0 ? Text.Annexes(place.Name, affair, annexes) : (null, []);
        if (list is not null)
        {
            body.Add(list);
        }

        body.Add(new(PieceKind.Signature, agency));
        body.Add(new(PieceKind.Date, Date: day));
        body.AddRange(texts);
        if (code.EndsWith('办'))
        {
            body.Add(Imprint(agency, affair, day));
        }

        return body;
    }

    /// <summary>Printed by houses that print it.</summary>
    private Piece Imprint(string agency, string affair, DateOnly day) => new(PieceKind.Imprint, $"{affair[..2]}　{affair[2..]}　通知\n{place.Level}委各部门，{place.Level}人大常委会{place.OfficeWord}\n{agency}", Date: day.AddDays(1));
}
