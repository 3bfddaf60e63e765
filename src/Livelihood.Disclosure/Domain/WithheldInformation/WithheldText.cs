namespace Livelihood.Disclosure.Domain.WithheldInformation;

/// <summary>What an event of the register says, in Chinese, for the office.</summary>
public static class WithheldText
{
    /// <summary>Name and sentences.</summary>
    public static (string Name, IReadOnlyList<string> Lines) Of(WithheldEvent happened) => happened switch
    {
        EntryMade made => ("登记", [$"决定不予公开的日期：{Wording.Day(made.DecidedOn)}。", Next(made.NextOn, made.EarlierReason)]),
        EntryCorrected corrected => ("更正登记", [$"理由：{corrected.Reason}", .. corrected.Was, .. corrected.NextOn is { } next ? [Next(next, null)] : (string[])[]]),
        ReviewMovedUp moved => ("提前评估", [Next(moved.NextOn, moved.Reason)]),
        ReviewProposed proposed => ("评估", [
            $"结果：{ReviewResults.NameOf(proposed.Result)}。", $"理由：{proposed.Reason}", .. proposed.NextOn is { } next ? [Next(next, proposed.EarlierReason)] : (string[])[]]),
        ReviewConfirmed => ("确认评估结果", []),
        ReviewReturned returned => ("退回评估结果", [$"理由：{returned.Reason}"]),
        DraftWritten => ("拟写公开的内容，送保密审查", []),
        PublishedElsewhere published => ("登记公开的地方", [published.Where]),
        EntryEnded ended => ("移出登记", [$"理由：{ended.Reason}"]),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "An event without words."),
    };

    private static string Next(DateOnly on, string? earlierReason) => $"下次评估不迟于{Wording.Day(on)}{(earlierReason is null ? "" : $"，比间隔提前：{earlierReason}")}。";
}
