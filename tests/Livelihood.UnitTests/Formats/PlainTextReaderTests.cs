using System.Text;
using Livelihood.Formats;
using Livelihood.Formats.Plain;
using Livelihood.UnitTests.Gazettes;
using Xunit;

namespace Livelihood.UnitTests.Formats;

public sealed class PlainTextReaderTests
{
    private const string Text = "关于停水的通知\r\n\r\n　　各用户：\r\n一、时间\r\n　　5月1日。\r\n1.城东\r\n2.城西 *号\r\n";
    private const string Markdown = "各用户：\n\n## 一、时间\n\n5月1日。\n\n1\\.城东\n\n2\\.城西 \\*号\n";

    public static TheoryData<byte[]> Encodings() => new(
        Encoding.UTF8.GetBytes(Text),
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)],
        [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)],
        SampleIssues.Gb18030(Text));

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_in_any_encoding_of_offices_becomes_paragraphs_and_headings(byte[] file)
    {
        var read = PlainTextReader.ReadText(file);

        Assert.Equal("关于停水的通知", read.Title);
        Assert.Equal(Markdown, read.Markdown);
    }

    [Fact]
    public void Text_that_begins_with_a_sentence_has_no_title() =>
        Assert.Null(PlainTextReader.ReadText("今天停水。\n请储水。"u8.ToArray()).Title);

    [Fact]
    public void Markdown_stays_as_it_is()
    {
        var read = PlainTextReader.ReadMarkdown("# 停水 **通知**\r\n\r\n- 甲\r\n- 乙\r\n"u8.ToArray());

        Assert.Equal("停水 通知", read.Title);
        Assert.Equal("- 甲\n- 乙\n", read.Markdown);
    }

    public static TheoryData<byte[], UnreadableDocument> Wrong() => new()
    {
        { [], UnreadableDocument.Empty },
        { " \n　"u8.ToArray(), UnreadableDocument.Empty },
        { "\u200b\n\u200b"u8.ToArray(), UnreadableDocument.Empty },
        { "%PDF-1.7"u8.ToArray(), UnreadableDocument.WrongKind },
        { [0x41, 0xFF, 0xFF, 0xFF], UnreadableDocument.Broken },
        { new byte[PlainTextReader.LargestFile + 1], UnreadableDocument.TooLarge },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_text_is_refused(byte[] file, UnreadableDocument reason) =>
        Assert.Equal(reason, Assert.Throws<UnreadableDocumentException>(() => PlainTextReader.ReadText(file)).Reason);
}
