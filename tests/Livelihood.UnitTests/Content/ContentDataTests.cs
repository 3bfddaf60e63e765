using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Xunit;

namespace Livelihood.UnitTests.Content;

public sealed class ContentDataTests
{
    [Fact]
    public void Parts_come_back_as_they_went()
    {
        var document = new OfficialDocumentPart
        {
            Number = "三政办〔2019〕8号",
            IssuingAgencies = ["甲", "乙"],
            FormedOn = new DateOnly(2019, 4, 28),
            Validity = Validity.InForce,
        };

        var read = ContentData.Parse(new ContentData(new TitlePart("标题"), document).ToString());

        Assert.Equal("标题", read.Get<TitlePart>()!.Title);
        Assert.Equivalent(document, read.Get<OfficialDocumentPart>(), strict: true);
        Assert.Null(read.Get<MarkdownBodyPart>());
    }

    [Fact]
    public void The_order_of_members_does_not_make_data_different()
    {
        var one = new ContentData((JsonObject)JsonNode.Parse("""{"B":{"y":1,"x":2},"A":{}}""")!);
        var other = new ContentData((JsonObject)JsonNode.Parse("""{"A":{},"B":{"x":2,"y":1}}""")!);

        Assert.Equal(one.ToString(), other.ToString());
    }

    [Fact]
    public void Ids_have_their_length_and_differ()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => ContentId.New()).ToList();

        Assert.All(ids, id => Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
