using Livelihood.Api.Tokens;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Api.Areas.Console.Pages.ApiTokens;

/// <summary>Gives out and revokes the tokens of agencies' own systems.</summary>
[Authorize(Policy = Permissions.ManageTokens)]
public sealed class IndexModel(Livelihood.Api.Tokens.ApiTokens tokens, IAgencyDirectory agencies, ChinaClock clock) : PageModel
{
    private const int UsualLife = 365;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? AgencyId { get; set; }

    [BindProperty]
    public string Scope { get; set; } = ApiScopes.Write;

    [BindProperty]
    public DateOnly? EndsOn { get; set; }

    /// <summary>The new token's secret, on the one page that shows it.</summary>
    public string? Secret { get; private set; }

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        EndsOn = clock.Today.AddDays(UsualLife);
        await LoadAsync(cancellation);
    }

    // Answered without a redirect: what is shown once must not wait in a cookie, and loading again asks before it sends.
    public async Task<IActionResult> OnPostCreateAsync(CancellationToken cancellation)
    {
        var request = new NewToken(Name ?? "", AgencyId ?? "", Scope, EndsOn ?? default);
        foreach (var (field, problem) in await tokens.ProblemsAsync(request, cancellation))
        {
            ModelState.Remove(field);
            ModelState.AddModelError(field, problem);
        }

        if (ModelState.IsValid)
        {
            Secret = await tokens.CreateAsync(request, cancellation);
            Response.Headers.CacheControl = "no-cache, no-store";
            ModelState.Clear();
            (Name, AgencyId, EndsOn) = (null, null, clock.Today.AddDays(UsualLife));
        }

        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellation)
    {
        TempData["Notice"] = await tokens.RevokeAsync(id, cancellation) ? "令牌已停用，马上生效。" : "这个令牌已经停用过了。";
        return RedirectToPage();
    }

    /// <summary>The agency's name.</summary>
    public string NameOf(string agencyId) => Agencies.FirstOrDefault(a => a.Id == agencyId)?.Name ?? agencyId;

    /// <summary>A scope in a few words.</summary>
    public static string TextOf(string scope) => ApiScopes.All.FirstOrDefault(s => s.Name == scope).Text?.Split('：')[0] ?? scope;

    /// <summary>Whether it can be used today.</summary>
    public bool Works(ApiToken token) => tokens.Works(token);

    /// <summary>How a token stands, in words.</summary>
    public string StateOf(ApiToken token) => token.RevokedUtc is not null ? "已停用" : Works(token) ? "可用" : "已到期";

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Agencies = await agencies.AllAsync(cancellation);
        Tokens = await tokens.AllAsync(cancellation);
    }
}
