using Livelihood.Content.Definitions;
using Livelihood.Content.Feeds;
using Xunit;

namespace Livelihood.UnitTests.Feeds;

public sealed class CalendarFieldsTests
{
    private const string Closing = """{ "ContentPartFieldSettings": { "DisplayName": "报名截止" }, "DateFieldSettings": { "Calendar": "Closes" } }""";

    [Fact]
    public void Field_ThatClosesSomething_IsFound_UnderThePartsNameInTheType()
    {
        var fields = CalendarFields.Of(
            new() { Name = "Auction", DisplayName = "拍卖" },
            [(Use("First", "Sale"), Part("Sale", Field("DateField", "Until", Closing), Field("DateField", "From", "{}"))), (Use("Second", "Sale"), Part("Sale", Field("DateField", "Until", Closing)))]);

        Assert.Equal([new("Auction", "拍卖", "First.Until", "报名截止"), new CalendarField("Auction", "拍卖", "Second.Until", "报名截止")], fields);
    }

    [Theory]
    [InlineData("TextField", Closing)]
    [InlineData("DateField", """{ "DateFieldSettings": { "Calendar": "Opens" } }""")]
    [InlineData("DateField", """{ "DateFieldSettings": { "Hint": "Closes" } }""")]
    public void OtherFields_AreNot(string kind, string settings) =>
        Assert.Empty(CalendarFields.Of(new() { Name = "Auction", DisplayName = "拍卖" }, [(Use("Sale", "Sale"), Part("Sale", Field(kind, "Until", settings)))]));

    private static TypePart Use(string name, string part) => new() { PartName = part, Name = name };

    private static ContentPartDefinition Part(string name, params PartField[] fields) => new() { Name = name, Fields = [.. fields] };

    private static PartField Field(string kind, string name, string settings) => new() { FieldName = kind, Name = name, Settings = settings };
}
