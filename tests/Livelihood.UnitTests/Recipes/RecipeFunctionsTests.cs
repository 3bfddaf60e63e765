using System.IO.Compression;
using System.Text;
using Livelihood.Content.Recipes;
using Microsoft.Extensions.FileProviders;
using Xunit;

namespace Livelihood.UnitTests.Recipes;

public sealed class RecipeFunctionsTests
{
    [Fact]
    public void Uuid_Is_The_Same_On_Every_Run_And_Different_At_Every_Place()
    {
        const string json = """{"name":"x","steps":[{"name":"content","a":"[js: uuid()]","b":"[js:uuid()]"}]}""";

        var first = Recipe.Functions(Recipe.Read(json)).Step(0);
        var second = Recipe.Functions(Recipe.Read(json)).Step(0);

        Assert.Equal(first["a"]!.GetValue<string>(), second["a"]!.GetValue<string>());
        Assert.NotEqual(first["a"]!.GetValue<string>(), first["b"]!.GetValue<string>());
        Assert.Matches("^[0-9a-hj-km-np-tv-z]{26}$", first["a"]!.GetValue<string>());
    }

    [Fact]
    public void Uuid_Of_Another_Recipe_Is_Another()
        => Assert.NotEqual(ContentIdAt.Place("x", "$.variables.a"), ContentIdAt.Place("y", "$.variables.a"));

    [Fact]
    public void A_Variable_Is_Evaluated_Once_A_Run()
    {
        var file = Recipe.Read("""
            {"name":"x","variables":{"id":"[js: uuid()]"},
             "steps":[{"name":"a","id":"[js: variables('id')]"},{"name":"b","ids":["[js:variables(\"id\")]"]}]}
            """);
        var functions = Recipe.Functions(file);

        Assert.Equal(functions.Step(0)["id"]!.GetValue<string>(), functions.Step(1)["ids"]![0]!.GetValue<string>());
    }

    [Theory]
    [InlineData("[js: now()]", "2019-06-11T01:02:03Z")]
    [InlineData("[js: new Date().toISOString()]", "2019-06-11T01:02:03Z")]
    [InlineData("[js: parameters('City')]", "三门峡")]
    [InlineData("[js: base64('5rWL6K+V')]", "测试")]
    [InlineData("[js: html('&lt;b&gt;')]", "<b>")]
    [InlineData("[js: html(base64('JmFtcDs='))]", "&")]
    [InlineData("[只是方括号里的文字]", "[只是方括号里的文字]")]
    [InlineData("〔2019〕8号", "〔2019〕8号")]
    [InlineData("[链接](https://example.org)", "[链接](https://example.org)")]
    public void Texts_Become_Their_Values(string text, string value)
    {
        var file = Recipe.Read($$"""{"name":"x","steps":[{"name":"a","v":"{{text}}"}]}""");

        Assert.Equal(value, Recipe.Functions(file, new() { ["City"] = "三门峡" }).Step(0)["v"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("[js: alert(1)]")]
    [InlineData("[js: uuid() + 'x']")]
    [InlineData("[js: uuid().toString()]")]
    [InlineData("[js: process.exit()]")]
    [InlineData("[js: while(true){}]")]
    [InlineData("[js: configuration('Portal:Secret')]")]
    [InlineData("[js: variables()]")]
    [InlineData("[js: variables('none')]")]
    [InlineData("[js: parameters('none')]")]
    [InlineData("[js: base64('***')]")]
    [InlineData("[js: gzip('AAAA')]")]
    [InlineData("[js: ]")]
    [InlineData("[file:text('../secret.txt')]")]
    [InlineData("[file:text('/etc/passwd')]")]
    public void Anything_Else_Is_Refused_With_Its_Place(string text)
    {
        var file = Recipe.Read($$"""{"name":"x","steps":[{"name":"a"},{"name":"b","v":["{{text}}"]}]}""");

        var problem = Assert.Throws<RecipeException>(() => Recipe.Functions(file).Step(1));

        Assert.Contains("第 2 步“b”", problem.Message);
        Assert.Contains("$.steps[1].v[0]", problem.Message);
    }

    [Fact]
    public void A_Variable_That_Needs_Itself_Is_Refused()
    {
        var file = Recipe.Read("""{"name":"x","variables":{"a":"[js:variables('b')]","b":"[js:variables('a')]"},"steps":[{"name":"s","v":"[js:variables('a')]"}]}""");

        Assert.Contains("用到它自己", Assert.Throws<RecipeException>(() => Recipe.Functions(file).Step(0)).Message);
    }

    [Fact]
    public void A_Value_Is_Not_Evaluated_Again()
    {
        var file = Recipe.Read("""{"name":"x","steps":[{"name":"s","v":"[js:parameters('p')]"}]}""");

        Assert.Equal("[js: uuid()]", Recipe.Functions(file, new() { ["p"] = "[js: uuid()]" }).Step(0)["v"]!.GetValue<string>());
    }

    [Fact]
    public void A_File_Beside_The_Recipe_Is_Read()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "page.md"), "## 标题\r\n正文");
            using var files = new PhysicalFileProvider(folder.FullName);
            var file = Recipe.Read("""{"name":"x","steps":[{"name":"s","v":"[file:text('page.md')]"}]}""", files);

            Assert.Equal("## 标题\n正文", Recipe.Functions(file).Step(0)["v"]!.GetValue<string>());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_Packed_Text_That_Grows_Without_End_Is_Refused()
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(new byte[9 * 1024 * 1024]);
        }

        var file = Recipe.Read($$"""{"name":"x","steps":[{"name":"s","v":"[js:gzip('{{Convert.ToBase64String(packed.ToArray())}}')]"}]}""");

        Assert.Contains("过大", Assert.Throws<RecipeException>(() => Recipe.Functions(file).Step(0)).Message);
    }

    [Fact]
    public void A_Packed_Text_Is_Unpacked()
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes("正文"));
        }

        var file = Recipe.Read($$"""{"name":"x","steps":[{"name":"s","v":"[js:gzip('{{Convert.ToBase64String(packed.ToArray())}}')]"}]}""");

        Assert.Equal("正文", Recipe.Functions(file).Step(0)["v"]!.GetValue<string>());
    }
}
