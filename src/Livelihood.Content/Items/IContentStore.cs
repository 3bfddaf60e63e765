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
    /// Saves the item's data: into the latest version while that is a draft, else as a new draft. Data that equals
    /// the latest version changes nothing.
    /// </summary>
    /// <param name="itemId">The item.</param>
    /// <param name="expectedRevision">The revision that the editor saw.</param>
    /// <param name="data">All parts.</param>
    /// <param name="cancellation">Ends the save early.</param>
    /// <returns>The version that holds the data now.</returns>
    /// <exception cref="ContentConflictException">Somebody else wrote meanwhile.</exception>
    Task<ContentVersion> SaveAsync(
        string itemId, int expectedRevision, ContentData data, CancellationToken cancellation = default);

    /// <summary>Publishes the latest version in place of the one that is published. Does nothing where it is.</summary>
    Task<ContentVersion> PublishAsync(string itemId, CancellationToken cancellation = default);

    /// <summary>Takes the published version back; the item and its versions stay.</summary>
    Task WithdrawAsync(string itemId, string reason, CancellationToken cancellation = default);
}

/// <summary>Content was refused; the message is Chinese and says what to do.</summary>
public class ContentRefusedException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Somebody else wrote the item since it was opened.</summary>
public sealed class ContentConflictException()
    : ContentRefusedException("内容已被他人修改。请重新打开，核对他人的修改后再保存。");
