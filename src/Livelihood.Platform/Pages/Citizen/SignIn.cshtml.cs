using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>A citizen asks for a code by e-mail. The answer is the same whether the address has an account or not.</summary>
[EnableRateLimiting(CitizenLimits.Codes)]
public sealed class SignInModel(CitizenSession session, CitizenCodes codes, CitizenTickets tickets, IOptions<CitizenOptions> options) : SignInPage
{
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>What the provider is called; null without one.</summary>
    public string? Provider => options.Value.OpenIdConnect is { IsConfigured: true } provider ? provider.Name : null;

    public async Task<IActionResult> OnGetAsync() =>
        await session.FindAsync(HttpContext) is null ? Page() : LocalRedirect(Destination);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (CitizenEmail.Read(Email) is not { } address)
        {
            ModelState.AddModelError(nameof(Email), CitizenEmail.Problem);
            return Page();
        }

        if (await codes.SendAsync(address, CodePurpose.SignIn, account: null, cancellation) is not { } id)
        {
            ModelState.AddModelError(nameof(Email), CodeModel.Enough);
            return Page();
        }

        tickets.Give(HttpContext, CodeModel.Asked, new(id, address));
        return RedirectToPage("/Citizen/Code", new { ReturnUrl });
    }
}
