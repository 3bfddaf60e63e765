using System.Buffers;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Ranking;
using Livelihood.Search.Domain.Text;
using Livelihood.Search.Index;
using Livelihood.Search.Matching;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Querying;

/// <summary>Decides which documents answer a query: those with its number, else those with everything, else those with the telling part.</summary>
internal sealed class AnswerFinder(PortalDbContext db, IMatcher matcher, IAgencyDirectory agencies)
{
    /// <summary>Pieces of a query whose rarity is looked up.</summary>
    private const int MostPieces = 64;

    /// <summary>Documents beyond this many are not counted when the rarity of a piece is estimated.</summary>
    private const int MostCounted = 2000;

    /// <summary>So many documents with all pieces that occur anywhere make a good answer: those with fewer pieces are not looked for.</summary>
    private const int EnoughKnown = SearchResults.PageSize;

    /// <summary>What carries one of these is surely meant as a number, which two numbers beside each other need not be.</summary>
    private static readonly SearchValues<char> SignsOfNumbers = SearchValues.Create("号號〔［[（(【");

    /// <summary>Documents with one number; several agencies may have used it.</summary>
    private const int MostOwn = 100;

    /// <summary>The answer to what a reader asked.</summary>
    public async Task<QueryAnswer> FindAsync(SearchQuery asked, DocumentColumns columns, DateOnly today, CancellationToken cancellation)
    {
        var query = WithCode(asked, columns);
        if (query.Number is { } number)
        {
            var cited = MatchPlanner.Number(query, number);
            if (await MatchAsync(cited, query, columns, today, cancellation) is { Count: > 0 } found)
            {
                return new(cited, found, IsByNumber: true);
            }
        }

        var all = MatchPlanner.All(query);
        if (await MatchAsync(all, query, columns, today, cancellation) is { Count: > 0 } everything)
        {
            return new(all, everything);
        }

        if (query.NumberAmongWords is { Number: { } amongWords } word)
        {
            var having = MatchPlanner.Number(query, amongWords);
            if (await MatchAsync(having, query, columns, today, cancellation) is { Count: > 0 } numbered)
            {
                return await ApartAsync(query, query.Loosen(), columns, today, cancellation) ?? new(having, numbered, IsPartial: true, IsByNumber: true)
                {
                    LeftOut = [.. query.Words.Where(w => !ReferenceEquals(w, word)).Select(w => w.Shown)],
                };
            }
        }

        var loose = query.WithoutNumbers().Loosen();
        var most = await ApartAsync(query, loose, columns, today, cancellation)
            ?? (await SomeAsync(loose, keep: 4, enough: 0.6, columns, today, cancellation) is { Set.Count: > 0 } some
                ? some
                : await SomeAsync(loose, keep: 4, enough: 0.3, columns, today, cancellation));
        return most.Set.Count > 0 && UnknownNumber(query) is { } unknown ? most with { UnknownNumber = unknown } : most;
    }

    /// <summary>Of words and a number without a code, one may be its code, set apart by a space: if documents have numbers with such a code.</summary>
    private static SearchQuery WithCode(SearchQuery query, DocumentColumns columns) =>
        query.NumberAmongWords is { Number: { AgencyCode: null } number } word
        && query.Words.FirstOrDefault(w => w is { Number: null, IsExact: false } && columns.NumberCodes.Find(NumberTerms.Code(w.Shown)) is not null) is { } code
            ? query with
            {
                Words =
                [
                    QueryWord.NumberAmongWords($"{code.Shown} {word.Shown}", number with { AgencyCode = code.Shown }),
                    .. query.Words.Where(w => !ReferenceEquals(w, word) && !ReferenceEquals(w, code)),
                ],
            }
            : query;

    /// <summary>Those with all words, which may stand apart; null where there are none, or where nothing can stand apart.</summary>
    private async Task<QueryAnswer?> ApartAsync(SearchQuery query, SearchQuery loose, DocumentColumns columns, DateOnly today, CancellationToken cancellation)
    {
        if (ReferenceEquals(loose, query))
        {
            return null;
        }

        var apart = MatchPlanner.All(loose);
        return await MatchAsync(apart, loose, columns, today, cancellation) is { Count: > 0 } found ? new(apart, found) : null;
    }

    /// <summary>What was typed as a document number and led to none; null where it may have been meant otherwise.</summary>
    private static string? UnknownNumber(SearchQuery query) =>
        (query.NumberAmongWords?.Shown ?? (query.Number is null ? null : query.Text)) is { } shown && shown.AsSpan().ContainsAny(SignsOfNumbers) ? shown : null;

    /// <summary>For texts that describe rather than ask: a good part of the telling pieces is enough.</summary>
    public async Task<QueryAnswer> ForgivingAsync(SearchQuery query, DocumentColumns columns, DateOnly today, CancellationToken cancellation)
    {
        var found = await SomeAsync(query, keep: 12, enough: 0.3, columns, today, cancellation);
        return found.Set.Count > 0 || query.NumberAmongWords is null ? found
            : await SomeAsync(query.WithoutNumbers(), keep: 12, enough: 0.3, columns, today, cancellation);
    }

    private async Task<QueryAnswer> SomeAsync(
        SearchQuery query, int keep, double enough, DocumentColumns columns, DateOnly today, CancellationToken cancellation)
    {
        var pieces = query.Words.Where(w => w is { IsExact: false, IsSingle: false, Number: null }).SelectMany(w => w.Forms[0].Pieces)
            .Select(p => p.Text).Distinct(StringComparer.Ordinal).Take(MostPieces).ToList();
        if (pieces.Count == 0)
        {
            return QueryAnswer.None;
        }

        var phrases = pieces.Select(IReadOnlyList<string> (p) => [.. Analyser.Phrase(p).Select(t => t.Text)]).ToList();
        var counts = await matcher.CountAsync(phrases, MostCounted, columns, cancellation);
        var known = pieces.Select((p, i) => (Piece: p, Count: counts[i])).Where(p => p.Count > 0).OrderBy(p => p.Count).ToList();
        if (known.Count < pieces.Count && MatchPlanner.Known(query, Weights.ByRarity(known, MostCounted)) is { } asked
            && await MatchAsync(asked, query, columns, today, cancellation) is { Count: >= EnoughKnown } found)
        {
            return new(asked, found, IsPartial: true) { LeftOut = [.. pieces.Except(known.Select(k => k.Piece), StringComparer.Ordinal)] };
        }

        var rarest = known.Take(keep).ToList();
        var plan = MatchPlanner.Some(query, Weights.ByRarity(rarest, MostCounted), enough);
        return plan is null ? QueryAnswer.None : new(plan, await MatchAsync(plan, query, columns, today, cancellation), IsPartial: true)
        {
            LeftOut = [.. pieces.Except(rarest.Select(r => r.Piece), StringComparer.Ordinal)],
        };
    }

    /// <summary>Leaves those of the agencies and days that were asked for.</summary>
    private async Task<MatchSet> NarrowAsync(MatchSet found, SearchQuery query, DocumentColumns columns, CancellationToken cancellation)
    {
        if (!query.IsNarrowed || found.Count == 0)
        {
            return found;
        }

        var codes = (await AgenciesAsync(query, cancellation)).Select(id => columns[Facet.Agency].Values.Find(id)).OfType<ushort>().ToHashSet();
        var (from, to) = query.Dates is { } dates ? (dates.From.DayNumber, dates.To.DayNumber) : (0, int.MaxValue);
        return found.Where(id =>
            columns.DayOf(id) >= from && columns.DayOf(id) <= to && (query.Agencies.Count == 0 || codes.Contains(columns[Facet.Agency].Codes[id])));
    }

    /// <summary>The agencies that have, or had, one of the names or a part of it, with all below them.</summary>
    private async Task<HashSet<string>> AgenciesAsync(SearchQuery query, CancellationToken cancellation)
    {
        var all = await agencies.AllAsync(cancellation);
        var names = query.Agencies.Select(a => CanonicalText.TextOf(a).Trim()).ToList();
        bool Has(Agency agency) => names.Exists(name => NamesOf(agency).Any(n => CanonicalText.TextOf(n).Contains(name, StringComparison.Ordinal)));
        return [.. all.Where(a => a.LineFrom(all).Any(Has)).Select(a => a.Id)];
    }

    private static IEnumerable<string> NamesOf(Agency agency) =>
        [agency.Name, agency.ShortName, .. agency.FormerNames.SelectMany(f => new[] { f.Name, f.ShortName ?? f.Name })];

    private async Task<MatchSet> MatchAsync(MatchPlan plan, SearchQuery query, DocumentColumns columns, DateOnly today, CancellationToken cancellation)
    {
        var found = await NarrowAsync(
            plan.IsEmpty ? MatchSet.All(columns, today) : await matcher.MatchAsync(plan, columns, today, cancellation), query, columns, cancellation);
        if (found.Count == 0 || query.Numbers.FirstOrDefault() is not { } number)
        {
            return found;
        }

        var code = number.AgencyCode is { } agency ? NumberTerms.Code(agency) : null;
        var own = await db.Set<SearchDocument>()
            .Where(d => d.NumberSerial == number.Serial)
            .Where(d => number.Year == null || d.NumberYear == number.Year)
            .Where(d => code == null || d.NumberCode == code)
            .OrderByDescending(d => d.Date).Take(MostOwn).Select(d => (int)d.Id).ToListAsync(cancellation);
        return found.Raise(own);
    }
}
