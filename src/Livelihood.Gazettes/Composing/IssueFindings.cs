using Livelihood.Content.Items;
using Livelihood.Gazettes.Domain.Composing;
using Livelihood.Gazettes.Import;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Composing;

/// <summary>A finding, with the word that was said to it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Word">The word, or null.</param>
/// <param name="By">Who said it, by name; null where nobody did.</param>
public sealed record FindingLine(IssueFinding Finding, FindingWord? Word, string? By)
{
    /// <summary>Whether somebody must still say that it is meant.</summary>
    public bool IsOpen => Finding.Severity == FindingSeverity.Warning && Word is null;
}

/// <summary>Checks issues, and keeps what was said to the warnings.</summary>
public sealed class IssueFindings(PortalDbContext db, IssueFactsQuery facts, IAuditTrail audit, ICurrentActor actor, ActorNames names, ChinaClock clock)
{
    /// <summary>What the checks find about an issue's version, the heaviest first.</summary>
    public async Task<IReadOnlyList<FindingLine>> OfAsync(ContentVersion issue, CancellationToken cancellation = default)
    {
        var findings = IssueCheck.Of(await facts.OfAsync(issue, cancellation));
        var keys = findings.Select(f => f.Key).ToList();
        var words = (await db.Set<FindingWord>().AsNoTracking().Where(w => w.IssueId == issue.ItemId && keys.Contains(w.Key)).ToListAsync(cancellation))
            .ToDictionary(w => w.Key, StringComparer.Ordinal);
        var by = await names.OfAsync(words.Values.Select(w => w.Actor), cancellation);
        return [.. findings.Select(f => words.TryGetValue(f.Key, out var word) ? new FindingLine(f, word, by[word.Actor]) : new FindingLine(f, null, null))];
    }

    /// <summary>Keeps a word to the warnings of these keys that are still open.</summary>
    /// <returns>How many they were.</returns>
    /// <exception cref="ContentRefusedException">No word, or no warning was chosen.</exception>
    public async Task<int> AcceptAsync(ContentVersion issue, IReadOnlyCollection<string> keys, string? word, CancellationToken cancellation = default)
    {
        word = word?.Trim() ?? "";
        if (word.Length is 0 or > FindingWord.MostWord)
        {
            throw new FieldRefusedException("Word", word.Length == 0 ? "请写明为什么可以这样，例如“本期为增刊，期号单列”。" : $"说明不超过{FindingWord.MostWord}个字。");
        }

        var open = (await OfAsync(issue, cancellation)).Where(l => l.IsOpen && keys.Contains(l.Finding.Key)).Select(l => l.Finding).ToList();
        if (open.Count == 0)
        {
            throw new FieldRefusedException("Keys", "请勾选要确认的提醒。");
        }

        foreach (var finding in open)
        {
            db.Add(new FindingWord { IssueId = issue.ItemId, Key = finding.Key, Finding = finding.Message, Word = word, Actor = actor.Current, AtUtc = clock.UtcNow });
            audit.Record("gazette.warning-accepted", IssueContent.IssueType, issue.ItemId, new { finding.Rule, finding.Message, Word = word });
        }

        await db.SaveChangesAsync(cancellation);
        return open.Count;
    }
}
