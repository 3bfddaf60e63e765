using System.Security.Claims;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.TestSupport;

/// <summary>An account of staff that a test made, and its password.</summary>
public sealed record StaffAccount(string UserName, string Password);

/// <summary>Makes accounts of staff and signs them in through the page that staff use.</summary>
public static class StaffAccounts
{
    /// <summary>The office of the city government; it accepts disclosure requests.</summary>
    public const string DefaultAgency = "SMX-ZFB";

    /// <summary>Makes an account with one role (see <see cref="Roles"/>) at one agency.</summary>
    public static Task<StaffAccount> CreateStaffAsync(this PortalHost host, string role, string agencyId = DefaultAgency) =>
        host.InScopeAsync(async services =>
        {
            var name = $"{role}-{Guid.NewGuid():n}"[..(role.Length + 9)];
            var password = await services.GetRequiredService<AccountRegistrar>().CreateAsync(
                new NewAccount(name, "测试" + role, role, agencyId, Email: null, Password: null));
            return new StaffAccount(name, password);
        });

    /// <summary>A visitor who has signed in as somebody with that role, and is on the console's first page.</summary>
    public static async Task<PortalVisitor> SignInAsync(this PortalHost host, string role, string agencyId = DefaultAgency) =>
        await host.SignInAsync(await host.CreateStaffAsync(role, agencyId));

    /// <summary>A visitor who has signed in with that account, and is on the console's first page.</summary>
    public static async Task<PortalVisitor> SignInAsync(this PortalHost host, StaffAccount account)
    {
        var visitor = host.NewVisitor();
        var form = await visitor.GetPageAsync("/account/sign-in?returnUrl=/console");
        var console = await form.SubmitAsync("main form", new Dictionary<string, string>
        {
            ["UserName"] = account.UserName,
            ["Password"] = account.Password,
        });
        return console.Address.AbsolutePath.StartsWith("/console", StringComparison.Ordinal)
            ? visitor
            : throw new InvalidOperationException($"Signing in as {account.UserName} ended on {console.Address.PathAndQuery}:\n{console.VisibleText}");
    }

    /// <summary>Runs an action as one request of that person runs: with services of one scope, the sign-in and the actor.</summary>
    public static Task<T> ActAsync<T>(this PortalHost host, StaffAccount account, Func<IServiceProvider, ClaimsPrincipal, Task<T>> action) =>
        host.InScopeAsync(async services =>
        {
            var known = await services.GetRequiredService<UserManager<Account>>().FindByNameAsync(account.UserName);
            var person = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(known!);
            var accessor = services.GetRequiredService<IHttpContextAccessor>();
            accessor.HttpContext = new DefaultHttpContext { User = person, RequestServices = services };
            try
            {
                return await action(services, person);
            }
            finally
            {
                accessor.HttpContext = null;
            }
        });
}
