using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;
using Livelihood.Content.Parts;
using Xunit;

namespace Livelihood.UnitTests.Content;

public sealed class PartsReaderTests
{
    private static readonly ContentTypeDefinition Type = new()
    {
        Name = "Sale",
        DisplayName = "拍卖",
        Parts = [new() { PartName = "TitlePart", Name = "TitlePart" }, new() { PartName = "Sale", Name = "Sale" }],
    };

    private static readonly PartsReader Reader = new(
        new Dictionary<string, ContentPartDefinition>
        {
            ["Sale"] = new()
            {
                Name = "Sale",
                Fields =
                [
                    new() { FieldName = "TextField", Name = "Place", Settings = """{ "TextFieldSettings": { "Required": true } }""" },
                    new() { FieldName = "DateField", Name = "Until" },
                    new() { FieldName = "ContentPickerField", Name = "Rules" },
                ],
            },
        },
        [new(typeof(TitlePart))]);

    [Fact]
    public void FittingData_IsTaken_AndWhatItPicksIsNamed()
    {
        var read = Read("""{ "TitlePart": { "Title": "标题" }, "Sale": { "Place": { "Text": "大厅" }, "Rules": { "ContentItemIds": ["6af2t4eeab9p8j590393ng98qp"] } } }""");

        Assert.Empty(read.Problems);
        Assert.Equal(["TitlePart", "Sale"], read.Data.Select(p => p.Key));
        Assert.Equal(("Sale.Rules", "6af2t4eeab9p8j590393ng98qp"), (read.Picked[0].Field, read.Picked[0].ItemId));
    }

    [Fact]
    public void EveryProblem_IsToldWithItsField()
    {
        var read = Read("""{ "TitlePart": { "Titel": "x" }, "Sale": { "Until": { "Value": "morgen" }, "Colour": {} }, "BodyPart": {} }""");

        Assert.Equal(["BodyPart", "Sale.Colour", "Sale.Place", "Sale.Until", "TitlePart.Titel"], read.Problems.Select(p => p.Field).Order(StringComparer.Ordinal));
        Assert.All(read.Problems, p => Assert.EndsWith("。", p.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void MissingPart_LacksItsRequiredFields() => Assert.Equal(["Sale.Place"], Read("""{ "TitlePart": { "Title": "标题" } }""").Problems.Select(p => p.Field));

    [Fact]
    public void WhatStandsBeside_IsNoPart() => Assert.Equal(["Sale.Place"], Read("""{ "Owner": "x" }""", "owner").Problems.Select(p => p.Field));

    private static PartsRead Read(string json, params string[] beside) => Reader.Read(Type, JsonNode.Parse(json)!.AsObject(), beside);
}
