using FsCheck;
using FsCheck.Fluent;
using Livelihood.Formats;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Plain;
using Livelihood.Formats.Word;
using Xunit;

namespace Livelihood.UnitTests.Formats;

/// <summary>What must hold for every document.</summary>
public sealed class WordReaderProperties
{
    private static readonly string[] Pieces =
    [
        "一、", "（一）", "1.", "（1）", "关于", "工作的通知", "。", "：", "**", "*", "_", "#", "- ", "+", "|", "~", "^", "[", "](", ")", "!", "<b>", "&amp;",
        "\\", "`", "=", "$", "\"", " ", "　", "\t", "2020年5月1日", "㎡", "𠮷", "abc", "3~5", ">", ":", "---", "1)", "[^1]", "http://x.cn/a_b", "“", "”", "…",
    ];

    private static readonly Gen<string> Texts =
        from pieces in Gen.Elements(Pieces).ListOf() select string.Concat(pieces);

    private static readonly Gen<string> Looks = Gen.Elements("", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", "<w:vertAlign w:val=\"superscript\"/>", "<w:vertAlign w:val=\"subscript\"/>");

    private static readonly Gen<(string Text, string Xml)> Paragraphs =
        from runs in (from text in Texts from look in Looks select (text, look)).ListOf()
        from properties in Gen.Elements("", "<w:jc w:val=\"center\"/>", "<w:outlineLvl w:val=\"0\"/>", "<w:outlineLvl w:val=\"1\"/>")
        select (string.Concat(runs.Select(r => r.text)), WordFile.Para(properties, string.Concat(runs.Select(r => WordFile.Run(r.text, r.look)))));

    private static readonly Gen<(string Text, string Xml)> Tables =
        from cells in Texts.ListOf(4)
        from merged in Gen.Elements(true, false)
        select (string.Concat(cells), merged
            ? WordFile.Table(WordFile.Row(WordFile.Cell(cells[0], "<w:vMerge w:val=\"restart\"/>"), WordFile.Cell(cells[1])), WordFile.Row(WordFile.Cell("", "<w:vMerge/>"), WordFile.Cell(cells[2])), WordFile.Row(WordFile.Cell(cells[3], "<w:gridSpan w:val=\"2\"/>")))
            : WordFile.Table(WordFile.Row(WordFile.Cell(cells[0]), WordFile.Cell(cells[1])), WordFile.Row(WordFile.Cell(cells[2]), WordFile.Cell(cells[3]))));

    [Fact]
    public void No_character_of_the_text_is_lost() => Prop.ForAll(
        Gen.OneOf(Paragraphs, Paragraphs, Tables).ListOf().ToArbitrary(),
        blocks =>
        {
            var text = Letters(string.Concat(blocks.Select(b => b.Text)));
            if (text.Length == 0)
            {
                return;
            }

            var read = WordFile.Read(string.Concat(blocks.Select(b => b.Xml)));

            Assert.Equal(text, Letters(string.Concat(read.Head) + read.Title + MarkdownDialect.PlainText(read.Markdown)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Damaged_files_are_read_or_refused_and_nothing_else()
    {
        var whole = WordFile.Of(
            WordFile.Centred("标题") + WordFile.Numbered(1, 0, "甲") + WordFile.Table(WordFile.Row(WordFile.Cell("乙"), WordFile.Cell("丙"))) + "<w:p><w:r><w:footnoteReference w:id=\"3\"/></w:r></w:p>",
            WordFile.List(("chineseCounting", "%1、")) + WordFile.Footnote(3, "注。"));
        var xml = System.Text.Encoding.UTF8.GetString(Entry(whole, "word/document.xml"));
        Prop.ForAll(Damage(whole).ToArbitrary(), Survives).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        Prop.ForAll(
            (from at in Gen.Choose(0, xml.Length - 1) from length in Gen.Choose(0, 30) from with in Gen.Elements("", "w:", "<w:p/>", "-1", "x", "99999999999", "</w:p>", "<w:tbl/>")
             select WordFile.WithEntry(whole, "word/document.xml", xml.Remove(at, Math.Min(length, xml.Length - at)).Insert(at, with))).ToArbitrary(),
            Survives).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static void Survives(byte[] file)
    {
        try
        {
            WordDocumentReader.Read(file);
        }
        catch (UnreadableDocumentException refusal)
        {
            Assert.EndsWith("。", refusal.Message);
        }
    }

    private static Gen<byte[]> Damage(byte[] whole) =>
        from edits in (from at in Gen.Choose(0, whole.Length - 1) from value in Gen.Choose(0, 255) select (at, (byte)value)).ListOf(4)
        from cut in Gen.Choose(0, whole.Length * 4)
        select Damaged(whole, edits, cut);

    private static byte[] Damaged(byte[] whole, IEnumerable<(int At, byte Value)> edits, int cut)
    {
        byte[] copy = [.. whole];
        foreach (var (at, value) in edits)
        {
            copy[at] = value;
        }

        return cut < copy.Length ? copy[..cut] : copy;
    }

    private static byte[] Entry(byte[] file, string name)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        using var entry = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !Blank.Is(c)));
}
