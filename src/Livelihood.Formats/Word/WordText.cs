namespace Livelihood.Formats.Word;

/// <summary>What stands in a Word document, as it would be typed: for readers that find the structure by themselves.</summary>
/// <param name="Blocks">In order, notes behind the paragraph or table that refers to them.</param>
/// <param name="RunningHeads">The lines of headers and footers that hold words, each once.</param>
/// <param name="Pictures">How many pictures the text has; they are not taken.</param>
/// <param name="Doubts">What a person should look at, in Chinese.</param>
public sealed record WordText(
    IReadOnlyList<WordTextBlock> Blocks, IReadOnlyList<string> RunningHeads, int Pictures, IReadOnlyList<string> Doubts);

/// <summary>A piece of a Word document.</summary>
public abstract record WordTextBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">With its automatic number; line breaks as line feeds, page breaks as form feeds; empty for an empty paragraph.</param>
public sealed record WordTextParagraph(string Text) : WordTextBlock;

/// <summary>A table.</summary>
/// <param name="Rows">The texts of the cells by column, line feeds between paragraphs; empty where a merged cell reaches over.</param>
/// <param name="HeaderRows">How many rows name the columns.</param>
public sealed record WordTextTable(IReadOnlyList<IReadOnlyList<string>> Rows, int HeaderRows) : WordTextBlock;
