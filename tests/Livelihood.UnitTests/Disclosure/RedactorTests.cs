using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Livelihood.Disclosure.Domain.Redaction;
using Livelihood.Disclosure.Redaction;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>What is blacked out is gone .</summary>
public sealed class RedactorTests
{
    private const string Private = "r3_4", Internal = "r3_5";

    [Fact]
    public void R_37_No_blacked_out_passage_survives_in_any_text()
    {
        // Few letters, so that passages overlap, repeat, touch and lie across lines.
        var texts = Gen.Elements('甲', '乙', '丙', 'a', 'Ａ', '１', '1', '。', '\n', ' ').ArrayOf(60).Select(letters => new string(letters));
        var cases =
            from text in texts
            from cuts in Gen.Choose(0, 55).Zip(Gen.Choose(2, 8)).ListOf(4)
            from ground in Gen.Elements(Private, Internal)
            select (Text: text, Passages: cuts.Select(cut => text.Substring(cut.Item1, Math.Min(cut.Item2, text.Length - cut.Item1))).ToList(), Ground: ground);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var sheet = new RedactionSheet(one.Text.ReplaceLineEndings(""), one.Text, []);
            foreach (var (i, passage) in one.Passages.Index())
            {
                var mark = new RedactionMark(passage, i % 2 == 0 ? one.Ground : Private, "理由");
                sheet = Redactor.Objection(sheet, mark) is null ? sheet with { Marks = [.. sheet.Marks, mark] } : sheet;
            }

            var redacted = Redactor.Redact(sheet);
            var left = Regex.Split(redacted.Name + "■〔1〕" + redacted.Text, "■+〔[0-9、]+〕").Select(Plain).ToList();
            return sheet.Marks.All(mark => left.All(piece => !piece.Contains(Plain(mark.Passage), StringComparison.Ordinal)))
                // Nothing else is lost: what is left stands in the text, in its order.
                && left.All(piece => Plain(one.Text).Contains(piece, StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void R_37_A_passage_goes_wherever_it_stands_and_however_it_is_written_and_its_length_is_not_told()
    {
        var sheet = new RedactionSheet("乙公司的合同", "乙公司电话 １３９ 1234\n5678，联系人丙。\n乙 公司盖章。", [
            new("乙公司", Private, "第三方的名称"), new("13912345678", Private, "个人信息"), new("丙", Internal, "x")]);
        var redacted = Redactor.Redact(sheet);
        Assert.Equal("■■■■■■〔1〕的合同", redacted.Name);
        Assert.Equal("■■■■■■〔1〕电话 ■■■■■■〔2〕，联系人■■■■■■〔3〕。\n■■■■■■〔1〕盖章。", redacted.Text);
        Assert.Equal(["第三方的名称", "个人信息", "x"], redacted.Grounds.Select(ground => ground.Reason));
        Assert.Equal("〔1〕《中华人民共和国政府信息公开条例》第十五条、第三十二条（保护第三方合法权益）：第三方的名称", redacted.Grounds[0].Text);
    }

    [Fact]
    public void R_37_Passages_that_overlap_or_touch_are_one_box_with_all_their_grounds()
    {
        var sheet = new RedactionSheet("", "一二三四五六 七八", [new("二三四", Private, "甲"), new("四五", Internal, "乙"), new("六", Internal, "乙"), new("七", Internal, "乙")]);
        Assert.Equal("一■■■■■■〔1、2〕■■■■■■〔2〕八", Redactor.Redact(sheet).Text);
    }

    [Theory]
    [InlineData("丙", Private, "理由", "不少于2个字")]
    [InlineData("没有的", Private, "理由", "文件里没有")]
    [InlineData("乙公司", "r1", "理由", "依据")]
    [InlineData("乙公司", Private, " ", "理由")]
    [InlineData("乙公司", Private, "是乙 公司的秘密", "理由里不能出现")]
    [InlineData("■■", Private, "理由", "■")]
    public void R_37_A_mark_says_what_is_wrong_with_it(string passage, string ground, string reason, string words) =>
        Assert.Contains(words, Redactor.Objection(new("合同", "乙公司和丙■■", []), new(passage, ground, reason)));

    [Fact]
    public void R_37_A_reason_given_before_must_not_tell_a_passage_either() =>
        Assert.NotNull(Redactor.Objection(new("合同", "甲方和乙公司", [new("甲方", Private, "乙公司不同意")]), new("乙公司", Private, "第三方")));

    [Fact]
    public void Sentences_are_cut_where_they_end() => Assert.Equal(
        ["标题", "第一句。", "他说：“好！”", "第二句；", "没有句号"], Redactor.Sentences("标题\n\n第一句。他说：“好！”第二句； 没有句号\n"));

    [Fact]
    public void Lines_that_a_PDF_broke_are_paragraphs_again() => Assert.Equal(
        "标题\n这是一行写满了的文字还没有写完的句子所以接下去是它的后半句。\n第二段。\nthis line is long enough to go on here",
        ReplyFileReader.JoinLines("标题\n\n这是一行写满了的文字还没有写完的句子所以\n接下去是它的后半句。\n第二段。\n\nthis line is long enough to\ngo on here\n"));

    [Fact]
    public void R_37_Seven_grounds_can_be_chosen_each_with_its_article() =>
        Assert.Equal(["r3_1", "r3_2", "r3_3", "r3_4", "r3_5", "r3_6", "r3_7"], RedactionGrounds.All.Where(ground => ground.Name.Contains('第')).Select(ground => ground.Key));

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace('Ａ', 'a').Replace('A', 'a').Replace('１', '1');
}
