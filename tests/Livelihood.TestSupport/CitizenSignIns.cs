using System.Text.RegularExpressions;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.TestSupport;

/// <summary>Signs citizens in through their page, with the code of the mail that the portal wrote.</summary>
public static partial class CitizenSignIns
{
    /// <summary>Where a citizen's account is.</summary>
    public const string Account = "/account/citizen";

    /// <summary>The mails to an address, the last one last.</summary>
    public static Task<List<OutboxMessage>> MailsToAsync(this PortalHost host, string address) => host.InScopeAsync(services =>
        services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().Where(m => m.To == address).OrderBy(m => m.Id).ToListAsync());

    /// <summary>The code of the last mail to an address.</summary>
    public static async Task<string> CodeSentToAsync(this PortalHost host, string address) =>
        SixDigits().Match((await host.MailsToAsync(address))[^1].Subject).Value;

    /// <summary>Asks for a code, and is on the page where it is typed.</summary>
    public static async Task<PortalPage> AskForCodeAsync(this PortalVisitor visitor, string address, string? returnUrl = null) =>
        await (await visitor.GetPageAsync($"{Account}/sign-in" + (returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}")))
            .SubmitAsync("main form", new Dictionary<string, string> { ["Email"] = address });

    /// <summary>Types the code of the last mail.</summary>
    public static async Task<PortalPage> TypeCodeAsync(this PortalHost host, PortalPage page, string address) =>
        await page.SubmitAsync("main form", new Dictionary<string, string> { ["Code"] = await host.CodeSentToAsync(address) });

    /// <summary>Signs in, and is where the sign-in led to.</summary>
    public static async Task<PortalPage> SignInCitizenAsync(this PortalHost host, PortalVisitor visitor, string address, string? returnUrl = null) =>
        await host.TypeCodeAsync(await visitor.AskForCodeAsync(address, returnUrl), address);

    [GeneratedRegex("[0-9]{6}", RegexOptions.NonBacktracking)]
    private static partial Regex SixDigits();
}
