using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Xunit;

namespace Livelihood.IntegrationTests.Commitments;

public abstract class CommitmentPagesTests(PortalFixture portal)
{
    [Fact]
    public async Task Years_AreListed_NewestFirst()
    {
        var page = await portal.NewVisitor().GetPageAsync("/commitments");

        Assert.Equal(["2021年民生实事", "2020年民生实事", "2019年民生实事"], page.TextsOf(".card__title"));
    }

    [Fact]
    public async Task Year_ShowsStatedSharesBesideTheComputedOnes()
    {
        var page = await portal.NewVisitor().GetPageAsync("/commitments/2021");

        Assert.Equal(10, page.Document.QuerySelectorAll("h2[id^=commitment-]").Length);
        Assert.Contains("130场占300场的 43.33%，所写为 43.34%", page.VisibleText);
        Assert.Contains("146公里占300公里的 48.67%，所写为 48%，似为舍去尾数", page.VisibleText);
        Assert.DoesNotContain("占280个的", page.VisibleText);
        Assert.Equal("43.33", page.Find("progress[aria-label^='百场戏']").GetAttribute("value"));
        Assert.DoesNotContain("style=", page.Html);
    }

    [Fact]
    public async Task Chart_AndItsTable_SayTheSame()
    {
        var page = await portal.NewVisitor().GetPageAsync("/commitments/2021");

        var counts = page.TextsOf("section[aria-labelledby=standing] tbody td:nth-of-type(1)").Select(int.Parse).ToList();
        Assert.Equal(31, counts.Sum());
        Assert.Equal(counts.Count(c => c > 0), page.Document.QuerySelectorAll("svg[role=img] rect").Length);
    }

    [Fact]
    public async Task Commitment_ShowsAgenciesTargetsAndReports()
    {
        var visitor = portal.NewVisitor();

        var roads = await visitor.GetPageAsync("/commitments/2021/7");
        Assert.Contains("市交通运输局", roads.VisibleText);
        Assert.Contains("填报材料写作 44%，相符", roads.VisibleText);
        Assert.Contains("来源没有写明日期", roads.VisibleText);

        var wards = await visitor.GetPageAsync("/commitments/2020/5");
        Assert.Contains("各地合计与目标相等", wards.VisibleText);
        Assert.Contains("没有进展报告", wards.VisibleText);
    }

    [Theory]
    [InlineData("/commitments/1999")]
    [InlineData("/commitments/2021/11")]
    [InlineData("/commitments/2021/0")]
    [InlineData("/commitments/abc")]
    public async Task WhatIsNotThere_IsNotFound(string path)
        => await portal.NewVisitor().GetPageAsync(path, HttpStatusCode.NotFound);

    [Fact]
    public async Task HomePage_ShowsTheNewestYear()
    {
        var page = await portal.NewVisitor().GetPageAsync("/");

        Assert.Equal("2021年民生实事", page.Find("#commitments-summary").TextContent);
        Assert.Equal("群众出行", (await page.FollowAsync("a[href$='/commitments/2021/7']")).Find("h1").TextContent);
    }
}

[Trait("Database", "SQLite")]
public sealed class CommitmentPagesTestsOnSqlite(SqlitePortal portal) : CommitmentPagesTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class CommitmentPagesTestsOnPostgres(PostgresPortal portal) : CommitmentPagesTests(portal), IClassFixture<PostgresPortal>;
