using System.Linq.Expressions;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;

namespace Livelihood.Disclosure.Register;

/// <summary>The days by which the work list is cut.</summary>
/// <param name="Today">Today in Asia/Shanghai.</param>
/// <param name="Soon">The last day that counts as soon.</param>
/// <param name="Me">The account of the person in front of it, as in the audit chain.</param>
public sealed record WorkDay(DateOnly Today, DateOnly Soon, string Me);

/// <summary>A part of the work list.</summary>
/// <param name="Key">What the address calls it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Holds">Which requests are in it.</param>
public sealed record WorkView(string Key, string Name, Func<WorkDay, Expression<Func<DisclosureRequest, bool>>> Holds)
{
    /// <summary>Whether it holds open requests alone, which are few however many there are.</summary>
    public bool IsOfOpenOnes => Key is not ("news" or "complaints" or "ended" or "ended-late" or "all");

    /// <summary>The parts, the most urgent first; the one of everything that is still to be done is where one begins.</summary>
    public static readonly IReadOnlyList<WorkView> All =
    [
        new("open", "未办结", _ => r => r.Standing < WorkStanding.Ended),
        new("late", "已超期", day => r => r.Standing == WorkStanding.Running && Workflow.DueStates.Contains(r.State) && r.DueOn < day.Today),
        new("today", "今天到期", day => r => r.Standing == WorkStanding.Running && Workflow.DueStates.Contains(r.State) && r.DueOn == day.Today),
        new("soon", "5个工作日内到期", day => r => r.Standing == WorkStanding.Running && Workflow.DueStates.Contains(r.State) && r.DueOn >= day.Today && r.DueOn <= day.Soon),
        new("unconfirmed", "待确认", _ => r => r.Standing == WorkStanding.Unconfirmed),
        new("decision", "待负责人审批", _ => r => r.AwaitsDecision && r.Standing < WorkStanding.Ended),
        new("waiting", "等待他人", _ => r => r.WaitsUntil != null && r.Standing < WorkStanding.Ended),
        new("news", "申请人有新动作", _ => r => r.RequesterActedOn != null),
        new("complaints", "投诉待处理", _ => r => r.OpenComplaints > 0),
        new("unassigned", "没有指定经办人", _ => r => r.AssignedTo == null && r.Standing < WorkStanding.Ended),
        new("mine", "我经办的", day => r => r.AssignedTo == day.Me && r.Standing < WorkStanding.Ended),
        new("ended", "已办结", _ => r => r.EndedOn != null),
        new("ended-late", "超期办结", _ => r => r.EndedOn > r.DueOn),
        new("all", "全部", _ => r => true),
    ];

    /// <summary>The part of this name; where one begins for any other.</summary>
    public static WorkView Find(string? key) => All.FirstOrDefault(view => view.Key == key) ?? All[0];
}
