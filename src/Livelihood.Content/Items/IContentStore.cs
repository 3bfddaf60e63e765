namespace Livelihood.Content.Items;

/// <summary>A new item.</summary>
/// <param name="Type">The content type's name.</param>
/// <param name="AgencyId">The responsible agency.</param>
/// <param name="Data">The parts; a title is required.</param>
public sealed record NewContent(string Type, string AgencyId, ContentData Data)
{
    /// <summary>The id, where a recipe brings one; otherwise made.</summary>
    public string? Id { get; init; }
}

/// <summary>Reads and writes content items. Every write is audited and joins the transaction that is open.</summary>
public interface IContentStore
{
    /// <summary>The version that the public sees, with its item, or null.</summary>
    Task<ContentVersion?> PublishedAsync(string itemId, CancellationToken cancellation = default);

    /// <summary>The published version at an address, with its item, or null.</summary>
    Task<ContentVersion?> PublishedAtAsync(string path, CancellationToken cancellation = default);

    /// <summary>The newest version, published or not, with its item, or null. For staff only.</summary>
    Task<ContentVersion?> LatestAsync(string itemId, CancellationToken cancellation = default);

    /// <summary>Makes an item with a draft as its first version.</summary>
    /// <exception cref="ContentRefusedException">Unknown type or agency, no title, an address that is taken.</exception>
    Task<ContentVersion> CreateAsync(NewContent content, CancellationToken cancellation = default);

    /// <summary>
    /// Saves the item's data as a new version, a draft. Data that equals the latest version changes nothing. What is
    /// public stays until the draft has gone its way.
    /// </summary>
    /// <param name="itemId">The item.</param>
    /// <param name="expectedRevision">The revision that the editor saw.</param>
    /// <param name="data">All parts.</param>
    /// <param name="cancellation">Ends the save early.</param>
    /// <returns>The version that holds the data now.</returns>
    /// <exception cref="ContentConflictException">Somebody else wrote meanwhile.</exception>
    /// <exception cref="ContentRefusedException">No title, an address that is taken, or somebody is deciding on the latest version.</exception>
    Task<ContentVersion> SaveAsync(
        string itemId, int expectedRevision, ContentData data, CancellationToken cancellation = default);

    /// <summary>Makes a new draft that says what an earlier version said; also of an item that was withdrawn.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="number">The version's number.</param>
    /// <param name="expectedRevision">The revision that the editor saw.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ContentConflictException">Somebody else wrote meanwhile.</exception>
    Task<ContentVersion> RestoreAsync(string itemId, int number, int expectedRevision, CancellationToken cancellation = default);

    /// <summary>
    /// Publishes the latest version without review in the console: what recipes and commands bring on the operator's
    /// word, and what a gazette printed after its review. People publish through <see cref="Workflow.ContentWorkflow"/>.
    /// Does nothing where it is published.
    /// </summary>
    /// <exception cref="ContentRefusedException">It was withdrawn, or waits for somebody's decision.</exception>
    Task<ContentVersion> PublishAsync(string itemId, Unreviewed because = Unreviewed.Imported, CancellationToken cancellation = default);

    /// <summary>Takes the published version back; the item and its versions stay, and a tombstone at its address.</summary>
    Task WithdrawAsync(string itemId, string reason, CancellationToken cancellation = default);
}

/// <summary>Why something is published without a review in this console.</summary>
public enum Unreviewed
{
    /// <summary>A recipe or a command brought it.</summary>
    Imported,

    /// <summary>A gazette printed it, and it was reviewed before that.</summary>
    Printed,
}

/// <summary>Content was refused; the message is Chinese and says what to do.</summary>
public class ContentRefusedException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Somebody else wrote the item since it was opened.</summary>
public sealed class ContentConflictException()
    : ContentRefusedException("内容已被他人修改。请重新打开，核对他人的修改后再保存。");
