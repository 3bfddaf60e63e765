using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Platform.Citizens;

/// <summary>A page of a citizen's account: shown to who is signed in, kept by no cache. Others are led to sign in, and back.</summary>
public abstract class CitizenPage : PageModel
{
    /// <summary>The account that is signed in.</summary>
    public CitizenAccount Citizen { get; private set; } = null!;

    /// <summary>Whether the page changes how the account is opened, or deletes it, so that it asks for a fresh sign-in (<see cref="FreshSignIn"/>).</summary>
    protected virtual bool AsksForFreshSignIn => false;

    /// <summary>What of its form is kept over the sign-in that sending it too late asks for: never a secret; null: nothing.</summary>
    protected virtual string? KeptOverSignIn { get; set; }

    /// <inheritdoc />
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        NeverStored(context.HttpContext.Response);
        var session = context.HttpContext.RequestServices.GetRequiredService<CitizenSession>();
        if (await session.FindAsync(context.HttpContext) is not { } account)
        {
            context.Result = RedirectToPage("/Citizen/SignIn", new { returnUrl = Request.PathBase + Request.Path });
            return;
        }

        if (AsksForFreshSignIn && !await session.IsFreshAsync(context.HttpContext, HttpMethods.IsPost(Request.Method)))
        {
            if (HttpMethods.IsPost(Request.Method) && KeptOverSignIn is { Length: > 0 } kept)
            {
                // Sealed in this browser's cookie, and opened for this account alone.
                TempData[KeyOf(account)] = kept;
                TempData["Notice"] = "填写用的时间太长，请先再次登录。您填写的内容已经留下；密码和验证码请到时重新填写。";
            }

            context.Result = RedirectToPage("/Citizen/Confirm", new { returnUrl = Request.PathBase + Request.Path });
            return;
        }

        Citizen = account;
        if (HttpMethods.IsGet(Request.Method) && TempData.TryGetValue(KeyOf(account), out var left))
        {
            KeptOverSignIn = left as string;
            TempData["Notice"] = "您登录前填写的内容已经恢复，请核对以后再次提交。";
        }

        await next();
    }

    private string KeyOf(CitizenAccount account) => $"kept:{account.Id}:{Request.Path}";

    /// <summary>Keeps an answer out of every cache; set last, as the antiforgery token of a form writes a weaker header of its own.</summary>
    internal static void NeverStored(HttpResponse response) => response.OnStarting(() =>
    {
        response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    });
}
