using Livelihood.Content.Recipes;
using Xunit;

namespace Livelihood.UnitTests.Recipes;

public sealed class RecipeElementTests
{
    private static RecipeElement Element(string json)
    {
        var file = Recipe.Read($$"""{"name":"x","steps":[{"name":"s","list":[{{json}}]}]}""");
        return new RecipeElement(file, Recipe.Functions(file).Step(0)).Items("list")[0];
    }

    [Fact]
    public void Values_Are_Read_As_What_They_Are()
    {
        var item = Element("""{"T":"文","N":3.80,"W":7,"D":"2019-04-28","Y":"True","L":["a","b"],"O":{"X":"1"}}""");

        Assert.Equal("文", item.Text("t"));
        Assert.Equal(3.8m, item.Number("N"));
        Assert.Equal(7, item.Whole("W"));
        Assert.Equal(new DateOnly(2019, 4, 28), item.Date("D"));
        Assert.True(item.Flag("Y"));
        Assert.Equal(["a", "b"], item.Texts("L"));
        Assert.Equal("1", item.Within("O")!.Text("X"));
        Assert.Null(item.OptionalText("none"));
        Assert.Empty(item.Texts("none"));
    }

    public static TheoryData<string, Action<RecipeElement>, string> Wrongs => new()
    {
        { "{}", e => e.Text("Title"), "缺少 Title" },
        { """{"Title":" "}""", e => e.Text("Title"), "空的" },
        { """{"Title":1}""", e => e.Text("Title"), "应当是文本" },
        { """{"D":"2019/4/28"}""", e => e.Date("D"), "2019/4/28" },
        { """{"D":"2019-02-30"}""", e => e.Date("D"), "存在的日期" },
        { """{"N":"三"}""", e => e.Number("N"), "应当是数，现为 \"三\"" },
        { """{"N":1.5}""", e => e.Whole("N"), "整数" },
        { """{"L":"a"}""", e => e.Texts("L"), "数组" },
        { """{"L":[1]}""", e => e.Texts("L"), "第 1 个应当是文本" },
        { """{"L":["a"]}""", e => e.Items("L"), "应当是对象" },
        { """{"Titel":"a"}""", e => e.Only("Title", "Year"), "不认识“Titel”。这里可以有：Title、Year" },
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void What_Is_Wrong_Is_Said_With_Its_Place(string json, Action<RecipeElement> read, string said)
    {
        var problem = Assert.Throws<RecipeException>(() => read(Element(json)));

        Assert.Contains(said, problem.Message);
        Assert.Contains("$.steps[0].list[0]", problem.Message);
        Assert.Equal(1, problem.Place.Step);
    }
}
