using System.Text.Json;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.AnnualReports;

/// <summary>Says of each request that stands on one side only of what was carried over, why: from what was recorded after last year's report, and from which agencies were counted.</summary>
public sealed class CarriedDifferences(PortalDbContext db, IAgencyDirectory agencies)
{
    private static readonly string s_correction = $"\"{EventKinds.NameOf(typeof(RecordCorrected))}\"";

    /// <summary>The differences; of very many, all are counted and the first are explained.</summary>
    /// <param name="scope">This year's report.</param>
    /// <param name="last">Last year's, as it was published.</param>
    /// <param name="now">The numbers of the requests that are carried in.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<IReadOnlyList<CarriedDifference>> OfAsync(ReportScope scope, AnnualReportDraft last, IReadOnlyList<string> now, CancellationToken cancellation = default)
    {
        var then = JsonSerializer.Deserialize<List<string>>(last.CarriedOut)!;
        var (came, left) = (now.Except(then, StringComparer.Ordinal).ToList(), then.Except(now, StringComparer.Ordinal).ToList());
        if (came.Count + left.Count == 0)
        {
            return [];
        }

        var told = came.Concat(left).Take(ReportChecks.MostDifferences).ToList();
        var requests = await db.Set<DisclosureRequest>().AsNoTracking().Where(r => told.Contains(r.Number))
            .Select(r => new { r.Id, r.Number, r.AgencyId, r.SubmittedUtc }).ToDictionaryAsync(r => r.Number, cancellation);
        var ids = requests.Values.Select(r => r.Id).ToList();
        var corrected = (await db.Set<RequestEventRow>().Where(e => ids.Contains(e.RequestId) && e.RecordedUtc >= last.WrittenUtc && e.Event.Contains(s_correction))
            .Select(e => e.RequestId).Distinct().ToListAsync(cancellation)).ToHashSet();
        var names = (await agencies.AllAsync(cancellation)).ToDictionary(agency => agency.Id, agency => agency.ShortName, StringComparer.Ordinal);
        var (counted, written) = (last.Counted is null ? null : JsonSerializer.Deserialize<HashSet<string>>(last.Counted), Wording.Day(ChinaClock.DateOf(last.WrittenUtc)));
        return
        [
            .. came.Select(number => requests.TryGetValue(number, out var request)
                ? CarriedDifference.Came(number, written, names.GetValueOrDefault(request.AgencyId, request.AgencyId), counted?.Contains(request.AgencyId), request.SubmittedUtc >= last.WrittenUtc, corrected.Contains(request.Id))
                : new(number, "")),
            .. left.Select(number => requests.TryGetValue(number, out var request)
                ? CarriedDifference.Left(number, written, names.GetValueOrDefault(request.AgencyId, request.AgencyId), scope.Counted.Contains(request.AgencyId), corrected.Contains(request.Id))
                : new(number, "")),
        ];
    }
}
