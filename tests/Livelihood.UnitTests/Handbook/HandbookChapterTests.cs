using Livelihood.Content.Handbook;
using Xunit;

namespace Livelihood.UnitTests.Handbook;

public sealed class HandbookChapterTests
{
    private const string Text = "# 写一项内容\n\n适用：编辑\n\n见[预览](07-preview.md#到期)和[内容](~/console/content)。\n\n![一张图](pictures/form.png)\n\n## 新建\n\n### 细节\n\n## 保存\n";

    [Fact]
    public void Read_File_TakesNameTitleAndReaders()
    {
        var chapter = HandbookChapter.Read("02-write.md", Text);

        Assert.Equal(("write", "写一项内容", "编辑", "~/console/handbook/write"), (chapter.Name, chapter.Title, chapter.Readers, chapter.Address));
        Assert.Equal([("新建", "新建"), ("保存", "保存")], chapter.Outline);
    }

    [Fact]
    public void Html_Addresses_StandUnderThePathPrefix()
    {
        var html = HandbookChapter.Read("02-write.md", Text).Html(address => "/zwgk" + address[1..]);

        Assert.Contains("href=\"/zwgk/console/handbook/preview#%E5%88%B0%E6%9C%9F\"", html);
        Assert.Contains("href=\"/zwgk/console/content\"", html);
        Assert.Contains("src=\"/zwgk/console/handbook/pictures/form.png\" alt=\"一张图\"", html);
    }

    [Theory]
    [InlineData("write.md", Text)]
    [InlineData("02-write.md", "写一项内容\n\n适用：编辑\n\n正文\n")]
    [InlineData("02-write.md", "# 写一项内容\n\n正文\n")]
    public void Read_OtherBeginnings_AreRefused(string fileName, string text) =>
        Assert.Contains(fileName, Assert.Throws<InvalidDataException>(() => HandbookChapter.Read(fileName, text)).Message);
}
