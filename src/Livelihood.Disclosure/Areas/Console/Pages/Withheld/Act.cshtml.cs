using Livelihood.Content.Editing;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.WithheldInformation;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Withheld;

/// <summary>Records something of an entry: a review, an earlier day, where it was published, its end .</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class ActModel(WithheldDesk desk, WithheldRegister register, ReviewTimes times, ICurrentActor actor, ChinaClock clock) : PageModel
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 1000;

    /// <summary>What is said where a day is explained and not named.</summary>
    internal const string NoEarlierDay = "写了提前的理由，请填写提前到哪一天；不提前的，两处都不填";

    private static readonly Dictionary<string, (string Name, string Done)> s_acts = new(StringComparer.Ordinal)
    {
        ["review"] = ("评估", "已提出评估结果，等待负责人确认。"),
        ["earlier"] = ("提前评估的日期", "已提前下次评估的日期。"),
        ["published"] = ("登记公开的地方", "已登记公开的地方。"),
        ["end"] = ("移出登记", "已移出登记。"),
    };

    public DeskEntry Desk { get; private set; } = null!;

    public string Act { get; private set; } = "";

    public string Name => s_acts[Act].Name;

    /// <summary>The interval of today.</summary>
    public ReviewTime Time { get; private set; } = ReviewTime.Delivered;

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The day of the review or of the publication, as typed.</summary>
    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>An earlier day of the next review, as typed.</summary>
    [BindProperty]
    public string? Next { get; set; }

    [BindProperty]
    public string? EarlierReason { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string act, CancellationToken cancellation)
    {
        if (await OpenAsync(id, act, cancellation) is { } refusal)
        {
            return refusal;
        }

        (Revision, On) = (Desk.Entry.Revision, clock.Today.ToString("yyyy-MM-dd"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string act, CancellationToken cancellation)
    {
        if (await OpenAsync(id, act, cancellation) is { } refusal)
        {
            return refusal;
        }

        ModelState.Clear();
        if (await ReadAsync(cancellation) is not { } happened)
        {
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            await register.RecordAsync(id, Revision, happened, cancellation: cancellation);
        }
        catch (DisclosureRuleException refused)
        {
            ModelState.AddModelError(happened is ReviewProposed review && Desk.History.IsTooEarly(review) ? nameof(On) : "", refused.Message);
            return Again(StatusCodes.Status422UnprocessableEntity);
        }
        catch (WithheldChangedException changed)
        {
            ModelState.AddModelError("", changed.Message);
            await OpenAsync(id, act, cancellation);
            Revision = Desk.Entry.Revision;
            return Again(StatusCodes.Status409Conflict);
        }

        TempData["Notice"] = s_acts[Act].Done;
        return RedirectToPage("/Withheld/Entry", new { area = "Console", id });
    }

    private async Task<WithheldEvent?> ReadAsync(CancellationToken cancellation)
    {
        WithheldEvent? happened = Act switch
        {
            "review" => await ReadReviewAsync(cancellation),
            "earlier" => new ReviewMovedUp(clock.Today, Day(Next, nameof(Next), "下次评估的日期"), Text(Reason, nameof(Reason), "请写明为什么提前")),
            "published" => new PublishedElsewhere(Day(On, nameof(On), "公开的日期"), Text(Where, nameof(Where), "请写明公开在哪里，公众怎样能看到，例如网址")),
            _ => new EntryEnded(clock.Today, Text(Reason, nameof(Reason), "请写明为什么移出登记")),
        };
        return ModelState.IsValid ? happened : null;
    }

    private async Task<ReviewProposed?> ReadReviewAsync(CancellationToken cancellation)
    {
        var on = Day(On, nameof(On), "评估日期");
        if (!Enum.TryParse<ReviewResult>(Result, out var result) || !Enum.IsDefined(result))
        {
            ModelState.AddModelError(nameof(Result), "请选择评估结果");
        }

        var reason = Text(Reason, nameof(Reason), "请写明评估的理由：情势有没有变化，原来的依据还在不在");
        var (hasDay, hasReason) = (!string.IsNullOrWhiteSpace(Next), !string.IsNullOrWhiteSpace(EarlierReason));
        if (ModelState.IsValid && !ReviewResults.Withholds(result) && (hasDay || hasReason))
        {
            ModelState.AddModelError(hasDay ? nameof(Next) : nameof(EarlierReason), "全部可以公开的不再评估，请不填这一项");
        }

        if (!ModelState.IsValid || !ReviewResults.Withholds(result))
        {
            return new(on, result, reason, actor.Current, NextOn: null);
        }

        var time = await times.InForceAsync(on, cancellation);
        if (!hasDay)
        {
            if (hasReason)
            {
                ModelState.AddModelError(nameof(Next), NoEarlierDay);
            }

            return new(on, result, reason, actor.Current, time.Next(on));
        }

        var next = Day(Next, nameof(Next), "下次评估的日期");
        if (ModelState.IsValid && time.Objection(on, next, clock.Today) is { } objection)
        {
            ModelState.AddModelError(nameof(Next), objection);
        }

        return new(on, result, reason, actor.Current, next, Text(EarlierReason, nameof(EarlierReason), "请写明为什么比间隔提前"));
    }

    private DateOnly Day(string? typed, string field, string name)
    {
        if (!DateText.TryRead(typed ?? "", out var day))
        {
            ModelState.AddModelError(field, $"{name}{DateText.Problem}");
        }
        else if (field == nameof(On) && day > clock.Today)
        {
            ModelState.AddModelError(field, $"{name}不能晚于今天（{Wording.Day(clock.Today)}）");
        }

        return day;
    }

    private string Text(string? typed, string field, string problem)
    {
        var line = EntryForm.Line(typed) ?? "";
        if (line.Length is 0 or > LongestReason)
        {
            ModelState.AddModelError(field, $"{problem}，不超过{LongestReason}个字");
        }

        return line;
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<IActionResult?> OpenAsync(Guid id, string act, CancellationToken cancellation)
    {
        if (await desk.FindAsync(User, id, cancellation) is not { } found || !s_acts.ContainsKey(act))
        {
            return NotFound();
        }

        (Desk, Act, Time) = (found, act, await times.InForceAsync(clock.Today, cancellation));
        return (act == "end" ? found.MayDecide : found.MayHandle) ? null : Forbid();
    }
}
