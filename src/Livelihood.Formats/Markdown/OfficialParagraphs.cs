using System.Buffers;
using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace Livelihood.Formats.Markdown;

/// <summary>Paragraphs that official documents set apart (GB/T 9704-2012).</summary>
public enum OfficialParagraph
{
    /// <summary>Any other.</summary>
    None,

    /// <summary>主送机关, in front and flush left.</summary>
    Addressees,

    /// <summary>署名 and 成文日期, to the right.</summary>
    Signature,
}

/// <summary>Recognises them in a text by their look and place.</summary>
public static partial class OfficialParagraphs
{
    private const int LongestSignature = 40;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("。，；：？！");

    /// <summary>The paragraphs at the text's top level that are set apart.</summary>
    public static IReadOnlyDictionary<Block, OfficialParagraph> Of(MarkdownDocument document)
    {
        var found = new Dictionary<Block, OfficialParagraph>();
        Block? before = null;
        foreach (var block in document)
        {
            if (block is ParagraphBlock && DateAlone().IsMatch(MarkdownDialect.PlainText(block)))
            {
                found[block] = OfficialParagraph.Signature;
                if (before is ParagraphBlock && IsSignature(MarkdownDialect.PlainText(before)))
                {
                    found[before] = OfficialParagraph.Signature;
                }
            }

            before = block;
        }

        if (document.FirstOrDefault() is ParagraphBlock first && MarkdownDialect.PlainText(first).EndsWith('：'))
        {
            found[first] = OfficialParagraph.Addressees;
        }

        return found;
    }

    private static bool IsSignature(string text) =>
        text.Length <= LongestSignature && !text.Contains('\n') && !text.AsSpan().ContainsAny(Punctuation);

    [GeneratedRegex(@"^\s*([0-9０-９]{4}|[〇零○一二三四五六七八九]{4})\s*年\s*[0-9０-９一二三四五六七八九十]{1,3}\s*月\s*[0-9０-９一二三四五六七八九十]{1,3}\s*日\s*$")]
    private static partial Regex DateAlone();
}
