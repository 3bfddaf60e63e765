using System.Net;
using System.Text;
using Livelihood.Disclosure.Subscriptions;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>What is due, read by a calendar program that knows a secret address.</summary>
public abstract partial class OfficeDataTests
{
    private const string Subscription = "/console/disclosure-subscription";

    [Fact]
    public async Task A_calendar_program_reads_by_a_secret_address_what_its_account_has_to_do_and_nothing_of_who_asks()
    {
        const string Agency = "SMX-WJW";
        using var citizen = Portal.NewVisitor();
        using var program = Portal.NewVisitor();
        var account = await Portal.Host.CreateStaffAsync(Roles.Handler, Agency);
        using var handler = await Portal.Host.SignInAsync(account);
        var (mine, others) = (await FiledAsync(citizen, handler, Agency), await FiledAsync(citizen, handler, Agency));
        var id = await IdOfAsync(account);
        await Office.RecordAsync(handler, mine, "assigned", ("To", $"account:{id}"));
        await Office.RecordAsync(handler, mine, "consultationSent", ("With", "ThirdParty"), ("Party", "第三方丙"), ("About", "合同"));

        var page = await (await handler.GetPageAsync(Calendar)).FollowAsync("main a[href$=disclosure-subscription]");
        Assert.Empty(PageFaults.Of(page));
        Assert.Empty(page.Document.QuerySelectorAll("[name=OfAgencies]")); // whoever leads no office has nothing to choose
        var made = await page.SubmitAsync("main form[action*=Make]");
        Assert.Empty(PageFaults.Of(made));
        Assert.True(made.Headers.CacheControl!.NoStore);
        var address = made.Find(".receipt__code").TextContent.Trim();
        Assert.Matches("^http://[^/]+/disclosure/due/[A-Za-z0-9_-]{43}\\.ics$", address);

        // It is shown once, and only its hash is kept.
        var again = await handler.GetPageAsync(Subscription);
        Assert.DoesNotContain("/disclosure/due/", again.Html);
        Assert.Contains("还没有读取过", again.VisibleText);
        var hash = await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<DueSubscriptionRow>().Where(row => row.AccountId == id).Select(row => row.Hash).SingleAsync());
        Assert.Equal(64, hash.Length);
        Assert.DoesNotContain(hash, address);

        using var answer = await program.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.True(answer.Headers.CacheControl is { Private: true, Public: false });
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Empty(text.Replace("\r\n", "").Intersect("\r\n"));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var lines = text.Replace("\r\n ", "").Split("\r\n");
        Assert.Equal(["SUMMARY:告知补正到期：" + mine, "SUMMARY:征求第三方意见（第1封）到期：" + mine, "SUMMARY:答复到期：" + mine], lines.Where(line => line.StartsWith("SUMMARY", StringComparison.Ordinal)));
        Assert.Equal(["20260311", "20260323", "20260421"], lines.Where(line => line.StartsWith("DTSTART", StringComparison.Ordinal)).Select(line => line.Split(':')[1]));
        Assert.Contains(lines, line => line.StartsWith("URL:http", StringComparison.Ordinal) && line.EndsWith($"/console/disclosure/{mine}", StringComparison.Ordinal));
        Assert.Equal(3, lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
        Assert.All(new[] { others, Requests.Name, Requests.Phone, "公路", "第三方丙", "合同" }, personal => Assert.DoesNotContain(personal, string.Concat(lines)));
        Assert.Contains("2026-03-02", (await handler.GetPageAsync(Subscription)).VisibleText);

        // What did not change is not sent again.
        using var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var same = await program.SendRawAsync(asked);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        // A new address ends the old one; ended, there is none; what was done is gone.
        await Office.RecordAsync(handler, mine, "withdrawn", ("Reason", "来电撤回"));
        var renewed = (await again.SubmitAsync("main form[action*=Make]")).Find(".receipt__code").TextContent.Trim();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, address));
        Assert.DoesNotContain("BEGIN:VEVENT", await ReadAsync(program, renewed));
        Assert.Contains("订阅已停止", (await (await handler.GetPageAsync(Subscription)).SubmitAsync("main form[action*=End]")).VisibleText);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, renewed));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, "/disclosure/due/nobodys.ics"));
        var entries = await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
            .Where(entry => entry.SubjectType == nameof(DueSubscriptionRow) && entry.SubjectId == $"{id}").OrderBy(entry => entry.Sequence).Select(entry => new { entry.Action, entry.Actor }).ToListAsync());
        Assert.Equal(["due-calendar.made", "due-calendar.renewed", "due-calendar.ended"], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal($"account:{id}", entry.Actor));
    }

    [Fact]
    public async Task A_head_reads_what_is_due_in_the_agency_and_whose_role_or_account_ends_reads_nothing()
    {
        const string Agency = "SMX-JYJ";
        using var citizen = Portal.NewVisitor();
        using var program = Portal.NewVisitor();
        var (handler, account) = (await StaffAsync(Roles.Handler, Agency), await Portal.Host.CreateStaffAsync(Roles.Head, Agency));
        using var head = await Portal.Host.SignInAsync(account);
        var number = await FiledAsync(citizen, handler, Agency);
        var address = (await (await head.GetPageAsync(Subscription)).SubmitAsync("main form[action*=Make]", new Dictionary<string, string> { ["OfAgencies"] = "true" })).Find(".receipt__code").TextContent.Trim();
        Assert.Contains($"SUMMARY:答复到期：{number}", await ReadAsync(program, address));
        Assert.Equal(2, (await ReadAsync(program, address)).Split("BEGIN:VEVENT").Length - 1); // of the agency alone, whatever other agencies have

        // What was moved on moves in the calendar, under its name.
        var before = UidOf(await ReadAsync(program, address), "-Reply-");
        await Office.RecordAsync(handler, number, "extensionProposed", ("WorkingDays", "20"), ("Reason", "检索量大"));
        await Office.RecordAsync(head, number, "extended");
        var after = await ReadAsync(program, address);
        Assert.Equal(before, UidOf(after, "-Reply-"));
        Assert.Contains("DTSTART;VALUE=DATE:20260428", after);

        // Only what the head is responsible for: nothing yet.
        var own = (await (await head.GetPageAsync(Subscription)).SubmitAsync("main form[action*=Make]", new Dictionary<string, string> { ["OfAgencies"] = "false" })).Find(".receipt__code").TextContent.Trim();
        Assert.DoesNotContain("BEGIN:VEVENT", await ReadAsync(program, own));

        // Locked out, and let in again; then moved to another agency as an editor: decided at each reading.
        var id = await IdOfAsync(account);
        await LockAsync(id, DateTimeOffset.MaxValue);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, own));
        await LockAsync(id, null);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, own));
        await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<RoleAssignment>().Where(held => held.AccountId == id).ExecuteDeleteAsync());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, own));
        await (await StaffAsync(Roles.Editor)).GetPageAsync(Subscription, HttpStatusCode.Forbidden);

        // Nobody tries addresses without end.
        using var guesser = new PortalVisitor(program.BaseAddress, OwnAddress.Of(300));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            answers.Add(await StatusAsync(guesser, own));
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers.Distinct());
    }

    private static string UidOf(string text, string part) => text.Replace("\r\n ", "").Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal) && line.Contains(part, StringComparison.Ordinal));

    private static async Task<string> ReadAsync(PortalVisitor program, string address)
    {
        using var answer = await program.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "");
    }

    private static async Task<HttpStatusCode> StatusAsync(PortalVisitor program, string address)
    {
        using var answer = await program.GetAsync(address);
        return answer.StatusCode;
    }

    private Task<Guid> IdOfAsync(StaffAccount account) =>
        Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Users.Where(user => user.UserName == account.UserName).Select(user => user.Id).SingleAsync());

    private Task<int> LockAsync(Guid id, DateTimeOffset? until) => Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Users.Where(user => user.Id == id)
        .ExecuteUpdateAsync(set => set.SetProperty(user => user.LockoutEnd, until).SetProperty(user => user.LockoutEnabled, true)));
}
