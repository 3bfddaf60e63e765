using System.Net;
using AngleSharp.Html.Dom;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Handbook;

/// <summary>The handbook touches no table, so one database is enough.</summary>
[Trait("Database", "SQLite")]
public sealed class HandbookPagesTests(SqlitePortal portal) : IClassFixture<SqlitePortal>
{
    private const string Contents = "/console/handbook";

    [Fact]
    public async Task Handbook_IsForEveryMemberOfStaff_AndForNobodyElse()
    {
        using var stranger = portal.NewVisitor();
        foreach (var path in new[] { Contents, Contents + "/write", Contents + "/pictures/sign-in.png" })
        {
            Assert.Equal("/account/sign-in", (await stranger.GetAsync(path)).RequestMessage!.RequestUri!.AbsolutePath);
        }

        foreach (var role in Roles.All)
        {
            using var visitor = await portal.Host.SignInAsync(role);
            var console = await visitor.GetPageAsync("/console");
            Assert.Contains("编辑手册", console.TextsOf(".console-nav__link"));
            Assert.Equal("/console/handbook/begin", console.Find(".console-bar__links a").GetAttribute("href"));
            Assert.Equal("编辑手册", (await visitor.GetPageAsync(Contents)).Find("h1").TextContent);
        }
    }

    [Fact]
    public async Task Chapters_LeadFromOneToTheNext_AndShowTheirPictures()
    {
        using var visitor = await portal.Host.SignInAsync(Roles.Editor);
        var contents = await visitor.GetPageAsync(Contents);
        var titles = contents.TextsOf("main ol a");
        var page = await contents.FollowAsync("main ol a");
        foreach (var title in titles)
        {
            Assert.EndsWith(title, page.Find("h1").TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(page.Document.QuerySelectorAll("nav ul a[href^='#']"));
            foreach (var picture in page.Document.QuerySelectorAll(".handbook-text img").Cast<IHtmlImageElement>())
            {
                using var answer = await visitor.GetAsync(new Uri(picture.Source!).AbsolutePath);
                Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
            }

            if (title != titles[^1])
            {
                page = await page.FollowAsync("a[rel=next]");
            }
        }

        Assert.Null(page.Document.QuerySelector("a[rel=next]"));
        Assert.NotNull((await visitor.GetPageAsync(Contents + "/write?view=print")).Document.QuerySelector(".print-sheet .handbook-text"));
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/01-begin.md")]
    [InlineData("/..%2f..%2fappsettings")]
    [InlineData("/pictures/nothing.png")]
    [InlineData("/pictures/..%2f01-begin.md")]
    [InlineData("/pictures/..%5c01-begin.md")]
    [InlineData("/pictures/%2fetc%2fpasswd")]
    public async Task What_the_handbook_does_not_hold_is_not_found(string path)
    {
        using var visitor = await portal.Host.SignInAsync(Roles.Editor);
        using var answer = await visitor.GetAsync(Contents + path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
