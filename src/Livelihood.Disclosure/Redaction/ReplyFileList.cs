using Livelihood.Disclosure.Domain.Redaction;
using Livelihood.Disclosure.Papers;

namespace Livelihood.Disclosure.Redaction;

/// <summary>A file that goes with the reply.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
/// <param name="ContentType">What the browser is told.</param>
/// <param name="IsRedacted">Whether passages in it are blacked out.</param>
public sealed record ReplyFileLine(Guid Id, string Name, string Description, string ContentType, bool IsRedacted)
{
    /// <summary>As the letter lists it.</summary>
    public string Text => $"{Name}（{Description}）";
}

/// <summary>All files that go with a reply: made with passages blacked out, and as they are.</summary>
public sealed class ReplyFileList(RedactionDesk redacted, OriginalDesk originals)
{
    /// <summary>The files that are given, or will be once the reply is served.</summary>
    public async Task<IReadOnlyList<ReplyFileLine>> GivenAsync(Guid requestId, CancellationToken cancellation = default) =>
    [
        .. (await redacted.ListAsync(requestId, cancellation)).Where(file => file.File.IsGiven).Select(file => OfText(file.File.Id, Redactor.Redact(file.Sheet))),
        .. (await originals.ListAsync(requestId, cancellation)).Select(file => new ReplyFileLine(file.Id, file.Name, file.Description, file.Kind.ContentType, IsRedacted: false)),
    ];

    /// <summary>The list as the reply holds it, a file a line; null where none is given.</summary>
    public async Task<string?> TextAsync(Guid requestId, CancellationToken cancellation = default) =>
        await GivenAsync(requestId, cancellation) is { Count: > 0 } given ? string.Join('\n', given.Select(file => file.Text)) : null;

    private static ReplyFileLine OfText(Guid id, RedactedText text) =>
        new(id, text.Name, text.Grounds.Count > 0 ? "PDF，不公开的部分已涂黑" : "PDF", "application/pdf", text.Grounds.Count > 0);
}
