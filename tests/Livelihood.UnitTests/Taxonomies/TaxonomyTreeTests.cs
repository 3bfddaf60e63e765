using Livelihood.Content.Items;
using Livelihood.Content.Taxonomies;
using Xunit;

namespace Livelihood.UnitTests.Taxonomies;

public sealed class TaxonomyTreeTests
{
    private static readonly TaxonomyTree Tree = TaxonomyTree.Of(new(
    [
        new("a", "交通", "1") { Terms = [new("a1", "公路", "1-1"), new("a2", "铁路", "1-2")] },
        new("b", "教育", "2"),
    ]));

    [Fact]
    public void Lines_stand_in_the_order_of_the_tree()
    {
        Assert.Equal(["a", "a1", "a2", "b"], Ids(Tree));
        Assert.Equal([0, 1, 1, 0], Tree.Lines.Select(l => l.Depth));
    }

    [Fact]
    public void A_new_term_becomes_the_last_beside_its_siblings()
    {
        Assert.Equal(["a", "a1", "a2", "x", "b"], Ids(Tree.Add("x", new("水路", "1-3", "a"))));
        Assert.Equal(["a", "a1", "a2", "b", "x"], Ids(Tree.Add("x", new("卫生", null, null))));
    }

    [Fact]
    public void A_term_moves_with_all_that_is_below_it_and_keeps_its_id()
    {
        Assert.Equal(["b", "a", "a1", "a2"], Ids(Tree.Move("a", up: false)));
        Assert.Equal(["b", "a", "a1", "a2"], Ids(Tree.Change("a", new("交通", "1", "b"))));
        Assert.Equal(2, Tree.Change("a", new("交通", "1", "b")).Find("a1")!.Depth);
    }

    [Fact]
    public void Beyond_the_first_and_last_place_nothing_moves()
    {
        Assert.Same(Tree, Tree.Move("a", up: true));
        Assert.Same(Tree, Tree.Move("a2", up: false));
    }

    [Fact]
    public void A_change_keeps_place_and_type()
    {
        var changed = Tree.Change("a1", new("公路运输", "1-1", "a", Retired: true));

        Assert.Equal(["a", "a1", "a2", "b"], Ids(changed));
        Assert.True(changed.Find("a1")!.Term.Retired);
    }

    [Theory]
    [InlineData("", "9", null, "Name", "请填写名称")]
    [InlineData("教育", "9", null, "Name", "已经有")]
    [InlineData("卫生", "1-1", null, "Code", "已经属于“公路”")]
    [InlineData("卫生", "a b", null, "Code", "代码由字母")]
    [InlineData("卫生", "9", "nobody", "ParentId", "已经不在了")]
    public void What_breaks_a_rule_is_refused_beside_its_field(string name, string code, string? parent, string field, string message)
    {
        var refused = Assert.Throws<FieldRefusedException>(() => Tree.Add("x", new(name, code, parent)));

        Assert.Equal(field, refused.Field);
        Assert.Contains(message, refused.Message);
    }

    [Fact]
    public void A_term_cannot_stand_below_itself_nor_too_deep()
    {
        Assert.Contains("自己的下级", Assert.Throws<FieldRefusedException>(() => Tree.Change("a", new("交通", "1", "a1"))).Message);
        var deep = Tree.Add("x", new("高速", null, "a1")).Add("y", new("收费站", null, "x"));
        Assert.Contains("最多4级", Assert.Throws<FieldRefusedException>(() => deep.Add("z", new("车道", null, "y"))).Message);
        Assert.Contains("最多4级", Assert.Throws<FieldRefusedException>(() => deep.Change("a", new("交通", "1", "b"))).Message);
    }

    [Fact]
    public void A_term_with_others_below_it_is_not_removed()
    {
        Assert.Contains("下面还有", Assert.Throws<ContentRefusedException>(() => Tree.Remove("a")).Message);
        Assert.Equal(["a", "a1", "a2"], Ids(Tree.Remove("b")));
    }

    [Fact]
    public void The_tree_is_written_as_it_was_read()
    {
        var part = Tree.Change("b", new("教育", "2", null, Retired: true)).ToPart();
        var json = new ContentData(part).ToString();

        Assert.Equal(json, new ContentData(TaxonomyTree.Of(ContentData.Parse(json).Get<TaxonomyPart>()!).ToPart()).ToString());
        Assert.Contains("\"Terms\":[{\"Alias\":\"1-1\"", json);
        Assert.DoesNotContain("\"Retired\":false", json);
    }

    private static IEnumerable<string> Ids(TaxonomyTree tree) => tree.Lines.Select(l => l.Term.ContentItemId);
}
