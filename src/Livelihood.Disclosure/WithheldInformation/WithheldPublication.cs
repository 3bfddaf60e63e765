using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Workflow;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.PublicLog;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.PublicLog;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.WithheldInformation;

/// <summary>
/// Makes what may be disclosed a draft of public content (第十八条): written by the office, and sent to the secrecy review and the
/// publisher's approval as everything is. The head has confirmed the result of the review before. The caller has asked <see cref="WithheldDesk"/>.
/// </summary>
public sealed class WithheldPublication(
    PortalDbContext db, IContentStore store, IDraftSubmission submission, WithheldRegister register, AnswerPrivacy privacy, ChinaClock clock)
{
    /// <summary>The content type of drafts: what the recipe <c>content-types</c> declares for notices of every kind.</summary>
    public const string Type = "Notice";

    /// <summary>The draft that is there, or a first one.</summary>
    public static AnswerDraft DraftOf(DeskEntry desk)
    {
        var latest = desk.Entry.Source == WithheldSource.Content ? null : desk.Item;
        var record = latest?.Part<DisclosureRecordPart>();
        return new(
            latest?.DisplayText ?? (desk.Entry.Title.Length > AnswerDraft.LongestTitle ? desk.Entry.Title[..AnswerDraft.LongestTitle] : desk.Entry.Title),
            record?.Abstract ?? "",
            latest?.Part<MarkdownBodyPart>()?.Markdown ?? (desk.Entry.DocumentNumber is { } number ? $"文号：{number}\n" : ""),
            record?.Category);
    }

    /// <summary>Writes the draft, or writes it anew, and sends it to the secrecy review.</summary>
    /// <param name="desk">The entry.</param>
    /// <param name="revision">The revision that the person saw.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="areNumbersChecked">Whether the person answers for what looks like numbers of people.</param>
    /// <param name="cancellation">Ends it early; nothing has happened then.</param>
    /// <exception cref="AnswerRefusedException">Something is missing, tells who asked, or looks like a number of somebody.</exception>
    /// <exception cref="ContentRefusedException">It is under review, or something is missing for it.</exception>
    /// <exception cref="DisclosureRuleException">It may not be published.</exception>
    /// <exception cref="WithheldChangedException">Somebody else was faster.</exception>
    public async Task DraftAsync(DeskEntry desk, int revision, AnswerDraft draft, bool areNumbersChecked, CancellationToken cancellation = default)
    {
        await RefuseAsync(desk.Entry.RequestId, draft, areNumbersChecked, cancellation);
        await using var unit = await db.BeginUnitAsync(cancellation);
        var latest = desk.Entry.ItemId is { } id ? await store.LatestAsync(id, cancellation) : null;
        var written = latest is null
            ? await store.CreateAsync(new(Type, desk.Entry.AgencyId, Write(new ContentData().Set(Type, new JsonObject { ["Kind"] = new JsonObject { ["Text"] = "公告" } }), draft)), cancellation)
            : await store.SaveAsync(latest.ItemId, latest.Item.Revision, Write(ContentData.Parse(latest.Parts.ToString()), draft), cancellation);
        await register.RecordAsync(desk.Entry.Id, revision, new DraftWritten(clock.Today), entry => entry.ItemId = written.ItemId, cancellation);
        await submission.SubmitAsync(
            written.ItemId, (await store.LatestAsync(written.ItemId, cancellation))!.Item.Revision, "不予公开信息定期评估，公开工作机构负责人确认可以公开。", cancellation);
        await unit.CommitAsync(cancellation);
    }

    private static ContentData Write(ContentData before, AnswerDraft draft) => before.Set(new TitlePart(draft.Title.Trim()))
        .Set(new MarkdownBodyPart(draft.Text.ReplaceLineEndings("\n").Trim() + "\n"))
        .Set(new DisclosureRecordPart { Attribute = DisclosureAttribute.Proactive, Category = draft.Category, Abstract = draft.Summary.Trim() });

    private async Task RefuseAsync(Guid? requestId, AnswerDraft draft, bool areNumbersChecked, CancellationToken cancellation)
    {
        var problems = draft.Problems().ToList();
        if (problems.Count == 0 && requestId is { } request)
        {
            problems.AddRange(await privacy.ProblemsAsync(request, draft, cancellation));
        }

        if (problems.Count == 0 && !areNumbersChecked && draft.Numbers() is { Count: > 0 } numbers)
        {
            problems.Add((AnswerDesk.NumbersField, AnswerDesk.NumbersProblem(numbers)));
        }

        if (problems.Count > 0)
        {
            throw new AnswerRefusedException(problems);
        }
    }
}

/// <summary>Lets nothing of the register go to review or be published before a confirmed review says that it may, nor what tells who asked for it.</summary>
internal sealed class WithheldCheck(PortalDbContext db, AnswerPrivacy privacy) : IPublicationCheck
{
    public async Task<IReadOnlyList<string>> ProblemsAsync(ContentVersion version, CancellationToken cancellation)
    {
        var entry = await db.Set<WithheldEntry>().AsNoTracking().Where(e => e.ItemId == version.ItemId && e.Standing != WithheldStanding.Ended).FirstOrDefaultAsync(cancellation);
        if (entry is null)
        {
            return [];
        }

        // What is public already may be put right; what a later review keeps back is withdrawn by a publisher.
        var rows = await db.Set<WithheldEventRow>().AsNoTracking().Where(e => e.EntryId == entry.Id).OrderBy(e => e.Sequence).Select(e => e.Event).ToListAsync(cancellation);
        string[] withheld = version.Item.IsPublished || new WithheldHistory(rows.ConvertAll(WithheldDesk.Read)).MayBePublished
            ? []
            : ["这项内容登记为不予公开信息，还没有经负责人确认可以公开。请公开工作机构在“不予公开信息”里评估。"];
        return [.. withheld, .. entry.RequestId is { } request
            ? (await privacy.ProblemsAsync(request, AnswerContent.Read(version), cancellation)).Select(found => found.Problem) : []];
    }
}
