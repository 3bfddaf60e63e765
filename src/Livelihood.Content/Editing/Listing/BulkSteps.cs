using System.Security.Claims;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Content.Editing.Listing;

/// <summary>An item of a bulk step, as the person saw it.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Revision">The revision that was on the screen.</param>
public sealed record BulkItem(string ItemId, int Revision)
{
    /// <summary>Reads <c>id:revision</c>; null where it is not that.</summary>
    public static BulkItem? Parse(string text) =>
        text.Split(':') is [{ Length: ContentId.Length } id, var revision] && int.TryParse(revision, out var number) ? new(id, number) : null;
}

/// <summary>What became of an item.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Title">Its title, where the person may know it.</param>
/// <param name="Problem">Why the step was refused; null where it was taken.</param>
public sealed record BulkResult(string ItemId, string? Title, string? Problem);

/// <summary>
/// Takes one step with several items, each in a scope and a transaction of its own: what is refused for one does not
/// hold up the others. As each item reports when it is done, work of any length can run through here.
/// </summary>
public sealed class BulkSteps(IServiceScopeFactory scopes)
{
    /// <summary>The steps that can be taken with several items.</summary>
    public static readonly IReadOnlyList<ContentEvent> Steps = [ContentEvent.Submit, ContentEvent.Clear, ContentEvent.Publish];

    /// <summary>Takes the step with each item, in order.</summary>
    public async IAsyncEnumerable<BulkResult> TakeAsync(
        ClaimsPrincipal person, IEnumerable<BulkItem> items, ContentEvent step, StepDetails details,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var item in items)
        {
            await using var scope = scopes.CreateAsyncScope();
            yield return await TakeAsync(scope.ServiceProvider.GetRequiredService<IContentWorkflow>(), person, item, step, details, cancellation);
        }
    }

    private static async Task<BulkResult> TakeAsync(
        IContentWorkflow workflow, ClaimsPrincipal person, BulkItem item, ContentEvent step, StepDetails details, CancellationToken cancellation)
    {
        try
        {
            var version = await workflow.DoAsync(person, item.ItemId, item.Revision, step, details, cancellation);
            return new(item.ItemId, version.DisplayText, null);
        }
        catch (ContentRefusedException refused)
        {
            return new(item.ItemId, null, refused.Message);
        }
    }
}
