using Livelihood.Disclosure.Domain.Office;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>A letter that left the office.</summary>
/// <param name="Name">Its name and number, as people quote it.</param>
/// <param name="To">To whom it went.</param>
/// <param name="On">Its day.</param>
public sealed record SentLetter(string Name, LetterTo To, DateOnly On);

/// <summary>
/// 送达回证 of a letter that is no reply: a correction, an extension, a fee, a question to a third party (R-SERVE: way, day and
/// proof of each dispatch). The service of a reply is an event of the request, because its lateness depends on it, and makes its
/// proof by itself.
/// </summary>
internal static class ServiceProof
{
    private const string Letter = nameof(Letter), Recipient = nameof(Recipient), Way = nameof(Way), Evidence = nameof(Evidence);

    /// <summary>What its form asks for.</summary>
    public static readonly IReadOnlyList<(EventField Form, string? Field)> Fields =
    [
        (new(Letter, "送达的文书", FieldKind.Choice, "答复的送达不在这里登记：在申请页面登记送达，回证自动写好。"), LetterFields.ServedLetter),
        (new(Recipient, "受送达人", FieldKind.Line, "送给申请人的，不用填写；送给第三方、其他机关的，写明是谁。加密保存，申请人看不到。") { IsRequired = false }, LetterFields.RequesterName),
        (new(Way, "送达方式", FieldKind.Choice), LetterFields.WayOfService),
        (new(Evidence, "邮件号码或者签收情况", FieldKind.Line, "例如挂号信号码，或者谁在什么时候签收。"), LetterFields.Proof),
    ];

    /// <summary>A field with what there is to choose from.</summary>
    public static EventField With(EventField field, FormOccasion occasion) => field.Name switch
    {
        Letter => field with { Choices = [.. occasion.Letters.Select(letter => new FieldChoice(letter.Name, letter.Name))] },
        Way => field with { Choices = [.. WaysOf(occasion).Select(way => new FieldChoice(EventText.NameOf(way), EventText.NameOf(way)))] },
        _ => field,
    };

    /// <summary>Whether a letter was a reply, whose service is an event.</summary>
    public static bool IsReply(int kind, RequestMatter matter) => kind is >= 12 and <= 23 || (kind == 24 && matter == RequestMatter.Correction);

    /// <summary>Refuses a day before the letter's own, and a letter to others without their name.</summary>
    /// <exception cref="DisclosureRuleException">The proof cannot be true.</exception>
    public static void Check(FormValues values, FormOccasion occasion)
    {
        var letter = occasion.Letters.FirstOrDefault(sent => sent.Name == values.Text(Letter))
            ?? throw new DisclosureRuleException(Rules.Service, "这件申请没有这份送出的文书，请重新选择。");
        if (values.On < letter.On)
        {
            throw new DisclosureRuleException(Rules.Service, $"送达的日期早于文书的日期（{Wording.Day(letter.On)}），请核对。");
        }

        if (letter.To != LetterTo.Requester && values.Text(Recipient) is null)
        {
            throw new DisclosureRuleException(Rules.Service, "这份文书不是给申请人的，请写明受送达人。");
        }
    }

    // Electronically only where the requester chose it (R-SERVE).
    private static IEnumerable<ServiceWay> WaysOf(FormOccasion occasion) =>
        Enum.GetValues<ServiceWay>().Where(way => way != ServiceWay.Electronic || occasion.Wanted.Delivery == DeliveryWay.Email);
}
