using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing;

/// <summary>Tells what happened to an item: its steps, and its saves and preview links from the audit chain.</summary>
public sealed class ItemHistory(PortalDbContext db, ActorNames names)
{
    /// <summary>How many lines are shown; older saves are in the list of versions.</summary>
    public const int Limit = 100;

    private static readonly Dictionary<string, ContentEvent> Steps =
        Enum.GetValues<ContentEvent>().ToDictionary(ContentWorkflow.ActionOf, e => e, StringComparer.Ordinal);

    private static readonly string[] Others = ["content.created", "content.saved", "content.preview-made", "content.preview-ended"];

    /// <summary>The newest lines, newest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> OfAsync(string itemId, CancellationToken cancellation = default)
    {
        var steps = await db.Set<WorkflowStep>().AsNoTracking().Where(s => s.ItemId == itemId)
            .OrderByDescending(s => s.AtUtc).ThenByDescending(s => s.Id).Take(Limit).ToListAsync(cancellation);
        var actions = Steps.Keys.Concat(Others).ToList();
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(e => e.SubjectType == nameof(ContentItem) && e.SubjectId == itemId && actions.Contains(e.Action))
            .OrderByDescending(e => e.Sequence).Take(Limit).ToListAsync(cancellation);
        var of = await names.OfAsync(steps.Select(s => s.Actor).Concat(entries.Select(e => e.Actor)), cancellation);

        // The chain knows the order also of what happened within the same millisecond; steps of old data have no entry there.
        var open = steps.GroupBy(s => (s.Event, s.VersionNumber)).ToDictionary(g => g.Key, g => new Queue<WorkflowStep>(g));
        var lines = new List<HistoryLine>();
        foreach (var entry in entries)
        {
            var version = (int?)JsonNode.Parse(entry.Details)?["Version"];
            if (!Steps.TryGetValue(entry.Action, out var happening))
            {
                lines.Add(Line(entry, version, of[entry.Actor]));
            }
            else if (open.GetValueOrDefault((happening, version ?? 0)) is { Count: > 0 } same)
            {
                lines.Add(Line(same.Dequeue(), of));
            }
        }

        return [.. lines.Concat(open.Values.SelectMany(q => q).Select(s => Line(s, of))).OrderByDescending(l => l.AtUtc).Take(Limit)];
    }

    /// <summary>A step in words, such as 审查通过，可以公开.</summary>
    public static string TitleOf(WorkflowStep step) =>
        WorkflowTable.Standard.Find(step.Event, step.From)?.Label ?? WorkflowTable.Standard.Rules.First(r => r.Event == step.Event).Label;

    private static HistoryLine Line(WorkflowStep step, IReadOnlyDictionary<string, string> names) =>
        new(step.AtUtc, TitleOf(step), names[step.Actor], step.VersionNumber, step.Event, step.Comment, step.IntendedUtc);

    private static HistoryLine Line(AuditEntry entry, int? version, string by)
    {
        var title = entry.Action switch
        {
            "content.created" => "新建",
            "content.preview-made" => "生成预览链接",
            "content.preview-ended" => "停用预览链接",
            _ when (int?)JsonNode.Parse(entry.Details)?["RestoredFrom"] is { } old => $"恢复第{old}版为草稿",
            _ => "保存",
        };
        return new(entry.AtUtc, title, by, version);
    }
}
