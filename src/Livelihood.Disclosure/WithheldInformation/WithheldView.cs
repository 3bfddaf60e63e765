namespace Livelihood.Disclosure.WithheldInformation;

/// <summary>A part of the register's list.</summary>
/// <param name="Key">What the address calls it.</param>
/// <param name="Name">What people call it.</param>
public sealed record WithheldView(string Key, string Name)
{
    /// <summary>What is late.</summary>
    public static readonly WithheldView Late = new("late", "逾期");

    /// <summary>What is due today.</summary>
    public static readonly WithheldView Due = new("due", "今天到期");

    /// <summary>What is due soon.</summary>
    public static readonly WithheldView Soon = new("soon", "30天内到期");

    /// <summary>What waits for the head.</summary>
    public static readonly WithheldView Decision = new("decision", "待负责人确认");

    /// <summary>What may be published, and is not yet.</summary>
    public static readonly WithheldView Unpublished = new("unpublished", "可以公开，还没有公开");

    /// <summary>What is in the register and reviewed again: where one begins.</summary>
    public static readonly WithheldView Open = new("open", "在册");

    /// <summary>What may be published as a whole, or was: it is not reviewed any more.</summary>
    public static readonly WithheldView Disclosed = new("disclosed", "可以公开的和已经公开的");

    /// <summary>What is no longer kept.</summary>
    public static readonly WithheldView Ended = new("ended", "已移出");

    /// <summary>All, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<WithheldView> All = [Open, Late, Due, Soon, Decision, Unpublished, Disclosed, Ended];

    /// <summary>Whether it holds what is reviewed again, listed by the day of the review.</summary>
    public bool IsByDay => this == Open || this == Late || this == Due || this == Soon;

    /// <summary>The part of this name; where one begins for any other.</summary>
    public static WithheldView Find(string? key) => All.FirstOrDefault(view => view.Key == key) ?? Open;
}
