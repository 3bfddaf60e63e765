using Livelihood.Content.Editing;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.WithheldInformation;

namespace Livelihood.Disclosure.Areas.Console.Pages.Withheld;

/// <summary>What an entry says, as typed.</summary>
public sealed class EntryForm
{
    public string? Title { get; set; }

    public string? DocumentNumber { get; set; }

    public string? Ground { get; set; }

    public string? DecidedOn { get; set; }

    /// <summary>The title on one line.</summary>
    public string TitleLine => Line(Title) ?? "";

    /// <summary>The document number on one line, or null.</summary>
    public string? NumberLine => Line(DocumentNumber);

    /// <summary>Reads it.</summary>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <param name="mistake">Told of each field that is wrong, with a Chinese sentence.</param>
    /// <returns>The day of the decision; of no use where something was wrong.</returns>
    public DateOnly Read(DateOnly today, Action<string, string> mistake)
    {
        if (TitleLine.Length is 0 or > WithheldEntry.LongestTitle)
        {
            mistake("Input.Title", $"请用一句话写明是什么信息，不超过{WithheldEntry.LongestTitle}个字，不写个人信息");
        }

        if (NumberLine?.Length > WithheldEntry.LongestNumber)
        {
            mistake("Input.DocumentNumber", $"文号不超过{WithheldEntry.LongestNumber}个字");
        }

        if (WithheldGrounds.All.All(ground => ground.Key != Ground))
        {
            mistake("Input.Ground", "请选择不予公开的依据");
        }

        if (!DateText.TryRead(DecidedOn ?? "", out var decidedOn))
        {
            mistake("Input.DecidedOn", $"决定不予公开的日期{DateText.Problem}");
        }
        else if (decidedOn > today || decidedOn.Year < 1949)
        {
            mistake("Input.DecidedOn", "决定不予公开的日期不能晚于今天，请核对年份");
        }

        return decidedOn;
    }

    /// <summary>A text on one line, or null where there is none.</summary>
    public static string? Line(string? typed) =>
        string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim() is { Length: > 0 } line ? line : null;
}
