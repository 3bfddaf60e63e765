using Livelihood.Disclosure.Domain.PublicLog;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>An earlier letter that a new one takes the place of.</summary>
/// <param name="Name">What it was called.</param>
/// <param name="Number">Its number; null where nothing is known of it but that it was made.</param>
/// <param name="On">Its day.</param>
public sealed record ReplacedLetter(string Name, string? Number, DateOnly On);

/// <summary>A letter that is to be made.</summary>
/// <param name="Kind">Which.</param>
/// <param name="On">The day that stands on it.</param>
/// <param name="Values">What stands in its fields, remedies included.</param>
/// <param name="Addressee">To whom it goes; null where it stays in the office.</param>
/// <param name="Replaces">The letter that it takes the place of, or null.</param>
public sealed record LetterDraft(LetterKind Kind, DateOnly On, IReadOnlyDictionary<string, string?> Values, string? Addressee, ReplacedLetter? Replaces = null)
{
    /// <summary>The letter by a template.</summary>
    /// <param name="of">The request.</param>
    /// <param name="template">The template in force on its day.</param>
    /// <param name="number">Its number.</param>
    /// <exception cref="DisclosureRuleException">Something that it must say is missing.</exception>
    public LetterText Write(LetterCase of, string template, string number)
    {
        RefuseRequester(of);
        var (title, text) = LetterTemplate.Fill(Kind, template, Values);
        return new(of.Agency + title, number, Addressee, Replaces is null ? text : $"{Replacing(Replaces)}\n\n{text}", of.Agency, On);
    }

    /// <summary>Who asks is nobody else's business: what was typed for a third party or another agency must not tell it.</summary>
    private void RefuseRequester(LetterCase of)
    {
        if (Kind.To is not (LetterTo.ThirdParty or LetterTo.Agency))
        {
            return;
        }

        foreach (var field in Kind.Fields.Where(field => field.IsText))
        {
            if (PersonalDataCheck.Found(of.Known, Values.GetValueOrDefault(field.Name) ?? "") is [var found, ..])
            {
                throw new DisclosureRuleException(Kind.Rule, $"《{Kind.Name}》要发给申请人以外的人，“{field.Name}”里有{found}，不能发出。请删去；如果只是碰巧相同的词，请换一种说法。");
            }
        }
    }

    private static string Replacing(ReplacedLetter earlier) =>
        $"因登记更正，本件代替本机关于{Wording.Day(earlier.On)}作出的《{earlier.Name}》{(earlier.Number is null ? "" : $"（{earlier.Number}）")}，以本件为准，原件不再使用。";
}

/// <summary>Makes drafts of letters.</summary>
public static class LetterComposition
{
    /// <summary>The draft of an event's letter.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="on">The day that stands on it.</param>
    /// <param name="about">The event.</param>
    /// <param name="history">The request with the event.</param>
    /// <param name="of">The request.</param>
    /// <param name="party">Who is consulted, or null.</param>
    public static LetterDraft Of(LetterKind kind, DateOnly on, RequestEvent about, RequestHistory history, LetterCase of, string? party)
    {
        var values = LetterValues.OfCase(kind, of, history, on);
        foreach (var (field, value) in LetterValues.OfEvent(about, history, of))
        {
            values[field] = value;
        }

        return new(kind, on, values, Addressee(kind, of, party));
    }

    /// <summary>To whom a letter goes.</summary>
    public static string? Addressee(LetterKind kind, LetterCase of, string? party) => kind.To switch
    {
        LetterTo.Requester => of.Requester.Name,
        LetterTo.ThirdParty => party ?? "第三方",
        LetterTo.Agency => party ?? "共同制作机关",
        _ => party,
    };
}
