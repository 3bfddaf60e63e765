using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;

namespace Livelihood.Disclosure.Letters;

/// <summary>A written letter, before or after it got its number.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">What it says.</param>
/// <param name="TemplateVersion">The version of its template.</param>
public sealed record WrittenLetter(LetterKind Kind, LetterText Text, int TemplateVersion);

/// <summary>Writes letters by the texts in force on their day.</summary>
public sealed class LetterWriting(Wordings wordings, RemedyTexts remedies)
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

        var texts = await wordings.InForceAsync([.. drafts.Select(draft => WordingKey.Of(draft.Kind))], drafts[0].On, cancellation: cancellation);
        var written = new List<WrittenLetter>(drafts.Count);
        foreach (var draft in drafts)
        {
            var template = texts[WordingKey.Of(draft.Kind).Key];
            var values = new Dictionary<string, string?>(draft.Values, StringComparer.Ordinal);
            if (LetterValues.NamesRemedies(draft.Kind))
            {
                values[LetterFields.RemedyText] = (await remedies.OfAsync(agencyId, LetterValues.OutcomeBehind(draft.Kind, history), draft.On, draft.Kind.Itself, cancellation: cancellation)).Text;
            }

            written.Add(new(draft.Kind, (draft with { Values = values }).Write(of, template.Text, draft.Kind.IsNumbered ? await number(draft) : of.Number), template.Version));
        }

        return written;
    }
}
