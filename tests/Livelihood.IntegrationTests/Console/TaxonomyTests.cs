using System.Net;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Taxonomies;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Console;

public abstract class TaxonomyTests(PortalFixture portal)
{
    private const string List = "/console/taxonomies";

    [Fact]
    public async Task Taxonomies_AreForWhoManagesTheSite()
    {
        using var visitor = portal.NewVisitor();
        Assert.Equal("/account/sign-in", (await visitor.GetPageAsync(List)).Address.AbsolutePath);
        foreach (var (role, agency) in new[] { (Roles.Editor, "SMX-ZFB"), (Roles.Handler, "SMX-ZFB"), (Roles.Publisher, "SMX-JYJ") })
        {
            using var other = await portal.Host.SignInAsync(role, agency);
            Assert.Equal("/account/denied", (await other.GetAsync(List)).RequestMessage!.RequestUri!.AbsolutePath);
        }

        foreach (var role in new[] { Roles.Publisher, Roles.Administrator })
        {
            using var manager = await portal.Host.SignInAsync(role);
            var page = await manager.GetPageAsync(List);
            Assert.Equal(["主题分类", "公开类别", "公文种类", "地区"], page.TextsOf("tbody th").Intersect(["主题分类", "公开类别", "公文种类", "地区"]).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Terms_AreAddedMovedRenamedRetiredAndDeleted_WithStableIds()
    {
        using var manager = await portal.Host.SignInAsync(Roles.Administrator);
        var taxonomy = await NewTaxonomyAsync(manager, "服务主题", "service-topics");
        taxonomy = await AddAsync(taxonomy, "出生", "s-1");
        taxonomy = await AddAsync(taxonomy, "入学", "s-2");
        var id = taxonomy.Find("tbody tr:nth-child(2)").Id!;

        taxonomy = await taxonomy.SubmitAsync("main form", button: "tbody tr:nth-child(2) button[name=up]");
        Assert.Equal(["入学", "出生"], taxonomy.TextsOf("tbody th"));
        Assert.Equal(id, taxonomy.Find("tbody tr:nth-child(1)").Id);

        var term = await taxonomy.FollowAsync("tbody tr:nth-child(2) a");
        taxonomy = await term.SubmitAsync("main form", new Dictionary<string, string> { ["Name"] = "生育", ["Retired"] = "true", ["ParentId"] = id["term-".Length..] });
        Assert.Equal("已停用", taxonomy.Find("tbody tr:nth-child(2) .govuk-tag").TextContent);
        Assert.NotNull(taxonomy.Document.QuerySelector("tbody tr:nth-child(2) .tree-level-1"));

        term = await taxonomy.FollowAsync("tbody tr:nth-child(1) a");
        var refused = await term.SubmitAsync("#delete");
        Assert.Contains("下面还有分类项", refused.Find(".govuk-error-summary").TextContent);

        term = await taxonomy.FollowAsync("tbody tr:nth-child(2) a");
        taxonomy = await term.SubmitAsync("#delete");
        Assert.Equal(["入学"], taxonomy.TextsOf("tbody th"));
        var actions = await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
            .Where(e => e.Action.StartsWith("taxonomy.")).Select(e => e.Action).Distinct().ToListAsync());
        Assert.Superset(
            new HashSet<string> { "taxonomy.term-added", "taxonomy.term-moved", "taxonomy.term-changed", "taxonomy.term-deleted" }, actions.ToHashSet());
    }

    [Fact]
    public async Task TermInUse_IsNeitherDeletedNorGivenAnotherCode_ButMayBeRenamed()
    {
        using var manager = await portal.Host.SignInAsync(Roles.Publisher);
        var taxonomy = await NewTaxonomyAsync(manager, "使用中的分类", "in-use");
        await AddAsync(taxonomy, "在用的项", "used-7");
        await portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().CreateAsync(
            new("Notice", "SMX-ZFB", new ContentData(new TitlePart("归类的通知"), new DisclosureRecordPart { Category = "used-7" }))));
        var term = await (await manager.GetPageAsync(taxonomy.Address.AbsolutePath)).FollowAsync("tbody a");

        Assert.Contains("不能删除。可以停用", (await term.SubmitAsync("#delete")).Find(".govuk-error-summary").TextContent);
        var recoded = await term.SubmitAsync("main form", new Dictionary<string, string> { ["Code"] = "used-8" });
        Assert.Contains("代码不能改", recoded.Find("#code-error").TextContent);
        var renamed = await term.SubmitAsync("main form", new Dictionary<string, string> { ["Name"] = "改过名的项", ["Code"] = "used-7" });
        Assert.Equal(["改过名的项"], renamed.TextsOf("tbody th"));
        Assert.Equal("改过名的项", await portal.Host.InScopeAsync(services =>
            services.GetRequiredService<TaxonomyTerms>().NameOfAsync("/taxonomies/in-use", "used-7")));
    }

    [Fact]
    public async Task SecondEditor_IsTold_AndWhatWasTypedStays()
    {
        using var one = await portal.Host.SignInAsync(Roles.Administrator);
        using var two = await portal.Host.SignInAsync(Roles.Publisher);
        var taxonomy = await NewTaxonomyAsync(one, "两人同改", "two-editors");
        var other = await (await two.GetPageAsync(taxonomy.Address.AbsolutePath)).FollowAsync("main a.govuk-button");
        await AddAsync(taxonomy, "先保存的", null);

        var refused = await other.SubmitAsync("main form", new Dictionary<string, string> { ["Name"] = "后保存的" }, expected: HttpStatusCode.Conflict);

        Assert.Contains("他人修改", refused.Find(".govuk-error-summary").TextContent);
        Assert.Equal("后保存的", refused.Find("#Name").GetAttribute("value"));
        Assert.Equal(["先保存的"], (await one.GetPageAsync(taxonomy.Address.AbsolutePath)).TextsOf("tbody th"));
    }

    [Theory]
    [InlineData("", "somewhere", "name-error", "请填写名称")]
    [InlineData("有名", "Not Good", "segment-error", "小写字母")]
    [InlineData("有名", "topics", "segment-error", "已被其他内容使用")]
    public async Task NewTaxonomy_WithBadInput_IsRefusedBesideTheField(string name, string segment, string field, string message)
    {
        using var manager = await portal.Host.SignInAsync(Roles.Administrator);
        var form = await manager.GetPageAsync(List);

        var refused = await form.SubmitAsync("main form", new Dictionary<string, string> { ["Name"] = name, ["Segment"] = segment });

        Assert.Contains(message, refused.Find("#" + field).TextContent);
        Assert.Equal(name, refused.Find("#Name").GetAttribute("value"));
    }

    [Fact]
    public async Task WhatIsNotThere_IsNotFound()
    {
        using var manager = await portal.Host.SignInAsync(Roles.Administrator);
        await manager.GetPageAsync(List + "/" + new string('x', 26), HttpStatusCode.NotFound);
    }

    private static async Task<PortalPage> NewTaxonomyAsync(PortalVisitor manager, string name, string segment) =>
        await (await manager.GetPageAsync(List)).SubmitAsync("main form", new Dictionary<string, string> { ["Name"] = name, ["Segment"] = segment });

    private static async Task<PortalPage> AddAsync(PortalPage taxonomy, string name, string? code) =>
        await (await taxonomy.FollowAsync("main a.govuk-button")).SubmitAsync("main form", new Dictionary<string, string> { ["Name"] = name, ["Code"] = code ?? "" });
}

[Trait("Database", "SQLite")]
public sealed class TaxonomyTestsOnSqlite(SqlitePortal portal) : TaxonomyTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class TaxonomyTestsOnPostgres(PostgresPortal portal) : TaxonomyTests(portal), IClassFixture<PostgresPortal>;
