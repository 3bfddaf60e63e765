using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>Opens a request by receipt number and query code.</summary>
[EnableRateLimiting(DisclosureLimits.Queries)]
public sealed class StatusModel(StatusQuery status, RequestPass pass, IAgencyDirectory agencies, ChinaClock clock) : PageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>A number as this portal's agencies have them.</summary>
    public string Example { get; private set; } = "";

    /// <summary>An empty form; a receipt's QR code brings the number.</summary>
    public async Task OnGetAsync(string? number, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        ModelState.Clear(); // what the address says is shown only where it is a number
        Number = RequestNumber.Normalise(number) is var known && RequestNumber.IsWellFormed(known) ? known : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Response.ForbidStoring();
        Require(!string.IsNullOrWhiteSpace(Number), nameof(Number), "请填写回执编号");
        Require(!string.IsNullOrWhiteSpace(Code), nameof(Code), "请填写查询码");
        Require(Number is null || Number.Length <= 100, nameof(Number), "回执编号太长，请核对");
        Require(Code is null || Code.Length <= 100, nameof(Code), "查询码太长，请核对");
        await LoadAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var answer = await status.AskAsync(Number!, Code!, cancellation);
        if (answer.Details is { } details)
        {
            pass.Give(HttpContext, details.Request.Number);
            return RedirectToPage("/Disclosure/Mine");
        }

        Require(answer.RefusedMinutes is null, nameof(Code), $"这件申请的查询码连续输错次数过多，请在{answer.RefusedMinutes}分钟后再试");
        Require(!ModelState.IsValid, nameof(Number), "没有找到这件申请：回执编号或者查询码不正确，请对照回执逐个核对");
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        Example = RequestNumber.Of((await agencies.AllAsync(cancellation)).FirstOrDefault(agency => agency.AcceptsRequests)?.Id ?? "XXGK", clock.Today.Year, 12);

    private void Require(bool holds, string field, string otherwise)
    {
        if (!holds)
        {
            ModelState.AddModelError(field, otherwise);
        }
    }
}
