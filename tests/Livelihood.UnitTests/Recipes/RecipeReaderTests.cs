using System.Text;
using Livelihood.Content.Recipes;
using Xunit;

namespace Livelihood.UnitTests.Recipes;

public sealed class RecipeReaderTests
{
    [Fact]
    public void Read_Keeps_Head_Variables_And_Steps_In_Order()
    {
        var file = Recipe.Read("""
            {
              // comments are allowed, as in Orchard Core
              "name": "x", "displayName": "示例", "issetuprecipe": true,
              "variables": { "a": "1" },
              "steps": [ { "name": "Roles" }, { "name": "content", }, ],
            }
            """);

        Assert.Equal("x", file.Name);
        Assert.Equal("示例", file.DisplayName);
        Assert.True(file.IsSetupRecipe);
        Assert.Equal(["Roles", "content"], file.Steps.Select(s => s["NAME"]!.GetValue<string>()));
    }

    [Fact]
    public void Read_Names_The_Line_Of_Broken_Json()
    {
        var problem = Assert.Throws<RecipeException>(() => Recipe.Read("{\n  \"name\": \"x\"\n  \"steps\": []\n}"));

        Assert.Equal(3, problem.Place.Line);
        Assert.StartsWith("test.recipe.json 第 3 行：", problem.Message);
    }

    [Theory]
    [InlineData("", "空的")]
    [InlineData("[]", "对象")]
    [InlineData("{\"steps\":[]}", "name")]
    [InlineData("{\"name\":\"x\"}", "steps")]
    [InlineData("{\"name\":\"x\",\"steps\":[1]}", "步骤应当是一个对象")]
    [InlineData("{\"name\":\"x\",\"steps\":[{}]}", "步骤缺少 name")]
    [InlineData("{\"name\":\"x\",\"steps\":[], \"Name\":\"y\"}", "出现了两次")]
    [InlineData("{\"name\":\"x\",\"steps\":[]} x", "JSON")]
    [InlineData("{\"name\":\"x\",\"steps\":[],\"variables\":[]}", "variables")]
    public void Read_Refuses_What_Is_No_Recipe(string text, string said)
        => Assert.Contains(said, Assert.Throws<RecipeException>(() => Recipe.Read(text)).Message);

    [Fact]
    public void Read_Refuses_Other_Encodings()
        => Assert.Contains("UTF-8", Assert.Throws<RecipeException>(() => RecipeReader.Read("gb.json", [0x7b, 0xb1, 0xea, 0x7d])).Message);

    [Fact]
    public void Read_Accepts_A_Byte_Order_Mark()
        => Assert.Equal("x", RecipeReader.Read("bom.json", [.. Encoding.UTF8.Preamble, .. "{\"name\":\"x\",\"steps\":[]}"u8]).Name);

    [Fact]
    public async Task ReadAsync_Says_Which_File_Is_Missing()
        => Assert.Contains("no-such.recipe.json", (await Assert.ThrowsAsync<RecipeException>(
            () => RecipeReader.ReadAsync("/no/no-such.recipe.json", TestContext.Current.CancellationToken))).Message);

    [Fact]
    public void PlaceOf_Names_Step_Item_Path_And_Line()
    {
        var file = Recipe.Read("""
            {
              "name": "x",
              "steps": [
                { "name": "Roles" },
                {
                  "name": "content",
                  "data": [
                    { "DisplayText": "甲" },
                    { "DisplayText": "乙",
                      "TitlePart": { "Title": "乙" } }
                  ]
                }
              ]
            }
            """);

        var place = file.PlaceOf(file.Steps[1]["data"]![1]!["TitlePart"]!["Title"]!);

        Assert.Equal("test.recipe.json 第 10 行，第 2 步“content”，第 2 项（乙），$.steps[1].data[1].TitlePart.Title", place.ToString());
    }
}
