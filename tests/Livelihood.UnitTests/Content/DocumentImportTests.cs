using System.Text;
using Livelihood.Content.Writing;
using Livelihood.Formats;
using Livelihood.UnitTests.Formats;
using Xunit;
using static Livelihood.UnitTests.Formats.WordFile;

namespace Livelihood.UnitTests.Content;

/// <summary>What of a document goes into which field of the form.</summary>
public sealed class DocumentImportTests
{
    private static Task<WrittenDocument> ImportAsync(string body) => DocumentImport.ImportAsync(new MemoryStream(Of(body)), "x.docx");

    [Fact]
    public async Task A_document_in_official_form_fills_the_form()
    {
        var written = await ImportAsync(
            Centred("甲市人民政府文件") + Centred("甲政（2020）12 号") + Centred("甲市人民政府关于防汛工作的通知")
            + P("各县（市、区）人民政府，市直各单位：") + P("现就有关事项通知如下。") + P("一、检查") + P("逐处检查。")
            + P("甲市人民政府") + P("二〇二〇年五月六日") + P("抄送：市委各部门，军分区。") + P("甲市人民政府办公室　2020年5月7日印发"));

        Assert.Equal("甲市人民政府关于防汛工作的通知", written.Title);
        Assert.Equal("甲政〔2020〕12号", written.Number);
        Assert.Equal(["甲市人民政府"], written.IssuingAgencies);
        Assert.Equal("各县（市、区）人民政府，市直各单位", written.Addressees);
        Assert.Equal(new DateOnly(2020, 5, 6), written.FormedOn);
        Assert.Equal("市委各部门，军分区", written.CopiedTo);
        Assert.StartsWith("各县（市、区）人民政府，市直各单位：\n\n现就", written.Markdown);
        Assert.EndsWith("甲市人民政府\n\n二〇二〇年五月六日\n", written.Markdown);
        Assert.Contains(written.Doubts, d => d.Contains("印发"));
    }

    [Fact]
    public async Task A_letter_without_a_head_has_the_issuer_of_its_signature()
    {
        var written = await ImportAsync(Centred("关于停水的公告") + P("今日停水。") + P("甲市水务局") + P("2020年5月6日"));

        Assert.Equal(["甲市水务局"], written.IssuingAgencies);
        Assert.Null(written.Number);
        Assert.Null(written.Addressees);
    }

    [Fact]
    public void Pictures_go_where_they_were_stored_or_out()
    {
        var written = new WrittenDocument { Markdown = "甲 ![图 \\] 一](picture:1) 乙 ![二](picture:2)\n" };

        Assert.Equal("甲 ![图 \\] 一](/media/a.png) 乙 \n", written.MarkdownWith(new Dictionary<string, string> { ["picture:1"] = "/media/a.png" }));
    }

    [Theory]
    [InlineData("x.txt", "标题\n正文。", "标题")]
    [InlineData("x.md", "# 标题\n\n正文。", "标题")]
    [InlineData("X.MD", "# 标题\n\n正文。", "标题")]
    public async Task Text_by_its_name(string name, string text, string title)
    {
        var written = await DocumentImport.ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), name);

        Assert.Equal(title, written.Title);
        Assert.Equal("正文。\n", written.Markdown);
    }

    [Fact]
    public async Task A_Word_document_under_a_wrong_name_is_read_all_the_same() =>
        Assert.Equal("正文。\n", (await DocumentImport.ImportAsync(new MemoryStream(Of(P("正文。"))), "x.txt")).Markdown);

    [Fact]
    public async Task What_cannot_be_read_is_refused() =>
        await Assert.ThrowsAsync<UnreadableDocumentException>(() => DocumentImport.ImportAsync(new MemoryStream("%PDF-1.7"u8.ToArray()), "x.docx"));
}
