namespace Livelihood.Gazettes.Input;

/// <summary>A file as somebody gave it; what it is, its content says and not its name.</summary>
/// <param name="Name">Its name, with the folders above it where it came with others; for people only.</param>
/// <param name="Bytes">The whole file.</param>
public sealed record GazetteFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The largest file that is read, in bytes: 128 MiB, a scanned issue with its pictures.</summary>
    public const int LargestBytes = 128 * 1024 * 1024;
}

/// <summary>What was in a file.</summary>
/// <param name="Format">Which kind of file it was.</param>
/// <param name="Text">Its text; form feeds between pages where the file tells them.</param>
/// <param name="Notes">What a person should know of the reading, in Chinese.</param>
public sealed record GazetteFileText(GazetteFormat Format, string Text, IReadOnlyList<string> Notes);

/// <summary>Kinds of files that are read; the names are stored and must not change.</summary>
public enum GazetteFormat
{
    /// <summary>纯文本.</summary>
    Text,

    /// <summary>Word (.docx).</summary>
    Word,

    /// <summary>PDF with a text layer.</summary>
    Pdf,
}

/// <summary>The text of one issue, and the file from which it came.</summary>
/// <param name="Text">The text.</param>
/// <param name="File">The file.</param>
/// <param name="Format">Which kind of file it was.</param>
/// <param name="Notes">What a person should know of the reading, in Chinese.</param>
/// <param name="Part">Which of the file's issues this is, from 1.</param>
/// <param name="Parts">How many issues the file holds.</param>
public sealed record IssueText(string Text, GazetteFile File, GazetteFormat Format, IReadOnlyList<string> Notes, int Part = 1, int Parts = 1);
