using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Passkeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>A citizen's passkeys: adds and removes them.</summary>
[EnableRateLimiting(CitizenLimits.Tries)]
public sealed class PasskeysModel(CitizenPasskeys passkeys, CitizenAccounts accounts) : CitizenPage
{
    public IReadOnlyList<CitizenPasskey> Passkeys { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What the browser made, as JSON; a script fills it in.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    protected override bool AsksForFreshSignIn => true;

    protected override string? KeptOverSignIn
    {
        get => Name;
        set => Name = value;
    }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>What the script needs to make a passkey.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() =>
        Content(await passkeys.BeginAddingAsync(HttpContext, Citizen.Id, accounts.AddressOf(Citizen) ?? "我的账号"), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        await AfterAsync(await passkeys.AddAsync(HttpContext, Citizen.Id, Credential, Name, cancellation), "通行密钥已经添加，以后可以用它登录。", cancellation);

    public async Task<IActionResult> OnPostRemoveAsync(string? passkey, CancellationToken cancellation) =>
        await AfterAsync(await passkeys.RemoveAsync(HttpContext, Citizen.Id, passkey, cancellation), "通行密钥已经删除。其他浏览器里的登录已经结束。", cancellation);

    private async Task<IActionResult> AfterAsync(string? problem, string done, CancellationToken cancellation)
    {
        if (problem is null)
        {
            TempData["Notice"] = done;
            return RedirectToPage();
        }

        ModelState.Clear();
        ModelState.AddModelError("", problem);
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation) => Passkeys = await passkeys.ListAsync(Citizen.Id, cancellation);
}
