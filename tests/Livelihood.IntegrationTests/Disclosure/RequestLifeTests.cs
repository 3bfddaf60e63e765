using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>From the form to the explained deadline, for requester and handler.</summary>
public abstract class RequestLifeTests(PortalFixture portal)
{
    [Fact]
    public async Task R_31c_A_request_is_filed_then_confirmed_and_both_sides_see_the_same_derivation()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen);
        Assert.Matches("^SMX-ZFB-2026-[0-9]{6}$", filed.Number);
        Assert.Contains("2026年3月2日 09:30", filed.Receipt.VisibleText);
        Assert.Contains("预计最迟 2026年3月30日", filed.Receipt.VisibleText);
        Assert.Empty(PageFaults.Of(filed.Receipt));

        var waiting = await Requests.AskAsync(citizen, filed.Number, filed.Code);
        Assert.Contains("待机关确认", waiting.VisibleText);
        Assert.Empty(waiting.Document.QuerySelectorAll(".derivation"));

        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        var list = await handler.GetPageAsync("/console/disclosure");
        Assert.Contains(filed.Number, list.VisibleText);
        var confirmed = await Requests.ConfirmAsync(handler, filed.Number);
        Assert.Contains("2026年3月30日", confirmed.Find(".deadline").TextContent);

        var open = await Requests.AskAsync(citizen, filed.Number.ToLowerInvariant(), filed.Code.Replace("-", " "));
        Assert.Contains("办理中", open.VisibleText);
        Assert.Contains("2026年3月30日", open.Find(".deadline").TextContent);
        Assert.Contains("还有20个工作日", open.VisibleText);
        var steps = open.TextsOf(".derivation__text");
        Assert.Equal(2, steps.Count);
        Assert.Contains("2026年3月2日收到申请", steps[0]);
        Assert.Contains("计20个工作日", steps[1]);
        Assert.Contains("第三十三条", steps[1]);
        Assert.Equal(steps, confirmed.TextsOf(".derivation__text"));
        Assert.Empty(PageFaults.Of(open));
        Assert.Empty(PageFaults.Of(confirmed));
    }

    [Fact]
    public async Task The_receipt_carries_the_hash_of_its_audit_entry()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen);
        var hash = await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
            .Where(entry => entry.SubjectId == filed.Number && entry.Action == "request.filed").Select(entry => entry.Hash).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(hash, filed.Receipt.TextsOf(".receipt__hash").Single());
        var verified = await portal.Host.InScopeAsync(services => AuditChain.VerifyAsync(services.GetRequiredService<PortalDbContext>(), TestContext.Current.CancellationToken));
        Assert.Null(verified.BrokenAt);
    }

    [Fact]
    public async Task Confirming_twice_is_refused_and_changes_nothing()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen);
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        var stale = await handler.GetPageAsync($"/console/disclosure/{filed.Number}");
        await Requests.ConfirmAsync(handler, filed.Number);
        var again = await stale.SubmitAsync("main form[action*=Confirm]");
        Assert.Contains("不能登记“确认收到申请”", again.VisibleText);
        Assert.Single(again.TextsOf(".timeline__title"), title => title == "确认收到申请");
    }

    [Fact]
    public async Task Another_agency_does_not_see_a_request_and_a_supervisor_does_not_handle_it()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen);
        using var other = await portal.Host.SignInAsync(Roles.Handler, "SMX-CZJ");
        await other.GetPageAsync($"/console/disclosure/{filed.Number}", HttpStatusCode.NotFound);
        Assert.DoesNotContain(filed.Number, (await other.GetPageAsync("/console/disclosure")).VisibleText);

        // A form of the own agency, aimed at the other agency's request.
        var own = await Requests.FileAsync(citizen, Requests.Form(agency: "SMX-CZJ"));
        var page = await other.GetPageAsync($"/console/disclosure/{own.Number}");
        var form = page.Find("main form[action*=Confirm]");
        form.SetAttribute("action", form.GetAttribute("action")!.Replace(own.Number, filed.Number));
        await page.SubmitAsync("main form[action*=Confirm]", expected: HttpStatusCode.NotFound);

        using var supervisor = await portal.Host.SignInAsync(Roles.Supervisor, "SMX");
        var seen = await supervisor.GetPageAsync($"/console/disclosure/{filed.Number}");
        Assert.Empty(seen.Document.QuerySelectorAll("main form"));

        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        await editor.GetPageAsync("/console/disclosure", HttpStatusCode.Forbidden);
        await editor.GetPageAsync($"/console/disclosure/{filed.Number}", HttpStatusCode.NotFound);
        using var nobody = portal.NewVisitor();
        var signIn = await nobody.GetPageAsync($"/console/disclosure/{filed.Number}");
        Assert.Equal("/account/sign-in", signIn.Address.AbsolutePath);
    }

    [Fact]
    public async Task Who_asks_is_masked_until_it_is_read_on_the_record()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen);
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        var masked = await handler.GetPageAsync($"/console/disclosure/{filed.Number}");
        Assert.Contains("138****1234", masked.VisibleText);
        Assert.Contains("411***********0011", masked.VisibleText);
        Assert.Contains("三门峡市湖滨区******", masked.VisibleText);
        Assert.DoesNotContain(Requests.IdentityNumber, masked.Html);
        Assert.DoesNotContain(Requests.Name, masked.Html);
        Assert.Equal(0, await ReadingsAsync(filed.Number));

        var read = await masked.SubmitAsync("main form[action*=Unmask]");
        Assert.Contains(Requests.IdentityNumber, read.VisibleText);
        Assert.Contains(Requests.Name, read.VisibleText);
        Assert.Equal(1, await ReadingsAsync(filed.Number));
    }

    [Fact]
    public async Task Mail_goes_to_who_left_an_address_and_holds_neither_name_nor_code()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen, new(Requests.Form()) { ["Input.Email"] = "requester@example.com" });
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        await Requests.ConfirmAsync(handler, filed.Number);
        var mails = await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>()
            .Where(mail => mail.Subject.Contains(filed.Number)).OrderBy(mail => mail.Id).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Equal("requester@example.com", mail.To));
        Assert.Contains("最迟答复日期：2026年3月30日", mails[1].Body);
        Assert.All(mails, mail => Assert.DoesNotContain(filed.Code, mail.Body));
        Assert.All(mails, mail => Assert.DoesNotContain(Requests.Name, mail.Body));
    }

    private Task<int> ReadingsAsync(string number) => portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
        .CountAsync(entry => entry.SubjectId == number && entry.Action == "request.personal-data-read", TestContext.Current.CancellationToken));
}

[Trait("Database", "SQLite")]
public sealed class RequestLifeOnSqlite(SqlitePortal portal) : RequestLifeTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class RequestLifeOnPostgres(PostgresPortal portal) : RequestLifeTests(portal), IClassFixture<PostgresPortal>;
