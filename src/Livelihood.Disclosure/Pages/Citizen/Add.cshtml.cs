using Livelihood.Disclosure.Citizens;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Citizens;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Disclosure.Pages.Citizen;

/// <summary>Collects a request that was filed without the account, by receipt number and query code.</summary>
[EnableRateLimiting(DisclosureLimits.Queries)]
public sealed class AddModel(StatusQuery status, CollectedRequests collected) : CitizenPage
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Require(Number is { Length: <= 100 } && !string.IsNullOrWhiteSpace(Number), nameof(Number), "请填写回执编号");
        Require(Code is { Length: <= 100 } && !string.IsNullOrWhiteSpace(Code), nameof(Code), "请填写查询码");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var answer = await status.AskAsync(Number!, Code!, cancellation);
        Require(answer.RefusedMinutes is null, nameof(Code), $"这件申请的查询码连续输错次数过多，请在{answer.RefusedMinutes}分钟后再试");
        Require(answer.Details is not null || !ModelState.IsValid, nameof(Number), "没有找到这件申请：回执编号或者查询码不正确，请对照回执逐个核对");
        if (answer.Details is not { } details)
        {
            return Page();
        }

        var isNew = await collected.AddAsync(Citizen.Id, details.Request.Id, cancellation);
        TempData["Notice"] = isNew ? $"已添加申请 {details.Request.Number}。" : $"申请 {details.Request.Number} 已经在这里。";
        return RedirectToPage("/Citizen/Requests");
    }

    private void Require(bool holds, string field, string otherwise)
    {
        if (!holds)
        {
            ModelState.AddModelError(field, otherwise);
        }
    }
}
