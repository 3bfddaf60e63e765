namespace Livelihood.Disclosure.Domain.Outcomes;

/// <summary>What somebody who was consulted says (第三十二条、第三十四条).</summary>
public enum Consent
{
    /// <summary>Nothing was said; what follows from that differs .</summary>
    Unknown,

    /// <summary>Everything may be disclosed.</summary>
    Whole,

    /// <summary>A part may be; the rest is refused.</summary>
    Partial,

    /// <summary>Nothing may be.</summary>
    Refused,
}

/// <summary>Whether those consulted agree. Who agrees to a part refuses the rest: where a rule needs consent, that is none .</summary>
public static class Consents
{
    /// <summary>What an opinion says.</summary>
    public static Consent Of(ConsultationAnswered opinion) => opinion switch
    {
        { Agrees: true, Part: null } => Consent.Whole,
        { Part: not null } => Consent.Partial,
        { Agrees: false } => Consent.Refused,
        _ => Consent.Unknown,
    };

    /// <summary>Its name, as people read it.</summary>
    public static string? NameOf(Consent consent) => consent switch
    {
        Consent.Whole => "同意",
        Consent.Partial => "部分同意",
        Consent.Refused => "不同意",
        _ => null,
    };

    /// <summary>The places in the history, from 1, of the letters to third parties that did not agree to the whole: they are named nowhere .</summary>
    public static IReadOnlyList<int> WithoutWholeConsent(RequestHistory history) =>
    [
        .. history.Effective.Index().Where(entry => entry.Item is ConsultationSent { With: Consulted.ThirdParty } sent
            && !history.Effective.OfType<ConsultationAnswered>().Any(answer => answer.Id == sent.Id && Of(answer) == Consent.Whole)).Select(entry => entry.Index + 1),
    ];
}
