using Livelihood.Content.Editing;
using Livelihood.Content.Pages;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Calculator;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Text;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>
/// The calculator as a page (R-CALC): anyone can have a reply deadline computed and explained. Everything stands in the
/// address, so that a result can be kept and shown to somebody else.
/// </summary>
public sealed class CalculatorModel(IWorkingDayCalendars calendars, ChinaClock clock) : PageModel
{
    private const int MostRows = 20;
    private const int SpareRows = 2;

    [BindProperty(SupportsGet = true, Name = "received")]
    public string? Received { get; set; }

    [BindProperty(SupportsGet = true, Name = "e")]
    public List<CalculatorRow> Rows { get; set; } = [];

    public KeptDeadline? Deadline { get; private set; }

    public DeadlineStanding? Standing { get; private set; }

    public WorkingDayCalendar Calendar { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        PublicCaching.Allow(HttpContext);
        Calendar = await calendars.CurrentAsync(cancellation);
        var filled = Rows.Where(row => row.IsFilled).ToList();
        Rows = [.. filled.Take(MostRows)];
        if (filled.Count > MostRows)
        {
            ModelState.AddModelError("", $"一次最多算{MostRows}个事项，填了{filled.Count}个，第{MostRows + 1}个起没有收下，所以没有计算。请删去不影响期限的；再多的，请用接口 POST /api/v1/deadlines。");
        }

        if (!string.IsNullOrWhiteSpace(Received) || Rows.Count > 0)
        {
            Compute();
        }

        while (Rows.Count < MostRows && Rows.Count(row => !row.IsFilled) < SpareRows)
        {
            Rows.Add(new());
        }
    }

    private void Compute()
    {
        if (string.IsNullOrWhiteSpace(Received))
        {
            ModelState.AddModelError(nameof(Received), "请填写收到申请的日期");
        }
        else if (!DateText.TryRead(Received, out _))
        {
            ModelState.AddModelError(nameof(Received), "收到申请的日期" + DateText.Problem);
        }

        var events = new List<ClockEvent>();
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Read(out var problem) is { } happened)
            {
                events.Add(happened);
            }
            else
            {
                ModelState.AddModelError($"Rows[{i}].On", $"第{i + 1}个事项：{problem}");
            }
        }

        if (!ModelState.IsValid)
        {
            return;
        }

        DateText.TryRead(Received!, out var received);
        try
        {
            var deadline = DeadlineCalculator.Compute(new(received, events), Calendar);
            Deadline = new(deadline.Due, deadline.IsProvisional, deadline.CalendarVersion, deadline.Steps);
            Standing = DeadlineStanding.Counting(deadline.Due, clock.Today, Calendar);
        }
        catch (DisclosureRuleException against)
        {
            ModelState.AddModelError(nameof(Received), $"{against.Message}（规则{against.Rule}）");
        }
        catch (OutsideCalendarException outside)
        {
            ModelState.AddModelError(nameof(Received), outside.Message);
        }
    }
}

/// <summary>One thing that happened, as typed.</summary>
public sealed class CalculatorRow
{
    /// <summary>See <see cref="DeadlineQuestion.Kinds"/>.</summary>
    public string? Kind { get; set; }

    /// <summary>The day.</summary>
    public string? On { get; set; }

    /// <summary>When a letter was delivered; empty for the day of sending.</summary>
    public string? Delivered { get; set; }

    /// <summary>The working days of an extension.</summary>
    public string? Days { get; set; }

    /// <summary>The later date of reply that was set .</summary>
    public string? Until { get; set; }

    /// <summary>Which consultation, where there are several; its answer names the same.</summary>
    public string? Letter { get; set; }

    /// <summary>Whether another agency is consulted, not a third party.</summary>
    public bool Agency { get; set; }

    /// <summary>Whether the event needs more than its day, or has more.</summary>
    public bool HasMore => Kind is "extended" or "postponed" || Agency || new[] { Delivered, Days, Until, Letter }.Any(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>Whether anything was typed.</summary>
    public bool IsFilled => Agency || new[] { Kind, On, Delivered, Days, Until, Letter }.Any(typed => !string.IsNullOrWhiteSpace(typed));

    /// <summary>The event, or what is wrong.</summary>
    internal ClockEvent? Read(out string problem)
    {
        problem = "";
        DateOnly? delivered = null;
        if (DeadlineQuestion.Kinds.All(k => k.Kind != Kind))
        {
            problem = "请选择是什么事项";
        }
        else if (!DateText.TryRead(On ?? "", out _))
        {
            problem = string.IsNullOrWhiteSpace(On) ? "请填写日期" : "日期" + DateText.Problem;
        }
        else if (!string.IsNullOrWhiteSpace(Delivered))
        {
            if (DateText.TryRead(Delivered, out var day))
            {
                delivered = day;
            }
            else
            {
                problem = "送达日期" + DateText.Problem;
            }
        }

        var days = 0;
        if (problem.Length == 0 && Kind == "extended" && !int.TryParse(HalfWidth.Of(Days ?? "").Trim(), out days))
        {
            problem = "请填写延长几个工作日，1到20";
        }

        DateOnly until = default;
        if (problem.Length == 0 && Kind == "postponed" && !DateText.TryRead(Until ?? "", out until))
        {
            problem = string.IsNullOrWhiteSpace(Until) ? "请填写延迟到哪一天答复" : "延迟到哪一天" + DateText.Problem;
        }

        if (problem.Length > 0)
        {
            return null;
        }

        DateText.TryRead(On!, out var on);
        var id = Letter?.Trim() ?? "";
        return Kind switch
        {
            "correctionAsked" => new CorrectionAsked(on),
            "correctionArrived" => new CorrectionArrived(on),
            "extended" => new Extended(on, days),
            "consultationSent" => new ConsultationSent(on, id, delivered, Agency ? Consulted.Agency : Consulted.ThirdParty),
            "consultationAnswered" => new ConsultationAnswered(on, id),
            "feeNoticed" => new FeeNoticed(on, delivered),
            "postponed" => new Postponed(on, until),
            _ => new FeePaid(on),
        };
    }
}
