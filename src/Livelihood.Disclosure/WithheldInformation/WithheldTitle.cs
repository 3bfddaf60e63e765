using Livelihood.Disclosure.Domain.PublicLog;
using Livelihood.Disclosure.PublicLog;

namespace Livelihood.Disclosure.WithheldInformation;

/// <summary>Keeps personal data out of the register: it outlives those of the request that an entry came from (第十八条; data minimisation).</summary>
public sealed class WithheldTitle(AnswerPrivacy privacy)
{
    /// <summary>What of persons stands in the title or the document number, a sentence that says what to do; null where nothing does.</summary>
    /// <param name="requestId">The request that it came from, or null.</param>
    /// <param name="title">The title.</param>
    /// <param name="documentNumber">The document number, or null.</param>
    /// <param name="cancellation">Ends the look-up early.</param>
    public async Task<string?> ProblemAsync(Guid? requestId, string title, string? documentNumber, CancellationToken cancellation = default)
    {
        var draft = new AnswerDraft($"{title} {documentNumber}".Trim(), "", "");
        if (draft.Numbers() is { Count: > 0 } numbers)
        {
            return $"里面有像身份证号码或者手机号码的数字：{string.Join("、", numbers)}。请删去，名称里不写个人信息。";
        }

        return requestId is { } request && await privacy.ProblemsAsync(request, draft, cancellation) is [var first, ..] ? first.Problem : null;
    }
}
