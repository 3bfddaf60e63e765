using System.Text;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Feeds;
using Livelihood.Content.Items;
using Xunit;

namespace Livelihood.UnitTests.Feeds;

public sealed class PublicationCursorTests
{
    [Theory]
    [InlineData(PublicationOrder.NewestPublished, 1772415000123)]
    [InlineData(PublicationOrder.OldestPublished, 1772415000123)]
    [InlineData(PublicationOrder.NewestDated, 737172)]
    [InlineData(PublicationOrder.OldestDated, 737172)]
    public void Cursor_ComesBackAsItWent(PublicationOrder order, long key)
    {
        var entry = new CatalogueEntry
        {
            ItemId = ContentId.New(), Type = "Notice", AgencyId = "X", IndexNumber = "X/1", Path = "/x", Title = "x",
            Date = new DateOnly(2019, 4, 28), PublishedUtc = DateTimeOffset.FromUnixTimeMilliseconds(1772415000123),
        };

        var read = PublicationCursor.Parse(PublicationCursor.After(order, entry).ToString());

        Assert.Equal(new PublicationCursor(order, order >= PublicationOrder.NewestDated ? entry.Date.DayNumber : key, entry.ItemId), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("汉字")]
    [InlineData("AAAA")]
    public void OtherText_IsNoCursor(string? text) => Assert.Null(PublicationCursor.Parse(text));

    [Theory]
    [InlineData("9.1.6af2t4eeab9p8j590393ng98qp")]
    [InlineData("0.-1.6af2t4eeab9p8j590393ng98qp")]
    [InlineData("2.4000000.6af2t4eeab9p8j590393ng98qp")]
    [InlineData("0.9223372036854775807.6af2t4eeab9p8j590393ng98qp")]
    [InlineData("0.1.short")]
    [InlineData("0.1.6af2t4eeab9p8j590393ng98q'")]
    public void ForgedCursor_IsNone(string text) =>
        Assert.Null(PublicationCursor.Parse(System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))));
}
