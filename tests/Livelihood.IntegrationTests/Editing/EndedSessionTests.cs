using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Forms;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Editing;

/// <summary>A form of the console that is sent after the session has ended keeps its text, whatever form it is.</summary>
public abstract class EndedSessionTests(PortalFixture portal)
{
    private const string Form = "/console/taxonomies";

    [Fact]
    public async Task TypedText_IsBackOnTheForm_AfterSigningInAgain()
    {
        var account = await portal.Host.CreateStaffAsync(Roles.Administrator);
        using var person = await portal.Host.SignInAsync(account);
        var form = await person.GetPageAsync(Form);
        await EndSessionAsync(person);

        var signIn = await form.SubmitAsync("main form", new Dictionary<string, string> { ["Name"] = "没有保存完的分类法", ["Segment"] = "unsaved-one" });
        Assert.Equal("/account/sign-in", signIn.Address.AbsolutePath);
        Assert.Contains("刚才填写的内容已经保留", signIn.VisibleText);
        var back = await SignInAsync(signIn, account);

        Assert.Equal(Form, back.Address.AbsolutePath);
        Assert.Contains("还没有保存", back.Find("[role=alert]").TextContent);
        Assert.Equal("没有保存完的分类法", back.Find("#Name").GetAttribute("value"));
        var saved = await back.SubmitAsync("main form");
        Assert.Contains("已新建分类法“没有保存完的分类法”", saved.VisibleText);
    }

    [Fact]
    public async Task SomebodyElse_DoesNotGetIt()
    {
        var account = await portal.Host.CreateStaffAsync(Roles.Administrator);
        using var person = await portal.Host.SignInAsync(account);
        var form = await person.GetPageAsync(Form);
        await EndSessionAsync(person);
        var signIn = await form.SubmitAsync("main form", new Dictionary<string, string> { ["Name"] = "只给本人", ["Segment"] = "mine-only" });

        var other = await SignInAsync(signIn, await portal.Host.CreateStaffAsync(Roles.Administrator), HttpStatusCode.NotFound);

        Assert.DoesNotContain("只给本人", other.Html);
        Assert.Contains("没有可以恢复的内容", other.VisibleText);
        var stored = await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<KeptPost>().Select(k => k.Sealed).ToListAsync());
        Assert.DoesNotContain(stored, s => s.Contains("只给本人", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Strangers_CannotLeaveAnythingHere()
    {
        using var stranger = new HttpClient { BaseAddress = portal.Host.BaseAddress };
        using var body = new FormUrlEncodedContent(new Dictionary<string, string> { ["Name"] = "陌生人" });
        var before = await CountAsync();

        using var answer = await stranger.PostAsync(Form, body);

        Assert.Contains("/account/sign-in", answer.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task KeptText_IsForgottenAfterADay()
    {
        var account = await portal.Host.CreateStaffAsync(Roles.Administrator);
        using var person = await portal.Host.SignInAsync(account);
        var form = await person.GetPageAsync(Form);
        await EndSessionAsync(person);
        await form.SubmitAsync("main form", new Dictionary<string, string> { ["Name"] = "过期的", ["Segment"] = "too-late" });

        portal.Clock.Advance(KeptPosts.Lifetime + TimeSpan.FromMinutes(1));
        await portal.Host.InScopeAsync(services => services.GetRequiredService<KeptPosts>().ForgetAsync());

        Assert.Equal(0, await CountAsync());
    }

    // As in another window: the form that is open stays as it is.
    private static async Task EndSessionAsync(PortalVisitor person) =>
        await (await person.GetPageAsync("/console")).SubmitAsync("form[action$=sign-out]");

    private static Task<PortalPage> SignInAsync(PortalPage signIn, StaffAccount account, HttpStatusCode expected = HttpStatusCode.OK) =>
        signIn.SubmitAsync("main form", new Dictionary<string, string> { ["UserName"] = account.UserName, ["Password"] = account.Password }, expected: expected);

    private Task<int> CountAsync() =>
        portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<KeptPost>().CountAsync());
}

[Trait("Database", "SQLite")]
public sealed class EndedSessionTestsOnSqlite(SqlitePortal portal) : EndedSessionTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class EndedSessionTestsOnPostgres(PostgresPortal portal) : EndedSessionTests(portal), IClassFixture<PostgresPortal>;
