using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Redaction;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Keeping;

/// <summary>A reading of personal data by staff.</summary>
/// <param name="Sequence">Its place in the audit chain.</param>
/// <param name="AtUtc">When.</param>
/// <param name="By">Who, by name.</param>
/// <param name="What">What was read.</param>
/// <param name="Number">Of which request.</param>
/// <param name="AgencyId">Of which agency.</param>
public sealed record PersonalReading(long Sequence, DateTimeOffset AtUtc, string By, string What, string Number, string AgencyId);

/// <summary>A page of readings.</summary>
/// <param name="Readings">The newest first.</param>
/// <param name="Older">From which place the older ones follow; null where there are none.</param>
public sealed record ReadingPage(IReadOnlyList<PersonalReading> Readings, long? Older);

/// <summary>Tells the supervisor who read personal data, from the audit chain itself.</summary>
public sealed class ReadingLog(PortalDbContext db, ActorNames names)
{
    /// <summary>The action of reading who asks.</summary>
    public const string Requester = "request.personal-data-read";

    /// <summary>The action of reading a letter.</summary>
    public const string Letter = "request.letter-read";

    /// <summary>Readings on a page.</summary>
    public const int PageSize = 50;

    private static readonly Dictionary<string, string> What = new(StringComparer.Ordinal)
    {
        [Requester] = "申请人的完整信息", [Letter] = "文书", [PaperDesk.ReadAction] = "材料", [RedactionDesk.ReadAction] = "随答复提供的文件的原文", [OriginalDesk.ReadAction] = "原样提供的文件",
        [TemplatePreview.ReadAction] = "文书模板预览（申请人隐去）",
    };

    /// <summary>A page of readings.</summary>
    /// <param name="reach">The agencies that the supervisor sees.</param>
    /// <param name="number">Of one request alone; null: of all.</param>
    /// <param name="before">Only older than this place; null: from the newest on.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<ReadingPage> PageAsync(AgencyReach reach, string? number, long? before, CancellationToken cancellation = default)
    {
        // The newest of each action, which its index gives in order, and of these the newest: never all that was ever read.
        var found = await What.Keys.Select(action => OfAction(action, reach, number, before).OrderByDescending(one => one.Sequence).Take(PageSize + 1))
            .Aggregate((one, other) => one.Concat(other)).OrderByDescending(one => one.Sequence).Take(PageSize + 1).ToListAsync(cancellation);
        var page = found.Take(PageSize).ToList();
        var by = await names.OfAsync(page.Select(one => one.Actor), cancellation);
        return new(
            [.. page.Select(one => new PersonalReading(one.Sequence, one.AtUtc, by[one.Actor], What[one.Action], one.Number, one.AgencyId))],
            found.Count > PageSize ? page[^1].Sequence : null);
    }

    private IQueryable<FoundReading> OfAction(string action, AgencyReach reach, string? number, long? before)
    {
        var (all, ids) = (reach.Everything, reach.Ids);
        return from entry in db.Set<AuditEntry>().AsNoTracking()
               where entry.Action == action && entry.SubjectType == nameof(DisclosureRequest)
                   && (before == null || entry.Sequence < before) && (number == null || entry.SubjectId == number)
               join request in db.Set<DisclosureRequest>() on entry.SubjectId equals request.Number
               where all || ids.Contains(request.AgencyId)
               select new FoundReading { Sequence = entry.Sequence, AtUtc = entry.AtUtc, Actor = entry.Actor, Action = entry.Action, Number = request.Number, AgencyId = request.AgencyId };
    }

    private sealed class FoundReading
    {
        public required long Sequence { get; init; }

        public required DateTimeOffset AtUtc { get; init; }

        public required string Actor { get; init; }

        public required string Action { get; init; }

        public required string Number { get; init; }

        public required string AgencyId { get; init; }
    }
}
