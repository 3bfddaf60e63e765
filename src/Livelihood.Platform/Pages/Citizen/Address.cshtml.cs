using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>A citizen changes the address of the account: the new one proves itself with a code.</summary>
[EnableRateLimiting(CitizenLimits.Tries)]
public sealed class AddressModel(CitizenAccounts accounts, CitizenCodes codes, CitizenTickets tickets) : CitizenPage
{
    private static readonly Ticket<AskedCode> Asked = new("livelihood-citizen-address", CitizenTickets.AccountPath, SignInCode.Lasts);

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Where the code went; null while the address is asked for.</summary>
    public string? SentTo { get; private set; }

    protected override bool AsksForFreshSignIn => true;

    protected override string? KeptOverSignIn
    {
        get => Email;
        set => Email = value;
    }

    public void OnGet(bool again) => SentTo = again ? null : tickets.Read(HttpContext, Asked)?.Address;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (CitizenEmail.Read(Email) is not { } address)
        {
            ModelState.AddModelError(nameof(Email), CitizenEmail.Problem);
            return Page();
        }

        if (await codes.SendAsync(address, CodePurpose.NewAddress, Citizen.Id, cancellation) is not { } id)
        {
            ModelState.AddModelError(nameof(Email), CodeModel.Enough);
            return Page();
        }

        tickets.Give(HttpContext, Asked, new(id, address));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancellation)
    {
        if (tickets.Read(HttpContext, Asked) is not { } asked)
        {
            return RedirectToPage();
        }

        SentTo = asked.Address;
        if (SignInCode.Read(Code) is not { } digits)
        {
            ModelState.AddModelError(nameof(Code), "请填写邮件里的6位数字");
            return Page();
        }

        var answer = await codes.TryAsync(asked.Id, CodePurpose.NewAddress, digits, cancellation);
        var problem = answer.Right is { } right
            ? await accounts.ChangeAddressAsync(HttpContext, Citizen.Id, right, cancellation)
            : CodeModel.ProblemOf(answer);
        if (problem is not null)
        {
            ModelState.AddModelError(nameof(Code), problem);
            return Page();
        }

        tickets.Take(HttpContext, Asked);
        TempData["Notice"] = "登录邮箱已经更换。其他浏览器里的登录已经结束。";
        return RedirectToPage("/Citizen/Settings");
    }
}
