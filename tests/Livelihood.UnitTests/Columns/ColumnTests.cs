using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Xunit;

namespace Livelihood.UnitTests.Columns;

public sealed class ColumnTests
{
    private static readonly ItemFacts Item = new("item", "Notice", ["OFFICE", "CITY"], "20-5", "15", ["Notice.Kind=公告"]);

    [Fact]
    public void A_selection_that_asks_nothing_shows_only_what_is_placed_by_hand()
    {
        Assert.False(ColumnSelection.Nothing.Shows(Item));
        Assert.True((ColumnSelection.Nothing with { Placed = ["item"] }).Shows(Item));
        Assert.False((ColumnSelection.Nothing with { Placed = ["other"] }).Shows(Item));
    }

    [Fact]
    public void Everything_that_is_asked_must_hold()
    {
        var notices = ColumnSelection.Nothing with { Types = ["OfficialDocument", "Notice"] };

        Assert.True(notices.Shows(Item));
        Assert.True((notices with { Categories = ["20-4", "20-5"], Topics = ["15"], Values = ["Notice.Kind=公告"] }).Shows(Item));
        Assert.False((notices with { Categories = ["20-4"] }).Shows(Item));
        Assert.False((notices with { Topics = ["16"] }).Shows(Item));
        Assert.False((notices with { Values = ["Notice.Kind=公告", "Notice.Kind=公示"] }).Shows(Item));
        Assert.False((notices with { Categories = ["20-5"] }).Shows(Item with { Category = null }));
    }

    [Fact]
    public void An_agency_counts_with_its_parts_only_where_that_is_asked()
    {
        var city = ColumnSelection.Nothing with { Agencies = ["CITY"] };

        Assert.False(city.Shows(Item));
        Assert.True((city with { WithParts = true }).Shows(Item));
        Assert.True((city with { Agencies = ["OFFICE"] }).Shows(Item));
    }

    [Fact]
    public void A_selection_is_read_as_it_was_written()
    {
        var selection = new ColumnSelection { Types = ["Notice"], Agencies = ["CITY"], WithParts = true, Values = ["Notice.Kind=公告"], Placed = ["x"] };

        Assert.Equal(selection.ToString(), ColumnSelection.Parse(selection.ToString()).ToString());
        Assert.True(ColumnSelection.Parse(selection.ToString()).WithParts);
    }

    [Fact]
    public void An_item_belongs_to_the_first_column_that_shows_it_and_rather_to_one_below()
    {
        var notices = ColumnSelection.Nothing with { Types = ["Notice"] };
        var tree = new ColumnTree(
        [
            NewColumn("later", 3, selection: notices),
            NewColumn("empty", 1),
            NewColumn("all", 2, selection: notices),
            NewColumn("announcements", 0, "all", notices with { Values = ["Notice.Kind=公告"] }),
        ]);

        Assert.Equal(["empty", "all", "announcements", "later"], tree.Lines.Select(l => l.Column.Id));
        Assert.Equal("announcements", tree.HomeOf(Item)!.Id);
        Assert.Equal("all", tree.HomeOf(Item with { Values = [] })!.Id);
        Assert.Null(tree.HomeOf(Item with { Type = "Page" }));
        Assert.Equal(["all", "announcements"], tree.WayTo(tree.Find("announcements")!).Select(c => c.Id));
    }

    public static TheoryData<string, ColumnEdit, string> Refused() => new()
    {
        { "Name", Edit() with { Name = " " }, "请填写名称" },
        { "Slug", Edit() with { Slug = "Policy!" }, "小写字母" },
        { "Slug", Edit() with { Slug = "one" }, "已被其他栏目使用" },
        { "HomeLines", Edit() with { HomeLines = 13 }, "0至12" },
        { "StaleAfterDays", Edit() with { StaleAfterDays = 0 }, "不提醒的留空" },
        { "Address", Edit() with { Address = "/gazettes", Selection = new() { Types = ["Notice"] } }, "清空其中一样" },
        { "ParentId", Edit() with { ParentId = "gone" }, "已经不在了" },
        { "ParentId", Edit() with { ParentId = "edited" }, "自己" },
        { "ParentId", Edit() with { ParentId = "below" }, "自己的下级" },
        { "ParentId", Edit() with { ParentId = "two" }, "最多3级" },
        { "Placed", Edit() with { Selection = new() { Placed = [.. Enumerable.Range(0, 21).Select(i => $"{i}")] } }, "不能超过20条" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_breaks_a_rule_is_refused_beside_its_field(string field, ColumnEdit edit, string message)
    {
        var edited = NewColumn("edited", 2);
        Column[] all = [NewColumn("one", 0), NewColumn("two", 0, "one"), edited, NewColumn("below", 0, "edited")];

        var refused = Assert.Throws<FieldRefusedException>(() => ColumnRules.Check(edited, edit, all));

        Assert.Equal(field, refused.Field);
        Assert.Contains(message, refused.Message);
        ColumnRules.Check(edited, Edit() with { ParentId = "one" }, all);
    }

    private static ColumnEdit Edit() => new() { Name = "栏目", Slug = "edited" };

    private static Column NewColumn(string id, int order, string? parent = null, ColumnSelection? selection = null) => new()
    {
        Id = id, Name = id, Slug = id, Order = order, ParentId = parent, Selection = selection ?? ColumnSelection.Nothing,
    };
}
