using System.Text.Json.Nodes;
using Livelihood.Benchmarks.Search;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;

namespace Livelihood.Benchmarks.Publishing;

/// <summary>Notices and official documents of some 300 characters, the same in every run, over eight agencies and twenty years.</summary>
internal static class GeneratedItems
{
    /// <summary>The agencies that the items belong to; the set-up recipe has them.</summary>
    public static readonly string[] Agencies = ["SMX-ZFB", "SMX-FGW", "SMX-JYJ", "SMX-KJJ", "SMX-MZJ", "SMX-CZJ", "SMX-RSJ", "SMX-SJJ"];

    private static readonly string[] Kinds = ["通知", "公告", "公示"];

    /// <summary>The item of this number, from 0: every third is an official document, the others are notices.</summary>
    public static NewContent Make(int index)
    {
        var document = GeneratedDocuments.Make(index);
        var agency = Agencies[index % Agencies.Length];
        var body = document.Markdown;
        var record = new DisclosureRecordPart { Category = $"20-{1 + index % 15}", Abstract = "为测量而生成的内容。" };
        var data = new ContentData(new TitlePart(document.Title), new MarkdownBodyPart(body[..Math.Min(300, body.Length)]), record);
        return index % 3 == 0
            ? new("OfficialDocument", agency, data.Set(new OfficialDocumentPart { Number = document.Number, FormedOn = document.Date, Validity = document.Validity }))
            : new("Notice", agency, data.Set("Notice", new JsonObject { ["Kind"] = new JsonObject { ["Text"] = Kinds[index % Kinds.Length] } }));
    }
}
