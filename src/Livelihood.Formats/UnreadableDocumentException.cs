namespace Livelihood.Formats;

/// <summary>Why a file cannot be read as a document.</summary>
public enum UnreadableDocument
{
    /// <summary>No bytes, or no text.</summary>
    Empty,

    /// <summary>Larger than the limit, as it is or unpacked.</summary>
    TooLarge,

    /// <summary>A kind of file that is not read.</summary>
    WrongKind,

    /// <summary>The old binary format of Word (.doc).</summary>
    OldWord,

    /// <summary>Protected by a password.</summary>
    Protected,

    /// <summary>The right kind, but broken.</summary>
    Broken,
}

/// <summary>A file was refused.</summary>
/// <param name="reason">Why.</param>
/// <param name="message">In Chinese: what is wrong and what to do.</param>
/// <param name="cause">The fault below, if any.</param>
public sealed class UnreadableDocumentException(UnreadableDocument reason, string message, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>Why.</summary>
    public UnreadableDocument Reason { get; } = reason;
}
