using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Platform.Agencies;

namespace Livelihood.Disclosure.Letters;

/// <summary>A written letter, before or after it got its number.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">What it says.</param>
/// <param name="TemplateVersion">The version of its template.</param>
public sealed record WrittenLetter(LetterKind Kind, LetterText Text, int TemplateVersion);

/// <summary>Writes letters by the texts in force on their day.</summary>
public sealed class LetterWriting(Wordings wordings, IAgencyDirectory agencies)
{
    /// <summary>What stands for the number while a letter has none yet.</summary>
    public const string NoNumberYet = "（作出时编号）";

    /// <summary>Writes drafts of one day.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="of">The request.</param>
    /// <param name="agencyId">Its agency.</param>
    /// <param name="history">The request as it stands, with what the letters tell of.</param>
    /// <param name="number">Gives a letter its own number.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DisclosureRuleException">Something that a letter must say is missing.</exception>
    public async Task<IReadOnlyList<WrittenLetter>> WriteAsync(
        IReadOnlyList<LetterDraft> drafts, LetterCase of, string agencyId, RequestHistory history, Func<LetterDraft, Task<string>> number, CancellationToken cancellation = default)
    {
        if (drafts.Count == 0)
        {
            return [];
        }

        var (organ, court) = await PlacesAsync(agencyId, cancellation);
        var remedies = drafts.Select(draft => LetterValues.RemedyOf(draft.Kind, history)).OfType<Remedy>().Distinct().Select(WordingKey.Of);
        var texts = await wordings.InForceAsync([.. drafts.Select(draft => WordingKey.Of(draft.Kind)), .. remedies, organ, court], drafts[0].On, cancellation);
        var written = new List<WrittenLetter>(drafts.Count);
        foreach (var draft in drafts)
        {
            var template = texts[WordingKey.Of(draft.Kind).Key];
            var values = new Dictionary<string, string?>(draft.Values, StringComparer.Ordinal);
            if (LetterValues.RemedyOf(draft.Kind, history) is { } remedy)
            {
                values[LetterFields.RemedyText] = Remedied(texts[WordingKey.Of(remedy).Key].Text, texts[organ.Key].Text, texts[court.Key].Text);
            }

            written.Add(new(draft.Kind, (draft with { Values = values }).Write(of, template.Text, draft.Kind.IsNumbered ? await number(draft) : of.Number), template.Version));
        }

        return written;
    }

    /// <summary>The organ that reconsiders what an agency did, and the court where it is sued.</summary>
    public async Task<(WordingKey Organ, WordingKey Court)> PlacesAsync(string agencyId, CancellationToken cancellation = default)
    {
        var agency = (await agencies.FindAsync(agencyId, cancellation))!;
        var above = agency.ParentId is null ? null : await agencies.FindAsync(agency.ParentId, cancellation);
        return (WordingKey.OrganOf(agency, above), WordingKey.CourtOf(agency));
    }

    private static string Remedied(string text, string organ, string court) =>
        Placeholders.Fill(text, field => field == WordingKey.OrganField ? organ : court);
}
