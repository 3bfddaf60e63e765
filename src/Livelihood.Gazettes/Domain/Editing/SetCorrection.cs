namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>
/// A correction that reading made is taken back, or made again. The issue is read anew without the corrections that are taken back,
/// before any other edit applies; of several edits of one correction the last counts.
/// </summary>
/// <param name="Key">The correction (<see cref="TextCorrection.Key"/>).</param>
/// <param name="Before">What the source has.</param>
/// <param name="After">What the correction puts there.</param>
/// <param name="IsReverted">Whether the text says what the source has.</param>
public sealed record SetCorrection(string Key, string Before, string After, bool IsReverted) : IssueEdit
{
    /// <summary>The edit that takes a correction back, or makes it again.</summary>
    public static SetCorrection Of(TextCorrection correction, bool isReverted) => new(correction.Key, correction.Before, correction.After, isReverted);

    /// <inheritdoc />
    public override string Text => $"第{Key.Split(':')[0]}行“{Before}”改为“{After}”的更正{(IsReverted ? "还原" : "恢复")}";
}
