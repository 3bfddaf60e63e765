using Livelihood.Search.Domain.Queries;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class SynonymListTests
{
    private static readonly SynonymList List = new(SynonymList.Parse("医保/医疗保险/基本医疗保险；低保 / 最低生活保障\n卫生计生委／卫生健康委；独"));

    [Theory]
    [InlineData("医保", "医保|医疗保险|基本医疗保险")]
    [InlineData("医保报销", "医保报销|医疗保险报销|基本医疗保险报销")]
    [InlineData("低保 标准", "低保|最低生活保障,标准")]
    [InlineData("卫生健康委", "卫生健康委|卫生计生委")]
    [InlineData("\"医保\"", "医保")]
    [InlineData("公路", "公路")]
    public void Widen_Words_MayStandAsOthers(string text, string forms) =>
        Assert.Equal(forms, string.Join(',', List.Widen(QueryParser.Parse(text)).Words
            .Select(w => string.Join('|', w.Forms.Skip(1).Select(f => f.Text.Trim()).Prepend(w.Canonical.Trim())))));

    [Fact]
    public void Widen_AnyInput_KeepsItsWords() => Scribble.Holds(Scribble.Text, text =>
    {
        var query = QueryParser.Parse(text + "医保");
        return List.Widen(query).Words.Count == query.Words.Count;
    });
}
