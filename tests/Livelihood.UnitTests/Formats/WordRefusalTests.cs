using System.Text;
using Livelihood.Formats;
using Livelihood.Formats.Word;
using Xunit;

namespace Livelihood.UnitTests.Formats;

/// <summary>Each kind of bad file: refused with a reason of its own and a Chinese message, never with another exception.</summary>
public sealed class WordRefusalTests
{
    private static readonly byte[] Good = WordFile.Of(WordFile.P("正文。"));
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[], UnreadableDocument, string> Files() => new()
    {
        { "empty", [], UnreadableDocument.Empty, "空的" },
        { "old", [.. Ole, .. new byte[512]], UnreadableDocument.OldWord, "另存为.docx" },
        { "protected", [.. Ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")], UnreadableDocument.Protected, "密码" },
        { "page", "<html><body>x</body></html>"u8.ToArray(), UnreadableDocument.WrongKind, "不是Word文档" },
        { "cut", Good[..(Good.Length / 2)], UnreadableDocument.Broken, "损坏" },
        { "no document", WordFile.Of(""), UnreadableDocument.Empty, "没有文字" },
        { "xml", WordFile.WithEntry(Good, "word/document.xml", "<w:document><w:body>"), UnreadableDocument.Broken, "损坏" },
        { "entities", WordFile.WithEntry(Good, "word/document.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"), UnreadableDocument.Broken, "损坏" },
        { "deep", WordFile.WithEntry(Good, "word/document.xml", string.Concat(Enumerable.Repeat("<a>", 60_000)) + string.Concat(Enumerable.Repeat("</a>", 60_000))), UnreadableDocument.Broken, "嵌套" },
        { "bomb", WordFile.WithEntry(Good, "word/media/x.bin", new byte[210 * 1024 * 1024]), UnreadableDocument.TooLarge, "太大" },
        { "large xml", WordFile.WithEntry(Good, "word/document.xml", new byte[30 * 1024 * 1024]), UnreadableDocument.TooLarge, "太大" },
        { "large", new byte[WordDocumentReader.LargestFile + 1], UnreadableDocument.TooLarge, "太大" },
        { "wide", WordFile.Of(WordFile.Table(WordFile.Row([.. Enumerable.Repeat(WordFile.Cell("x"), 80)]))), UnreadableDocument.TooLarge, "63列" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bad_file_is_refused_with_its_reason(string name, byte[] file, UnreadableDocument reason, string words)
    {
        var refusal = Assert.Throws<UnreadableDocumentException>(() => WordDocumentReader.Read(file));

        Assert.True(refusal.Reason == reason, $"{name}: {refusal.Reason}");
        Assert.Contains(words, refusal.Message);
        Assert.EndsWith("。", refusal.Message);
    }
}
