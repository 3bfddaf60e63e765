using System.Buffers;
using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Livelihood.Content.Rendering;

/// <summary>
/// Marks the paragraphs that official documents set apart (GB/T 9704-2012): the addressees in front, flush left, and
/// a signature with its date, to the right. The text stays; the theme gives the look.
/// </summary>
internal static partial class OfficialForm
{
    private const int LongestSignature = 40;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("。，；：？！");

    /// <summary>Adds the classes <c>addressees</c> and <c>signature</c>.</summary>
    public static void Apply(MarkdownDocument document, Func<Block, string> textOf)
    {
        Block? before = null;
        foreach (var block in document)
        {
            if (block is ParagraphBlock && DateAlone().IsMatch(textOf(block)))
            {
                Mark(block, "signature");
                if (before is ParagraphBlock && IsSignature(textOf(before)))
                {
                    Mark(before, "signature");
                }
            }

            before = block;
        }

        if (document.FirstOrDefault() is ParagraphBlock first && textOf(first).EndsWith('：'))
        {
            Mark(first, "addressees");
        }
    }

    private static void Mark(Block block, string name) => block.GetAttributes().AddClass(name);

    private static bool IsSignature(string text) =>
        text.Length <= LongestSignature && !text.Contains('\n') && !text.AsSpan().ContainsAny(Punctuation);

    [GeneratedRegex(@"^\s*([0-9０-９]{4}|[〇零○一二三四五六七八九]{4})\s*年\s*[0-9０-９一二三四五六七八九十]{1,3}\s*月\s*[0-9０-９一二三四五六七八九十]{1,3}\s*日\s*$")]
    private static partial Regex DateAlone();
}
