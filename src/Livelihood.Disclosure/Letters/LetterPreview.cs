using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Register;

namespace Livelihood.Disclosure.Letters;

/// <summary>Shows letters as they would go out, with who asks masked and without a number.</summary>
public sealed class LetterPreview(LetterDrafts drafts, LetterWriting writing, LetterCases cases)
{
    /// <summary>The letters of an event that is not recorded yet.</summary>
    /// <exception cref="DisclosureRuleException">Something that a letter must say is missing.</exception>
    public async Task<IReadOnlyList<WrittenLetter>> OfEventAsync(DeskRequest desk, RequestEvent next, string? party, CancellationToken cancellation = default)
    {
        var (request, before) = (desk.Details.Request, desk.Occasion.History);
        if (EventLetters.Of(before, next).Kinds.Count == 0)
        {
            return [];
        }

        var of = await cases.MaskedAsync(request, desk.Occasion.Calendar, cancellation);
        var wanted = await drafts.OfEventAsync(request.Id, before, next, of, party, isMasked: true, cancellation);
        return await WriteAsync([.. wanted.Select(one => one.Draft)], of, request.AgencyId, new([.. before.Events, next]), cancellation);
    }

    /// <summary>A letter that somebody writes by hand.</summary>
    /// <exception cref="DisclosureRuleException">Something that the letter must say is missing.</exception>
    public async Task<WrittenLetter> ByHandAsync(DeskRequest desk, HandLetter letter, Domain.Office.FormValues values, CancellationToken cancellation = default)
    {
        var of = await cases.MaskedAsync(desk.Details.Request, desk.Occasion.Calendar, cancellation);
        return (await WriteAsync([letter.Draft(values, of, desk.Occasion)], of, desk.Details.Request.AgencyId, desk.Occasion.History, cancellation))[0];
    }

    private Task<IReadOnlyList<WrittenLetter>> WriteAsync(
        IReadOnlyList<LetterDraft> wanted, LetterCase of, string agencyId, RequestHistory history, CancellationToken cancellation) =>
        writing.WriteAsync(wanted, of, agencyId, history, _ => Task.FromResult(LetterWriting.NoNumberYet), cancellation);
}
