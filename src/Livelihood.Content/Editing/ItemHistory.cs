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

    private static readonly string[] Saves = ["content.created", "content.saved", "content.preview-made", "content.preview-ended"];

    /// <summary>The newest lines, newest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> OfAsync(string itemId, CancellationToken cancellation = default)
    {
        var steps = await db.Set<WorkflowStep>().AsNoTracking().Where(s => s.ItemId == itemId)
            .OrderByDescending(s => s.AtUtc).ThenByDescending(s => s.Id).Take(Limit).ToListAsync(cancellation);
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(e => e.SubjectType == nameof(ContentItem) && e.SubjectId == itemId && Saves.Contains(e.Action))
            .OrderByDescending(e => e.Sequence).Take(Limit).ToListAsync(cancellation);
        var of = await names.OfAsync(steps.Select(s => s.Actor).Concat(entries.Select(e => e.Actor)), cancellation);
        return
        [
            .. steps.Select(s => new HistoryLine(s.AtUtc, TitleOf(s), of[s.Actor], s.VersionNumber, s.Event, s.Comment, s.IntendedUtc))
                .Concat(entries.Select(e => Line(e, of[e.Actor])))
                .OrderByDescending(l => l.AtUtc).ThenByDescending(l => l.Step is not null).Take(Limit),
        ];
    }

    /// <summary>A step in words, such as 审查通过，可以公开.</summary>
    public static string TitleOf(WorkflowStep step) =>
        WorkflowTable.Standard.Find(step.Event, step.From)?.Label ?? WorkflowTable.Standard.Rules.First(r => r.Event == step.Event).Label;

    private static HistoryLine Line(AuditEntry entry, string by)
    {
        var details = JsonNode.Parse(entry.Details);
        var version = (int?)details?["Version"];
        var title = entry.Action switch
        {
            "content.created" => "新建",
            "content.preview-made" => "生成预览链接",
            "content.preview-ended" => "停用预览链接",
            _ when (int?)details?["RestoredFrom"] is { } old => $"恢复第{old}版为草稿",
            _ => "保存",
        };
        return new(entry.AtUtc, title, by, version);
    }
}
