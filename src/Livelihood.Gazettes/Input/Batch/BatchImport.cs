using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Livelihood.Content.Items;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Livelihood.Gazettes.Input.Batch;

/// <summary>
/// Imports many files, each issue in a transaction and a scope of its own: a file that is refused stops no other, and a run
/// that breaks off loses nothing. A file that was imported already is known by its hash and not even read.
/// </summary>
public sealed class BatchImport(IServiceScopeFactory scopes, GazetteFileReader reader, ILogger<BatchImport> log)
{
    /// <summary>Imports the files in their order, a line for each issue as it is done.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops before the next file; an issue that is under way is finished.</param>
    public async IAsyncEnumerable<BatchLine> RunAsync(
        IReadOnlyList<BatchFile> files, BatchOptions options, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var seen = new Seen();
        foreach (var (done, file) in files.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            options.Progress?.Report(new(done, files.Count, file.Name));
            var clock = Stopwatch.StartNew();
            foreach (var line in await FileAsync(file, options, seen, what => options.Progress?.Report(new(done, files.Count, what))))
            {
                yield return line with { Seconds = clock.Elapsed.TotalSeconds };
                clock.Restart();
            }
        }
    }

    private async Task<IReadOnlyList<BatchLine>> FileAsync(BatchFile file, BatchOptions options, Seen seen, Action<string> tell)
    {
        IReadOnlyList<IssueText> issues;
        try
        {
            var content = await file.ReadAsync(CancellationToken.None);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content.Bytes.Span));
            if (!seen.Files.TryAdd(hash, file.Name))
            {
                return [new(file.Name, BatchOutcome.Unchanged, $"与“{seen.Files[hash]}”是同一个文件。")];
            }

            if (await BeforeAsync(file.Name, hash, options, seen) is { } lines)
            {
                return lines;
            }

            issues = await reader.ReadAsync(content, CancellationToken.None);
        }
        catch (GazetteRefusedException refused)
        {
            return [new(file.Name, BatchOutcome.Refused, refused.Message)];
        }
#pragma warning disable CA1031 // Whatever is wrong with one file must not stop the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return [Unexpected(file.Name, fault)];
        }

        var results = new List<BatchLine>();
        foreach (var issue in issues)
        {
            results.Add(await IssueAsync(issue, options, seen, tell));
        }

        return results;
    }

    /// <summary>The lines of a file all of whose issues were imported before; null where there is something to do.</summary>
    private async Task<IReadOnlyList<BatchLine>?> BeforeAsync(string name, string hash, BatchOptions options, Seen seen)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<GazetteSources>().FromAsync(hash);
        if (rows.Count == 0 || rows.Select(r => r.Part).Distinct().Count() < rows[0].Parts)
        {
            return null;
        }

        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var ids = rows.Select(r => r.IssueId).ToList();
        var issues = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).Where(v => v.Latest && ids.Contains(v.ItemId)).ToDictionaryAsync(v => v.ItemId);
        if (options.Publish && issues.Values.Any(v => !v.Published))
        {
            return null;
        }

        var doubts = (await db.Set<GazetteDoubt>().Where(d => ids.Contains(d.IssueId))
            .GroupBy(d => new { d.IssueId, d.Severity }).Select(g => new { g.Key.IssueId, g.Key.Severity, Count = g.Count() }).ToListAsync())
            .ToDictionary(d => (d.IssueId, d.Severity), d => d.Count);
        return [.. rows.DistinctBy(r => r.Part).Select(row =>
        {
            var issue = issues[row.IssueId].Part<GazetteIssuePart>();
            seen.Issues[(issue?.Year, issue?.Number)] = name;
            return new BatchLine(
                name,
                row.ImportedUtc >= options.BegunUtc ? BatchOutcome.Imported : BatchOutcome.Unchanged,
                row.ImportedUtc >= options.BegunUtc ? "中断之前已经导入。" : "以前已经导入，没有做任何改动。")
            {
                Citation = issue?.Citation(),
                Path = issues[row.IssueId].Item.Path,
                Documents = issue?.Sections.SelectMany(s => s.Entries).Count(e => e.ItemId is not null) ?? 0,
                Serious = doubts.GetValueOrDefault((row.IssueId, DoubtSeverity.Serious)),
                Warnings = doubts.GetValueOrDefault((row.IssueId, DoubtSeverity.Warning)),
                Hints = doubts.GetValueOrDefault((row.IssueId, DoubtSeverity.Hint)),
            };
        })];
    }

    private async Task<BatchLine> IssueAsync(IssueText text, BatchOptions options, Seen seen, Action<string> tell)
    {
        var name = text.Parts == 1 ? text.File.Name : $"{text.File.Name}（第{text.Part}期，共{text.Parts}期）";
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<GazetteImporter>().ImportAsync(
                text,
                new ImportOptions
                {
                    Publish = options.Publish,
                    MayWrite = options.MayWrite,
                    Objects = masthead =>
                    {
                        tell(masthead.Citation);
                        return seen.Issues.TryAdd((masthead.Year, masthead.Number), name) ? null
                            : $"与“{seen.Issues[(masthead.Year, masthead.Number)]}”是同一期（{masthead.Citation}）。请留下一个文件，拿走另一个，再导入。";
                    },
                },
                options.Steps);
            return Line(name, text, report);
        }
        catch (ContentRefusedException refused)
        {
            return new(name, BatchOutcome.Refused, refused.Message);
        }
#pragma warning disable CA1031 // Whatever is wrong with one issue must not stop the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Unexpected(name, fault);
        }
    }

    private static BatchLine Line(string name, IssueText text, ImportReport report) => new(
        name,
        report.ChangedAnything ? BatchOutcome.Imported : BatchOutcome.Unchanged,
        string.Concat((string[])[.. report.ChangedAnything ? Array.Empty<string>() : ["内容与门户里的一致，没有做任何改动。"], .. text.Notes]))
    {
        Citation = report.Issue.Masthead.Citation,
        Path = report.Path,
        Documents = report.Documents.Count,
        Serious = report.Issue.Doubts.Count(d => d.Severity == DoubtSeverity.Serious),
        Warnings = report.Issue.Doubts.Count(d => d.Severity == DoubtSeverity.Warning),
        Hints = report.Issue.Doubts.Count(d => d.Severity == DoubtSeverity.Hint),
        Published = report.PublishedNow,
        Report = report,
    };

    private BatchLine Unexpected(string name, Exception fault)
    {
        log.LogError(fault, "Importing {File} failed", name);
        return new(name, BatchOutcome.Refused, "出了意外的错误，没有导入；别的文件不受影响。请再导入一次；还不行，请系统管理员查看日志。");
    }

    /// <summary>What this run met so far: files by hash, issues by year and number.</summary>
    private sealed record Seen
    {
        public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

        public Dictionary<(int? Year, int? Number), string> Issues { get; } = [];
    }
}
