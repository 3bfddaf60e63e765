namespace Livelihood.Disclosure.Domain.Office;

/// <summary>Says what an event does to the reply clock.</summary>
public static class ClockEffects
{
    /// <summary>A Chinese sentence.</summary>
    public static string Of(ClockEffect effect) => effect switch
    {
        ClockEffect.None => "不影响答复期限。",
        ClockEffect.Start => "答复期限从这一天起算：这一天是第0日。",
        ClockEffect.Restart => "答复期限重新起算：这一天是新的第0日。",
        ClockEffect.Suspend => "征求意见期间的工作日不计入答复期限。",
        ClockEffect.Resume => "从下一个工作日起，答复期限继续计算。",
        ClockEffect.Extend => "答复期限延长。",
        ClockEffect.Recompute => "答复期限重新计算。",
        ClockEffect.Stop => "答复期限不再计算。",
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "An effect without words."),
    };
}
