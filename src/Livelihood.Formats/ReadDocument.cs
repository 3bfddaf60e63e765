namespace Livelihood.Formats;

/// <summary>A document that was read from an office's file.</summary>
/// <param name="Title">Its title on one line; null where it has none.</param>
/// <param name="Head">The lines above the title, such as the issuer's mark and the document number.</param>
/// <param name="Markdown">The text; a picture's address in it is <see cref="ReadPicture.Address"/>.</param>
/// <param name="Pictures">The pictures in the text.</param>
/// <param name="Doubts">What a person should look at, in Chinese: what was left out, guessed or could not be kept.</param>
public sealed record ReadDocument(
    string? Title, IReadOnlyList<string> Head, string Markdown, IReadOnlyList<ReadPicture> Pictures, IReadOnlyList<string> Doubts);

/// <summary>A picture from a document.</summary>
/// <param name="Address">What stands in the Markdown for its address; unique within the document.</param>
/// <param name="Name">A file name with the ending that fits its kind.</param>
/// <param name="Description">Its alternative text; empty where the author gave none.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ReadPicture(string Address, string Name, string Description, byte[] Content);
