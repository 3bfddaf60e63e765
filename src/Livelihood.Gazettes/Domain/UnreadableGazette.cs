namespace Livelihood.Gazettes.Domain;

/// <summary>Why a file cannot be read as a gazette.</summary>
public enum UnreadableReason
{
    /// <summary>No bytes, or nothing but blanks.</summary>
    Empty,

    /// <summary>No text: a picture, an archive, a PDF …</summary>
    Binary,

    /// <summary>Text in an encoding that is none of UTF-8, GB18030 and UTF-16 with its mark.</summary>
    UnknownEncoding,

    /// <summary>Larger than a gazette can be.</summary>
    TooLarge,

    /// <summary>Text, but neither a masthead with contents nor documents are in it.</summary>
    NotAGazette,
}

/// <summary>A refusal.</summary>
/// <param name="Reason">Which kind.</param>
/// <param name="Message">In Chinese: what is wrong and what to do.</param>
public sealed record UnreadableGazette(UnreadableReason Reason, string Message);
