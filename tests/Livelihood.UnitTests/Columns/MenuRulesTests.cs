using System.Collections.Immutable;
using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Livelihood.Content.Navigation;
using Xunit;

namespace Livelihood.UnitTests.Columns;

public sealed class MenuRulesTests
{
    private static readonly ImmutableList<MenuEntry> Menu =
    [
        new("home", "首页", MenuTarget.Address, "/"),
        new("policy", "政策", MenuTarget.Column, "column"),
        new("reading", "解读", MenuTarget.Column, "other", "policy"),
        new("away", "省政府", MenuTarget.Address, "https://example.org/"),
    ];

    [Theory]
    [InlineData("/gazettes")]
    [InlineData("/documents?type=Notice")]
    [InlineData("https://www.gov.cn/zhengce")]
    public void Addresses_of_this_site_and_safe_ones_elsewhere_are_taken(string address) => Assert.Equal(address, MenuRules.Address($" {address} "));

    [Theory]
    [InlineData("")]
    [InlineData("gazettes")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("http://example.org")]
    [InlineData("https://")]
    [InlineData("javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("HTTPS ://example.org")]
    public void Other_addresses_are_refused(string address) =>
        Assert.Contains("以 / 开头", Assert.Throws<FieldRefusedException>(() => MenuRules.Address(address)).Message);

    [Theory]
    [InlineData("new", "", null, "Text")]
    [InlineData("new", "一二三四五六七八九十十一十二", null, "Text")]
    [InlineData("new", "政策", null, "Text")]
    [InlineData("new", "新的", "reading", "ParentId")]
    [InlineData("new", "新的", "gone", "ParentId")]
    [InlineData("new", "新的", "away", "ParentId")]
    [InlineData("policy", "政策", "home", "ParentId")]
    [InlineData("home", "首页", "home", "ParentId")]
    public void What_breaks_a_rule_is_refused_beside_its_field(string id, string text, string? parent, string field) =>
        Assert.Equal(field, Assert.Throws<FieldRefusedException>(() => MenuRules.With(Menu, new(id, text, MenuTarget.Address, "/x", parent))).Field);

    [Fact]
    public void An_entry_is_changed_in_its_place_and_a_new_one_comes_last()
    {
        Assert.Equal("首 页", MenuRules.With(Menu, new("home", " 首 页 ", MenuTarget.Address, "/"))[0].Text);
        Assert.Equal("new", MenuRules.With(Menu, new("new", "新的", MenuTarget.Address, "/x", "policy"))[^1].Id);
    }

    [Fact]
    public void An_entry_with_others_below_it_stays()
    {
        Assert.Contains("下面还有导航", Assert.Throws<ContentRefusedException>(() => MenuRules.Without(Menu, Menu[1])).Message);
        Assert.Equal(3, MenuRules.Without(Menu, Menu[2]).Count);
    }

    [Fact]
    public void A_menu_leaves_out_what_leads_nowhere()
    {
        var column = new Column { Id = "column", Name = "政策", Slug = "policy" };
        var site = new SiteStructure(1, new([column]), [new() { Name = NavigationMenu.Main, Entries = Menu }], new Dictionary<string, string>());

        var links = site.LinksOf(NavigationMenu.Main);

        Assert.Equal(["~/", "~/columns/policy", "https://example.org/"], links.Select(l => l.Address));
        Assert.Empty(links[1].Links);
        Assert.Empty(site.LinksOf(NavigationMenu.Footer));
    }
}
