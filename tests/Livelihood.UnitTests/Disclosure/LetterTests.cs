using Livelihood.Content.Rendering;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Fees;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Outcomes;
using Xunit;
using static Livelihood.UnitTests.Disclosure.LetterSamples;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>Which letters an event makes, and what they say.</summary>
public sealed class LetterTests
{
    [Fact]
    public void Every_sentof_the_workflow_with_a_letter_makes_a_whole_one()
    {
        var events = EventsWithLetters();
        var expected = Workflow.Table.Where(line => line.Letter is not null || line.Event == typeof(Replied)).Select(line => line.Event).ToHashSet();
        Assert.Equal(expected, events.Select(one => one.Event.GetType()).ToHashSet());
        foreach (var (before, next) in events)
        {
            var letters = Write(before, next);
            Assert.NotEmpty(letters);
            if (Workflow.Table.First(line => line.Event == next.GetType() && line.Letter is not null == (next is not Replied)).Letter is { } number && next is not ConsultationSent { With: Consulted.Agency })
            {
                Assert.Equal(number, letters[0].Kind.Number);
            }

            Assert.All(letters, letter => AssertWhole(letter.Text));
        }
    }

    [Fact]
    public void R_36_Every_kind_of_reply_is_a_whole_letter_with_its_ground_and_its_remedies()
    {
        foreach (var kind in ReplyKinds.All)
        {
            var (before, reply, content) = Reply(kind);
            var (letter, text) = Assert.Single(Write(before, reply));
            Assert.Equal(kind.Letter, letter.Number);
            AssertWhole(text);
            Assert.All(kind.Parts, part => Assert.Contains(content[part.Name]!, text.Markdown));
            Assert.Contains(kind.Key == "other" ? content.Law! : LegalBasis.Of(kind), text.Markdown);
            Assert.Equal(OutcomeTable.Find(kind.Outcome)!.Remedy == Remedy.ReconsiderationFirst, text.Markdown.Contains("应当自收到之日起60日内先向云岭市人民政府申请行政复议", StringComparison.Ordinal));
            Assert.Equal(OutcomeTable.Find(kind.Outcome)!.Remedy == Remedy.Choice, text.Markdown.Contains("6个月内依法向云岭市人民法院", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_letter_says_which_request_was_received_when_and_what_follows()
    {
        var asked = Write(History(), new CorrectionAsked(On("2026-03-04"), On("2026-03-18"), "哪一年\n哪一段")).Single().Text;
        Assert.Equal(("云岭市人民政府办公室政府信息公开申请补正告知书", "申请人甲", "云岭市人民政府办公室", On("2026-03-04")), (asked.Title, asked.Addressee, asked.Signature, asked.On));
        Assert.Equal(["云岭市人民政府办公室", "政府信息公开申请补正告知书"], asked.TitleLines);
        Assert.Contains("2026年3月2日收到您（贵单位）提出的政府信息公开申请（回执编号：YL-ZFB-2026-000012）", asked.Markdown);
        Assert.Contains("公路养护经费（文号：云政〔2019〕8号）", asked.Markdown);
        Assert.Contains("哪一年。\n\n哪一段。", asked.Markdown);
        Assert.Contains("2026年3月18日以前（含当日）补正", asked.Markdown);

        var granted = Write(History(new ExtensionProposed(On("2026-03-04"), 10, "查找档案", "a")), new Extended(On("2026-03-04"), 10, "查找档案", "b")).Single().Text;
        Assert.Contains("最迟于2026年4月14日答复", granted.Markdown);
        var lapsed = Write(History(new CorrectionAsked(On("2026-03-04"), On("2026-03-18"), "哪一年")), new CorrectionLapsed(On("2026-03-19"))).Single().Text;
        Assert.Contains("2026年3月4日告知您补正，补正期限到2026年3月18日", lapsed.Markdown);
    }

    [Fact]
    public void R_41_Every_letter_of_a_correction_of_records_speaks_of_it_and_of_no_disclosure()
    {
        var events = EventsWithLetters(RequestMatter.Correction);
        Assert.Equal(EventsWithLetters().Select(one => one.Event.GetType()).Except([typeof(Livelihood.Disclosure.Domain.FeeNoticed), typeof(FeeLapsed)]), events.Select(one => one.Event.GetType()).Distinct());
        var written = events.SelectMany(one => Write(one.Before, one.Event)).Concat(HandWritten(RequestMatter.Correction)).ToList();
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 23, 24, 25, 26], written.Select(letter => letter.Kind.Number).Distinct().Order());
        Assert.All(written, letter =>
        {
            AssertWhole(letter.Text);
            var told = letter.Text.Markdown.Replace("政府信息公开条例", "").Replace("政府信息公开工作机构", "").Replace("政府信息公开网站", "").Replace("云政公开〔2026〕", "");
            Assert.DoesNotContain("公开", letter.Text.Title);
            Assert.Contains("更正", letter.Text.Title);
            Assert.DoesNotContain("公开", told);
            Assert.DoesNotContain("根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第三", told);
            Assert.Equal("云岭市人民政府办公室" + letter.Kind.NameIn(RequestMatter.Correction), letter.Text.Title);
        });
        Assert.NotNull(HandLetter.Find(10)!.Objection(History(RequestMatter.Correction, new ConsultationSent(On("2026-03-04"), "1"))));
    }

    [Fact]
    public void R_41_The_letters_of_a_request_for_information_say_nothing_of_corrections_of_records()
    {
        var written = EventsWithLetters().SelectMany(one => Write(one.Before, one.Event)).Concat(HandWritten(RequestMatter.Information)).Where(letter => letter.Kind.Number != 24).ToList();
        Assert.All(written, letter =>
        {
            Assert.DoesNotContain("更正", letter.Text.Markdown);
            Assert.DoesNotContain("参照", letter.Text.Markdown);
            Assert.Equal("云岭市人民政府办公室" + letter.Kind.Name, letter.Text.Title);
        });
        Assert.Contains("□同意公开　□不同意公开", written.Single(letter => letter.Kind.Number == 6).Text.Markdown);
    }

    [Fact]
    public void R_41_A_wording_that_was_edited_before_goes_on_working_for_both()
    {
        var kind = LetterKinds.Get(3);
        const string Edited = "# 政府信息公开申请补正告知书\n\n{{收到日期}}收到申请（{{回执编号}}）：{{申请内容}}。根据《条例》第三十条，请补正下列事项。\n\n{{补正事项}}\n\n请在{{补正期限}}以前补正，逾期视为放弃。{{联系方式}}。";
        Assert.Empty(LetterTemplate.Objections(kind, Edited));
        foreach (var matter in Enum.GetValues<RequestMatter>())
        {
            var (before, asked) = (History(matter), new CorrectionAsked(On("2026-03-04"), On("2026-03-18"), "哪一年"));
            var text = LetterComposition.Of(kind, asked.On, asked, new([.. before.Events, asked]), Case, null).Write(Case, Edited, "云政公开〔2026〕3号");
            Assert.Equal("云岭市人民政府办公室政府信息公开申请补正告知书", text.Title);
            AssertWhole(text);
        }
    }

    [Fact]
    public void R_SERVE_The_proof_of_another_letters_service_names_way_day_and_evidence_and_nothing_that_cannot_be()
    {
        var (proof, day) = (HandLetter.Find(25)!, On("2026-03-04"));
        var (fee, party) = (new SentLetter("《收费通知书》（云政公开〔2026〕2号）", LetterTo.Requester, day), new SentLetter("《征求第三方意见书》（云政公开〔2026〕3号）", LetterTo.ThirdParty, day));
        var occasion = new FormOccasion(History(), Case.Wanted with { Delivery = DeliveryWay.Post }, On("2026-03-06"), Case.Calendar, "a") { Letters = [fee, party] };
        LetterDraft Draft(SentLetter letter, string on, string? recipient, string way = "邮寄") => proof.Draft(
            new FormValues(proof.Form(occasion), new Dictionary<string, string?> { ["On"] = on, ["Letter"] = letter.Name, ["Recipient"] = recipient, ["Way"] = way, ["Evidence"] = "XA1" }), Case, occasion);
        var written = Draft(fee, "2026-03-05", null).Values;
        Assert.Equal((fee.Name, "邮寄", "2026年3月5日", "XA1", "申请人甲"), (written["送达文书"], written["送达方式"], written["送达日期"], written["送达凭证"], written["申请人"]));
        Assert.Equal("第三方丙", Draft(party, "2026-03-04", "第三方丙").Values["申请人"]);
        Assert.Contains("早于文书的日期", Assert.Throws<DisclosureRuleException>(() => Draft(fee, "2026-03-03", null)).Message);
        Assert.Contains("请写明受送达人", Assert.Throws<DisclosureRuleException>(() => Draft(party, "2026-03-05", null)).Message);
        Assert.Contains("还没有到", Assert.Throws<DisclosureRuleException>(() => Draft(fee, "2026-03-07", null)).Message);

        // Electronically only where the requester chose it.
        Assert.DoesNotContain(proof.Form(occasion).Single(field => field.Name == "Way").Choices, choice => choice.Name == "电子邮箱");
        Assert.Contains((proof.Form(occasion with { Wanted = Case.Wanted with { Delivery = DeliveryWay.Email } })).Single(field => field.Name == "Way").Choices, choice => choice.Name == "电子邮箱");
    }

    [Fact]
    public void R_32_R_34_A_consultation_makes_a_letter_to_who_is_asked_and_one_to_the_requester()
    {
        (LetterKind Kind, LetterText Text)[] Of(Consulted with) => [.. Write(History(), new ConsultationSent(On("2026-03-04"), "1", With: with, About: "施工合同"))];
        Assert.Equal([6, 7], Of(Consulted.ThirdParty).Select(letter => letter.Kind.Number));
        Assert.Equal([8, 7], Of(Consulted.Agency).Select(letter => letter.Kind.Number));
        Assert.All(Of(Consulted.ThirdParty).Concat(Of(Consulted.Agency)), letter => Assert.Equal(letter.Kind.To == LetterTo.Requester, letter.Text.Addressee == "申请人甲"));
        Assert.DoesNotContain("申请人甲", Of(Consulted.ThirdParty)[0].Text.Markdown);
        Assert.DoesNotContain("施工合同", Of(Consulted.ThirdParty)[1].Text.Markdown);
        Assert.All(LetterKinds.All.Where(kind => kind.To is LetterTo.ThirdParty or LetterTo.Agency), kind => Assert.Null(kind.Field("申请人")));
    }

    [Fact]
    public void R_ORD_A_corrected_entry_makes_its_letters_anew_and_only_its_own()
    {
        var before = History(new CorrectionAsked(On("2026-03-04"), On("2026-03-18"), "哪一年"), new CorrectionArrived(On("2026-03-09")));
        var corrected = new RecordCorrected(On("2026-03-10"), 3, new CorrectionAsked(On("2026-03-05"), On("2026-03-19"), "哪一段"), "录错");
        var (about, corrects, kinds) = EventLetters.Of(before, corrected);
        Assert.Equal((3, 3), (corrects, Assert.Single(kinds).Number));
        var draft = LetterComposition.Of(kinds[0], corrected.On, about, before, Case, null) with { Replaces = new("政府信息公开申请补正告知书", "云政公开〔2026〕1号", On("2026-03-04")) };
        var text = LetterSamples.Write(draft, before);
        Assert.StartsWith("因登记更正，本件代替本机关于2026年3月4日作出的《政府信息公开申请补正告知书》（云政公开〔2026〕1号）", text.Markdown);
        Assert.Contains("哪一段", text.Markdown);
        Assert.Empty(EventLetters.Of(before, new RecordCorrected(On("2026-03-10"), 4, new CorrectionArrived(On("2026-03-08")), "录错")).Kinds);
        Assert.Empty(EventLetters.Of(before, new Noted(On("2026-03-10"), "备注", "a")).Kinds);
    }

    [Fact]
    public void Letters_with_a_decision_or_a_notice_have_numbers_of_their_own()
    {
        Assert.Equal([1, 2, 9, 25], LetterKinds.All.Where(kind => !kind.IsNumbered).Select(kind => kind.Number));
        Assert.Equal(Enumerable.Range(1, 26), LetterKinds.All.Select(kind => kind.Number));
        Assert.Equal("云政公开〔2026〕3号", LetterNumber.Of("云政", 2026, 3));
    }

    [Fact]
    public void A_reply_without_what_its_rule_wants_is_refused_before_a_letter_is_made()
    {
        var before = History(new ReplyProposed(On("2026-03-05"), "r3_4", "a", new("r3_4")));
        var refusal = Assert.Throws<DisclosureRuleException>(() => Write(before, new Replied(On("2026-03-06"), "r3_4", "", "b")));
        Assert.Equal("R-36-3", refusal.Rule);
        Assert.Contains("缺少“理由”", refusal.Message);
    }

    [Fact]
    public void R_C5_A_letter_that_states_the_deadline_tells_its_steps_word_for_word()
    {
        var told = EventsWithLetters().Select(one => (After: new RequestHistory([.. one.Before.Events, one.Event]), Letters: Write(one.Before, one.Event)))
            .SelectMany(one => one.Letters.Select(letter => (one.After, letter.Kind, letter.Text))).Where(one => one.Kind.Number is 2 or 5 or 26).ToList();
        Assert.Equal([2, 5, 26], told.Select(one => one.Kind.Number).Distinct().Order());
        Assert.All(told, one =>
        {
            var steps = one.After.ReplyDeadline(LetterSamples.Calendar)!.Steps;
            Assert.NotEmpty(steps);
            Assert.Contains("期限的计算过程：" + string.Join("\n\n", steps.Select(step => Livelihood.Formats.Markdown.MarkdownEscape.Line(step.Text))), one.Text.Markdown);
        });
        Assert.All(LetterKinds.All, kind => Assert.Equal(kind.To == LetterTo.Requester, kind.Field("期限计算") is not null));
    }

    [Fact]
    public void A_letter_made_anew_tells_the_day_on_which_it_happened()
    {
        var (sent, noticed) = (new ConsultationSent(On("2026-03-04"), "1", About: "施工合同"), new FeeNoticed(On("2026-03-04"), null, FeeStandard.Delivered.Compute(FeeBasis.ByPage, 101)));
        foreach (var (before, right, told) in new (RequestHistory, RequestEvent, string)[]
        {
            (History(sent), sent with { Delivered = On("2026-03-06") }, "本机关已于2026年3月4日依照"),
            (History(noticed), noticed with { Delivered = On("2026-03-06") }, "本机关2026年3月4日的缴费通知的次日起20个工作日"),
        })
        {
            var written = Write(before, new RecordCorrected(On("2026-03-10"), 3, right, "补填收到的日期"));
            Assert.Contains(told, written[^1].Text.Markdown);
            Assert.Equal(On("2026-03-10"), written[^1].Text.On);
        }
    }

    [Fact]
    public void R_36_1_What_is_public_already_is_not_called_disclosed_and_a_notice_calls_itself_one()
    {
        string Of(string kind) => Write(Reply(ReplyKinds.Find(kind)!).Before, Reply(ReplyKinds.Find(kind)!).Reply).Single().Text.Markdown;
        Assert.Contains("您申请的信息已经主动公开。", Of("public"));
        Assert.DoesNotContain("可以公开", Of("public"));
        Assert.Contains("您申请的信息可以公开。", Of("disclosed"));
        Assert.Contains("如不服本答复，", Of("disclosed"));
        Assert.Contains("如不服本告知书，", Of("other"));
        Assert.DoesNotContain("的有关规定", Of("other"));
        Assert.Contains("如不服本告知书，", HandWritten(RequestMatter.Information).Single(letter => letter.Kind.Number == 10).Text.Markdown);
    }

    [Fact]
    public void R_35_A_refusal_says_of_the_reasons_only_what_is_true()
    {
        var (_, reply, content) = Reply(ReplyKinds.Find("excess")!);
        var proposed = new ReplyProposed(On("2026-03-05"), reply.Outcome, "a", content);
        string After(params RequestEvent[] more) => Write(History([new ReasonsAsked(On("2026-03-03"), "一个月60件", On("2026-03-04")), .. more, proposed]), reply).Single().Text.Markdown;
        Assert.Contains("没有收到您说明的理由", After());
        Assert.DoesNotContain("您说明的理由不合理", After());
        Assert.Contains("您说明的理由不合理", After(new ReasonsGiven(On("2026-03-04"), "研究")));
    }

    [Fact]
    public void R_32_R_34_Letters_to_others_tell_nothing_of_who_asks_whatever_was_typed()
    {
        var of = Case with { Wanted = Case.Wanted with { Description = "本人 申请人 甲，身份证 411200 19800101 0011，电话138-0000-1234，要2019年的" } };
        var preview = of with { Requester = of.Requester.Masked() };
        foreach (var (kind, sent) in new[] { (6, new ConsultationSent(On("2026-03-04"), "1", About: "施工合同")), (8, new ConsultationSent(On("2026-03-04"), "1", With: Consulted.Agency, About: "会议纪要")) })
        {
            foreach (var one in new[] { of, preview })
            {
                var letter = LetterSamples.Write(LetterComposition.Of(LetterKinds.Get(kind), sent.On, sent, History(sent), one, "某方"), History(sent));
                Assert.Contains("公路养护经费（文号：云政〔2019〕8号；本人 ×××，身份证 ×××，电话×××，要2019年的）", letter.Markdown.Replace("\\", "", StringComparison.Ordinal));
                var typed = LetterComposition.Of(LetterKinds.Get(kind), sent.On, sent with { About = "申请人甲要的合同" }, History(sent), one, "某方");
                var refusal = Assert.Throws<DisclosureRuleException>(() => typed.Write(one, WordingKey.Of(typed.Kind).Default, "1号"));
                Assert.Contains("“涉及的信息”里有申请人的姓名", refusal.Message);
            }
        }

        Assert.Contains("身份证", of.AskedAs(LetterTo.Requester));
        Assert.Contains("411200 19800101 0011", of.AskedAs(LetterTo.Requester));
    }

    private static void AssertWhole(LetterText text)
    {
        Assert.DoesNotContain("{{", text.Markdown);
        Assert.True(text.Markdown.Length > 60, text.Markdown);
        Assert.StartsWith("云岭市人民政府办公室", text.Title);
        Assert.Contains("YL-ZFB-2026-000012", text.Markdown.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("公路养护经费", text.Markdown);
        Assert.DoesNotContain("class=\"signature\"", MarkdownRenderer.ToHtml(text.Markdown));
    }
}
