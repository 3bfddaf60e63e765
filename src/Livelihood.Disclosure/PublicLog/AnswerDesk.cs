using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.PublicLog;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.PublicLog;

/// <summary>What a field of a draft says that it must not; the message is Chinese and says what to do.</summary>
public sealed class AnswerRefusedException(IReadOnlyList<(string Field, string Problem)> problems) : ContentRefusedException(problems[0].Problem)
{
    /// <summary>All that is wrong, by field.</summary>
    public IReadOnlyList<(string Field, string Problem)> Problems { get; } = problems;
}

/// <summary>
/// The office's part of publishing an answer (R-44): a handler drafts, the head agrees, and from there on it is content like
/// any other, with secrecy review and approval by others. The caller has asked <see cref="Register.RequestAccess"/>.
/// </summary>
public sealed class AnswerDesk(
    PortalDbContext db, IContentStore store, IDraftSubmission submission, IAuditTrail audit, ICurrentActor actor, ChinaClock clock, AnswerPrivacy privacy)
{
    /// <summary>Longest reason of a head, in characters.</summary>
    public const int LongestReason = 1000;

    /// <summary>The field with which a handler answers for numbers.</summary>
    public const string NumbersField = "AreNumbersChecked";

    /// <summary>What is said of numbers that nobody has answered for.</summary>
    internal static string NumbersProblem(IReadOnlyList<string> numbers) =>
        $"里面有像身份证号码或者手机号码的数字：{string.Join("、", numbers)}。请删去；确实不是个人号码的，核对以后再保存。";

    /// <summary>What is known of the request's public answer; null where nobody has thought of one.</summary>
    public Task<PublicAnswer?> FindAsync(Guid requestId, CancellationToken cancellation = default) =>
        db.Set<PublicAnswer>().AsNoTracking().FirstOrDefaultAsync(a => a.RequestId == requestId, cancellation);

    /// <summary>The requester proposes to publish the answer; proposing twice changes nothing.</summary>
    /// <exception cref="DisclosureRuleException">No reply was served.</exception>
    public async Task ProposeAsync(DisclosureRequest request, CancellationToken cancellation = default)
    {
        RequireServed(request);
        var answer = await OpenAsync(request, cancellation);
        if (answer.ProposedUtc is null)
        {
            answer.ProposedUtc = clock.UtcNow;
            await SaveAsync(answer, request, "request.publication-proposed", cancellation);
        }
    }

    /// <summary>Writes a draft, or writes it anew; it waits for the head then, whoever agreed to what stood there before.</summary>
    /// <param name="request">The request, whose reply was served.</param>
    /// <param name="revision">The revision of the answer that the handler saw; 0 where there was none.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="areNumbersChecked">Whether the handler answers for what looks like numbers of people.</param>
    /// <param name="cancellation">Ends it early; nothing has happened then.</param>
    /// <exception cref="AnswerRefusedException">Something is missing, tells who asked, or looks like a number of somebody.</exception>
    /// <exception cref="ContentConflictException">Somebody else wrote or decided meanwhile.</exception>
    /// <exception cref="ContentRefusedException">It is under review.</exception>
    /// <exception cref="DisclosureRuleException">No reply was served.</exception>
    public async Task DraftAsync(DisclosureRequest request, int revision, AnswerDraft draft, bool areNumbersChecked, CancellationToken cancellation = default)
    {
        RequireServed(request);
        await RefuseAsync(request.Id, draft, areNumbersChecked, cancellation);
        await using var unit = await db.BeginUnitAsync(cancellation);
        var answer = await OpenAsync(request, cancellation);
        if (answer.Revision != revision)
        {
            throw new ContentConflictException();
        }

        if (answer.ItemId is { } id)
        {
            var latest = (await store.LatestAsync(id, cancellation))!;
            await store.SaveAsync(id, latest.Item.Revision, AnswerContent.Write(latest.Parts, draft, request), cancellation);
        }
        else
        {
            answer.ItemId = (await store.CreateAsync(new(AnswerContent.Type, request.AgencyId, AnswerContent.Write(new(), draft, request)), cancellation)).ItemId;
        }

        (answer.DraftedBy, answer.ApprovedBy, answer.ApprovedUtc, answer.ReturnReason) = (actor.Current, null, null, null);
        await SaveAsync(answer, request, "request.answer-drafted", cancellation);
        await unit.CommitAsync(cancellation);
    }

    /// <summary>The head agrees: the draft goes to the secrecy review (R-17).</summary>
    /// <exception cref="ContentConflictException">Somebody else wrote or decided meanwhile.</exception>
    /// <exception cref="ContentRefusedException">The head wrote it, or something forbids it.</exception>
    public async Task ApproveAsync(DisclosureRequest request, int revision, CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        var (answer, latest) = await DecideAsync(request, revision, cancellation);
        if (latest.Authors.Contains(actor.Current))
        {
            throw new StepForbiddenException("您参与了拟写，不能自己同意公开。请由另一位负责人办理。");
        }

        (answer.ApprovedBy, answer.ApprovedUtc, answer.ReturnReason) = (actor.Current, clock.UtcNow, null);
        await SaveAsync(answer, request, "request.answer-approved", cancellation);
        await submission.SubmitAsync(latest.ItemId, latest.Item.Revision, "公开工作机构负责人同意公开。", cancellation);
        await unit.CommitAsync(cancellation);
    }

    /// <summary>The head wants it written otherwise.</summary>
    /// <exception cref="ContentConflictException">Somebody else wrote or decided meanwhile.</exception>
    /// <exception cref="ContentRefusedException">There is no reason, or it is too long.</exception>
    public async Task ReturnAsync(DisclosureRequest request, int revision, string? reason, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            throw new AnswerRefusedException([("Reason", $"请写明哪里需要修改，不超过{LongestReason}个字。")]);
        }

        var (answer, _) = await DecideAsync(request, revision, cancellation);
        answer.ReturnReason = reason.Trim();
        await SaveAsync(answer, request, "request.answer-returned", cancellation);
    }

    private static void RequireServed(DisclosureRequest request)
    {
        if (request.ServedOn is null)
        {
            throw new DisclosureRuleException(Rules.PublicLog, "答复送达以后，才能把它公开。");
        }

        if (request.Matter != RequestMatter.Information)
        {
            throw new DisclosureRuleException(Rules.RecordsOfOneself, "更正自身信息的申请只与申请人有关，答复不公开。");
        }
    }

    private async Task RefuseAsync(Guid requestId, AnswerDraft draft, bool areNumbersChecked, CancellationToken cancellation)
    {
        var problems = draft.Problems().ToList();
        if (problems.Count == 0)
        {
            problems.AddRange(await privacy.ProblemsAsync(requestId, draft, cancellation));
        }

        if (problems.Count == 0 && !areNumbersChecked && draft.Numbers() is { Count: > 0 } numbers)
        {
            problems.Add((NumbersField, NumbersProblem(numbers)));
        }

        if (problems.Count > 0)
        {
            throw new AnswerRefusedException(problems);
        }
    }

    private async Task<(PublicAnswer Answer, ContentVersion Latest)> DecideAsync(DisclosureRequest request, int revision, CancellationToken cancellation)
    {
        var answer = await OpenAsync(request, cancellation);
        if (answer.Revision != revision || answer.ItemId is null || answer.ApprovedBy is not null)
        {
            throw new ContentConflictException();
        }

        return (answer, (await store.LatestAsync(answer.ItemId, cancellation))!);
    }

    private async Task<PublicAnswer> OpenAsync(DisclosureRequest request, CancellationToken cancellation)
    {
        if (await db.Set<PublicAnswer>().FirstOrDefaultAsync(a => a.RequestId == request.Id, cancellation) is { } known)
        {
            return known;
        }

        var answer = new PublicAnswer { RequestId = request.Id };
        db.Add(answer);
        return answer;
    }

    private async Task SaveAsync(PublicAnswer answer, DisclosureRequest request, string action, CancellationToken cancellation)
    {
        answer.Revision++;
        audit.Record(action, nameof(DisclosureRequest), request.Number, new { Item = answer.ItemId });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            throw new ContentConflictException();
        }
    }
}
