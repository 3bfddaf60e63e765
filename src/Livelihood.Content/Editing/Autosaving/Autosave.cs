using Livelihood.Platform.Data;

namespace Livelihood.Content.Editing.Autosaving;

/// <summary>What a person typed into the form of an item and has not saved yet.</summary>
[Unaudited("A working copy of what is being typed; saving it is audited.")]
public sealed class Autosave
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is; nobody else sees it.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The form: <see cref="AutosaveKey"/>.</summary>
    public required string FormKey { get; init; }

    /// <summary>The revision of the item that the form was made of; 0 for an item that is not made yet.</summary>
    public int BaseRevision { get; set; }

    /// <summary>What was typed, as JSON (<see cref="Platform.Forms.TypedForm"/>).</summary>
    public required string Typed { get; set; }

    /// <summary>When it was last kept.</summary>
    public DateTimeOffset SavedUtc { get; set; }
}
