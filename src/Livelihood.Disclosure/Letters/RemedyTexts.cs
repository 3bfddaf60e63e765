using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Platform.Agencies;

namespace Livelihood.Disclosure.Letters;

/// <summary>What can be done about an outcome, as it was in force on a day.</summary>
/// <param name="Remedy">Which remedies it leaves.</param>
/// <param name="Text">Their wording, with organ and court.</param>
public sealed record RemedyInForce(Remedy Remedy, string Text);

/// <summary>The one source of what letters and the requester's page say about remedies, keyed by outcome and day.</summary>
public sealed class RemedyTexts(Wordings wordings, IAgencyDirectory agencies)
{
    /// <summary>The remedies of an outcome, in one query.</summary>
    /// <param name="agencyId">Whose reply it is.</param>
    /// <param name="outcome">How the request ended; null: a letter that is no reply, which leaves the choice.</param>
    /// <param name="on">The day of the letter.</param>
    /// <param name="letter">What the letter calls itself, see <see cref="LetterKind.Itself"/>.</param>
    /// <param name="savedUntil">Leaves out what was saved after the letter was made; null: nothing.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<RemedyInForce> OfAsync(string agencyId, Outcome? outcome, DateOnly on, string letter, DateTimeOffset? savedUntil = null, CancellationToken cancellation = default)
    {
        var (organ, court) = await PlacesAsync(agencyId, cancellation);
        IReadOnlyList<WordingKey> kind = outcome is null ? [] : [WordingKey.Of(outcome)];
        var texts = await wordings.InForceAsync([.. kind, .. WordingKey.Remedies, organ, court], on, savedUntil, cancellation);
        var remedy = kind.Count == 0 ? Remedy.Choice : WordingKey.RemedyOf(texts[kind[0].Key].Text);
        return new(remedy, Fill(texts[WordingKey.Of(remedy).Key].Text, texts[organ.Key].Text, texts[court.Key].Text, letter));
    }

    /// <summary>What is said of the ways against an agency's silence, in one query.</summary>
    /// <param name="agencyId">Who did nothing in time.</param>
    /// <param name="on">The day on which somebody reads it.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<SilenceTexts> AgainstSilenceAsync(string agencyId, DateOnly on, CancellationToken cancellation = default)
    {
        var (organ, court) = await PlacesAsync(agencyId, cancellation);
        var texts = await wordings.InForceAsync([.. WordingKey.AgainstSilence, organ, court], on, cancellation: cancellation);
        return new(WordingKey.AgainstSilence.ToDictionary(
            key => key.Silence!, key => Fill(texts[key.Key].Text, texts[organ.Key].Text, texts[court.Key].Text, letter: ""), StringComparer.Ordinal));
    }

    /// <summary>A wording with an agency's organ and court of a day.</summary>
    public async Task<string> FillAsync(string text, string agencyId, DateOnly on, string letter, CancellationToken cancellation = default)
    {
        var (organ, court) = await PlacesAsync(agencyId, cancellation);
        var places = await wordings.InForceAsync([organ, court], on, cancellation: cancellation);
        return Fill(text, places[organ.Key].Text, places[court.Key].Text, letter);
    }

    private static string Fill(string text, string organ, string court, string letter) =>
        Placeholders.Fill(text, field => field == WordingKey.OrganField ? organ : field == WordingKey.CourtField ? court : letter);

    private async Task<(WordingKey Organ, WordingKey Court)> PlacesAsync(string agencyId, CancellationToken cancellation)
    {
        var agency = (await agencies.FindAsync(agencyId, cancellation))!;
        var above = agency.ParentId is null ? null : await agencies.FindAsync(agency.ParentId, cancellation);
        return (WordingKey.OrganOf(agency, above), WordingKey.CourtOf(agency));
    }
}
