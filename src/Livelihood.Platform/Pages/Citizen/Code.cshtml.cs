using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>Held by a browser that asked for a code.</summary>
/// <param name="Id">The code's row.</param>
/// <param name="Address">Where it went, as typed by the same browser.</param>
public sealed record AskedCode(Guid Id, string Address);

/// <summary>A citizen signs in with the code of the mail.</summary>
[EnableRateLimiting(CitizenLimits.Tries)]
public sealed class CodeModel(CitizenCodes codes, CitizenSignIn signIn, CitizenTickets tickets) : SignInPage
{
    /// <summary>The codes that this browser asked for.</summary>
    public static readonly Ticket<AskedCode> Asked = new("livelihood-citizen-code", CitizenTickets.AccountPath, SignInCode.Lasts);

    /// <summary>What is said where an address got enough codes.</summary>
    public static readonly string Enough = $"一小时内已经向这个邮箱发送{SignInCode.MostInAnHour}次验证码。请用最近一封邮件里的验证码，或者一小时后再试";

    [BindProperty]
    public string? Code { get; set; }

    public string Address { get; private set; } = "";

    public IActionResult OnGet() => Open() is null ? Again() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Open() is not { } asked)
        {
            return Again();
        }

        if (SignInCode.Read(Code) is not { } digits)
        {
            ModelState.AddModelError(nameof(Code), "请填写邮件里的6位数字");
            return Page();
        }

        var answer = await codes.TryAsync(asked.Id, CodePurpose.SignIn, digits, cancellation);
        var step = answer.Right is { } right ? await signIn.ByCodeAsync(HttpContext, right, cancellation) : SignInStep.Refused;
        if (step == SignInStep.Refused)
        {
            ModelState.AddModelError(nameof(Code), ProblemOf(answer));
            return Page();
        }

        tickets.Take(HttpContext, Asked);
        return After(step);
    }

    /// <summary>Sends another code; the one before stays good while it lasts, but this browser tries the new one.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation)
    {
        if (Open() is not { } asked)
        {
            return Again();
        }

        if (await codes.SendAsync(asked.Address, CodePurpose.SignIn, account: null, cancellation) is not { } id)
        {
            ModelState.AddModelError("", Enough);
            return Page();
        }

        tickets.Give(HttpContext, Asked, new(id, asked.Address));
        TempData["Notice"] = "又发了一个验证码，请填写最新一封邮件里的。";
        return RedirectToPage(new { ReturnUrl });
    }

    /// <summary>What is said of a code that does not open.</summary>
    internal static string ProblemOf(CodeAnswer answer) => answer is { Right: null, TriesLeft: > 0 }
        ? $"验证码不正确，还可以试{answer.TriesLeft}次。请核对最新一封邮件里的6位数字"
        : "这个验证码已经失效：超过10分钟、试错太多次或者已经用过。请再发一个验证码";

    private AskedCode? Open()
    {
        var asked = tickets.Read(HttpContext, Asked);
        Address = asked?.Address ?? "";
        return asked;
    }

    private RedirectToPageResult Again() => RedirectToPage("/Citizen/SignIn", new { ReturnUrl });
}
