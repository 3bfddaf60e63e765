using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.PublicLog;

namespace Livelihood.Disclosure.PublicLog;

/// <summary>A public answer as content: the type that the recipe <c>content-types</c> declares. Nothing in it leads to the request.</summary>
public static class AnswerContent
{
    /// <summary>The content type.</summary>
    public const string Type = "DisclosureAnswer";

    /// <summary>The field with the outcome, as lists and searches filter by it.</summary>
    public const string Outcome = Type + "." + OutcomeField;

    private const string OutcomeField = "Outcome";
    private const string AnsweredOnField = "AnsweredOn";

    /// <summary>The data with what a draft says; parts that others added stay.</summary>
    public static ContentData Write(ContentData before, AnswerDraft draft, DisclosureRequest request)
    {
        var own = new JsonObject { [OutcomeField] = new JsonObject { ["Text"] = request.Outcome } };
        if (request.ServedOn is { } served)
        {
            own[AnsweredOnField] = new JsonObject { ["Value"] = served.ToString("yyyy-MM-dd") };
        }

        return ContentData.Parse(before.ToString()).Set(new TitlePart(draft.Title.Trim()))
            .Set(new MarkdownBodyPart(draft.Text.ReplaceLineEndings("\n").Trim() + "\n"))
            .Set(new DisclosureRecordPart { Attribute = DisclosureAttribute.OnRequest, Category = draft.Category, Abstract = draft.Summary.Trim() })
            .Set(Type, own);
    }

    /// <summary>What a version says.</summary>
    public static AnswerDraft Read(ContentVersion version)
    {
        var record = version.Part<DisclosureRecordPart>();
        return new(version.DisplayText, record?.Abstract ?? "", version.Part<MarkdownBodyPart>()?.Markdown ?? "", record?.Category);
    }
}
