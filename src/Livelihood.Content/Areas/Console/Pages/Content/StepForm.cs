using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>What is said with a step, as it is typed.</summary>
public sealed class StepForm
{
    /// <summary>The date of publication, <c>2026-11-23</c>.</summary>
    public string? Date { get; set; }

    /// <summary>The time of publication in Asia/Shanghai, <c>09:30</c>.</summary>
    public string? Time { get; set; }

    /// <summary>The opinion or reason.</summary>
    public string? Comment { get; set; }

    /// <summary>Whether a withdrawn item's title is hidden too.</summary>
    public bool HideTitle { get; set; }

    /// <summary>The instant that date and time name; null and an error beside the field where they name none.</summary>
    public DateTimeOffset? ReadTime(ModelStateDictionary state, string prefix)
    {
        if (!DateOnly.TryParseExact(Date?.Trim(), "yyyy-MM-dd", out var date))
        {
            state.AddModelError($"{prefix}.{nameof(Date)}", "请填写发布日期，例如 2026-11-23。");
        }

        if (!TimeOnly.TryParse(Time?.Trim(), out var time))
        {
            state.AddModelError($"{prefix}.{nameof(Time)}", "请填写发布时间，例如 09:30。");
        }

        return state.IsValid ? ChinaClock.InstantOf(date, time) : null;
    }
}
