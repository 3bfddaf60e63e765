using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Providers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>To the provider and back. By links, not by forms: the pages' policy lets no form lead to another site.</summary>
[EnableRateLimiting(CitizenLimits.Provider)]
public sealed class UnifiedModel(
    ProviderSignIn provider, CitizenSignIn signIn, CitizenAccounts accounts, CitizenSession session, IOptions<CitizenOptions> options) : SignInPage
{
    public string Name => options.Value.OpenIdConnect.Name;

    /// <summary>What went wrong, for the person; null where nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>Sends the browser to the provider.</summary>
    public Task<IActionResult> OnGetStartAsync(bool bind, CancellationToken cancellation) => TryAsync(async () =>
    {
        var account = bind ? (await session.FindAsync(HttpContext))?.Id : null;
        if (account is not null && !await session.IsFreshAsync(HttpContext, isSending: false))
        {
            return RedirectToPage("/Citizen/Confirm", new { returnUrl = Url.Page("/Citizen/Settings") });
        }

        return Redirect(await provider.BeginAsync(HttpContext, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null, account, cancellation));
    });

    /// <summary>The browser is back.</summary>
    public async Task<IActionResult> OnGetAsync(string? code, string? state, string? error, string? iss, CancellationToken cancellation)
    {
        if (code is null && error is null)
        {
            return Page();
        }

        return await TryAsync(async () =>
        {
            var found = await provider.ReadAsync(HttpContext, new(code, state, error, iss), cancellation);
            ReturnUrl = found.Begun.ReturnUrl;
            if (found.Begun.Bind is not { } account)
            {
                return After(await signIn.ByProviderAsync(HttpContext, found.Issuer, found.Subject, cancellation));
            }

            if ((await session.FindAsync(HttpContext))?.Id != account)
            {
                throw new ProviderFailureException(ProviderFault.State, "The account that was to be bound is not signed in any more.");
            }

            if (!await accounts.BindAsync(account, found.Issuer, found.Subject, cancellation))
            {
                throw new ProviderFailureException(ProviderFault.Taken, "The identity belongs to another account.");
            }

            TempData["Notice"] = $"已经绑定{Name}，以后可以用它登录这个账号。";
            return RedirectToPage("/Citizen/Settings");
        });
    }

    private async Task<IActionResult> TryAsync(Func<Task<IActionResult>> step)
    {
        if (!options.Value.OpenIdConnect.IsConfigured)
        {
            return NotFound();
        }

        try
        {
            return await step();
        }
        catch (ProviderFailureException failure)
        {
            provider.Note(failure);
            (Problem, Response.StatusCode) = failure.Fault switch
            {
                ProviderFault.Unreachable => ($"{Name}系统暂时连接不上，请过几分钟再试。", StatusCodes.Status503ServiceUnavailable),
                ProviderFault.Denied => ($"{Name}没有同意这次登录，或者您取消了登录。", StatusCodes.Status400BadRequest),
                ProviderFault.Code => ("这次登录的凭据已经用过或者过期，请重新登录。", StatusCodes.Status400BadRequest),
                ProviderFault.Taken => ("这个身份已经用于另一个账号。请退出以后用它登录，把那个账号删除，再来绑定。", StatusCodes.Status409Conflict),
                ProviderFault.Token => ($"{Name}返回的身份凭据没有通过核对，为了您的安全没有登录。请重新登录；多次出现的，请与本网站联系。", StatusCodes.Status400BadRequest),
                _ => ("登录不是从这个浏览器开始的，或者等待太久，请重新登录。", StatusCodes.Status400BadRequest),
            };
            return Page();
        }
    }
}
