namespace Livelihood.Content.Media.Library;

/// <summary>A file that a form has: its path, and the words beside it (a picture's alternative text, an attachment's title).</summary>
public sealed record ChosenFile(string Path, string? Text);

/// <summary>What the partial <c>Files/_FileInput</c> shows. It posts what <see cref="FileInputReader"/> reads.</summary>
/// <param name="Name">The field's name in the form.</param>
/// <param name="Label">The label.</param>
/// <param name="Hint">A sentence of help, or null.</param>
/// <param name="Chosen">What the form has already.</param>
/// <param name="Multiple">Whether there may be several.</param>
/// <param name="PicturesOnly">Whether only pictures are taken; each needs alternative text.</param>
/// <param name="AgencyId">The agency that uploads belong to.</param>
/// <param name="Error">What is wrong, in Chinese, or null.</param>
public sealed record FileInputModel(
    string Name, string Label, string? Hint, IReadOnlyList<ChosenFile> Chosen, bool Multiple, bool PicturesOnly, string AgencyId, string? Error)
{
    /// <summary>What a browser offers for choosing; the server decides by content.</summary>
    public string Accept => string.Join(',', MediaKind.All.Where(k => k.IsPicture || !PicturesOnly).SelectMany(k => k.Extensions));
}
