using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Parts;
using Xunit;

namespace Livelihood.UnitTests.Media;

public sealed class MediaReferencesTests
{
    [Fact]
    public void In_FindsFieldsAttachmentsLinksAndPictures_Once()
    {
        var data = new ContentData(
            new TitlePart("标题 /media/not/this.pdf"),
            new AutoroutePart("media/page"),
            new MarkdownBodyPart("见[附表](/media/a/表.xlsx)。\n\n![](~/media/a/%E5%9B%BE.png)\n\n| a |\n|---|\n| [再见](/media/a/表.xlsx) |\n\n`/media/not/code.pdf`"),
            new FilesPart { Files = [new("a/附件.pdf", "附件一")] });
        data.Set("Notice", new JsonObject
        {
            ["Picture"] = new JsonObject { ["Paths"] = new JsonArray("a/题图.png"), ["MediaTexts"] = new JsonArray("开工现场") },
            ["Remark"] = new JsonObject { ["Markdown"] = "![说明](/media/a/b.png)" },
        });

        Assert.Equal(
            [new("a/表.xlsx", "附表", false), new("a/图.png", "", true), new("a/附件.pdf", "附件一", false), new("a/题图.png", "开工现场", true), new("a/b.png", "说明", true)],
            MediaReferences.In(data).OrderBy(r => new[] { "a/表.xlsx", "a/图.png", "a/附件.pdf", "a/题图.png", "a/b.png" }.ToList().IndexOf(r.Path)));
    }
}
