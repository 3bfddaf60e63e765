using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Workflow;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>The steps that content and entries take on the way through the register.</summary>
public abstract partial class PublicLogTests
{
    private async Task<(StaffAccount Editor, string Item)> RefusedContentAsync(string agency)
    {
        var (editor, reviewer) = (await Portal.Host.CreateStaffAsync(Roles.Editor, agency), await Portal.Host.CreateStaffAsync(Roles.Reviewer, agency));
        var made = await Portal.Host.ActAsync(editor, (services, _) => services.GetRequiredService<IContentStore>().CreateAsync(
            new("Notice", agency, new ContentData().Set(new TitlePart("应急物资储备地点")).Set(new MarkdownBodyPart("在哪里。\n")).Set(new DisclosureRecordPart { Category = "20-1", Abstract = "储备地点。" })), Cancellation));
        await Portal.Host.ActAsync(editor, (services, person) => StepOfAsync(services, person, made.ItemId, ContentEvent.Submit));
        await Portal.Host.ActAsync(reviewer, (services, person) => StepOfAsync(services, person, made.ItemId, ContentEvent.Refuse));
        return (editor, made.ItemId);
    }

    private async Task<StaffAccount> AlsoHandlerAsync(StaffAccount account, string agency)
    {
        await Portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(new RoleAssignment { AccountId = await db.Users.Where(a => a.UserName == account.UserName).Select(a => a.Id).SingleAsync(Cancellation), Role = Roles.Handler, AgencyId = agency });
            services.GetRequiredService<IAuditTrail>().Record("test.role", nameof(Account), account.UserName);
            return await db.SaveChangesAsync(Cancellation);
        });
        return account;
    }

    private Task<ContentRefusedException> SubmitRefusedAsync(StaffAccount editor, string item) => Assert.ThrowsAnyAsync<ContentRefusedException>(
        () => Portal.Host.ActAsync(editor, (services, person) => StepOfAsync(services, person, item, ContentEvent.Submit)));

    private static async Task<ContentVersion> StepOfAsync(IServiceProvider services, System.Security.Claims.ClaimsPrincipal person, string item, ContentEvent step)
    {
        var latest = (await services.GetRequiredService<IContentStore>().LatestAsync(item, Cancellation))!;
        return await services.GetRequiredService<IContentWorkflow>().DoAsync(person, item, latest.Item.Revision, step, new("看过了"), Cancellation);
    }

    private static async Task<PortalPage> ActAsync(PortalVisitor staff, string id, string act, params (string Field, string Value)[] fields)
    {
        var done = await (await staff.GetPageAsync($"{Register}/{id}/{act}")).SubmitAsync("main form", fields.ToDictionary(field => field.Field, field => field.Value));
        Assert.EndsWith(id, done.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Empty(PageFaults.Of(done));
        return done;
    }

    private static async Task ConfirmAsync(PortalVisitor head, string id) =>
        Assert.Contains("已确认评估结果", (await (await head.GetPageAsync($"{Register}/{id}")).SubmitAsync("form:has(button[formaction*=Confirm])")).Html);
}
