using Livelihood.Content.Workflow;
using Livelihood.Platform.Work;

namespace Livelihood.Content.Editing.Listing;

/// <summary>A step to be taken with many items.</summary>
/// <param name="Step">The step.</param>
/// <param name="Comment">The opinion, the same for all.</param>
/// <param name="Items">The items, as the person saw them.</param>
internal sealed record BulkOrder(ContentEvent Step, string? Comment, IReadOnlyList<BulkItem> Items);

/// <summary>
/// Takes a step with many items, as long work. Begun again after a crash, it meets items that have taken the step: their
/// revision has moved on, and they are left as they are.
/// </summary>
internal sealed class BulkStepWork(BulkSteps steps) : IWorkHandler
{
    public const string KindName = "content.bulk";

    public string Kind => KindName;

    public async Task RunAsync(WorkRun run, CancellationToken cancellation)
    {
        var order = run.Input<BulkOrder>();
        var (done, refused) = (0, 0);
        run.LeadTo("/console/content");
        run.Report(0, order.Items.Count, "正在逐项办理");
        await foreach (var result in steps.TakeAsync(run.Person, order.Items, order.Step, new(order.Comment), cancellation))
        {
            refused += result.Problem is null ? 0 : 1;
            run.Add(result.Problem is null ? $"“{result.Title}”已办理。" : $"{result.ItemId}没有办理：{result.Problem}");
            run.Report(++done, order.Items.Count, "正在逐项办理");
        }

        run.Add($"共{done}项，办理了{done - refused}项，{refused}项没有办理。");
    }
}
