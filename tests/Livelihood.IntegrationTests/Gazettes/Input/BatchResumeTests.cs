using Livelihood.Gazettes.Input;
using Livelihood.Gazettes.Input.Batch;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes.Input;

/// <summary>A batch that breaks off goes on where it stopped; its memory does not grow with the number of issues.</summary>
public abstract class BatchResumeTests(PortalFixture portal)
{
    private async Task<BatchReport> RunAsync(string folder, BatchOptions? options = null, int? stopAfter = null)
    {
        using var stop = new CancellationTokenSource();
        var report = new BatchReport();
        using var batch = await BatchFiles.OpenAsync(folder, portal.Services.GetRequiredService<GazetteFileReader>());
        try
        {
            await foreach (var line in portal.Services.GetRequiredService<BatchImport>().RunAsync(batch.Files, options ?? new(), stop.Token))
            {
                report.Add(line);
                if (report.Lines.Count == stopAfter)
                {
                    await stop.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (stopAfter is not null)
        {
            // That was asked for.
        }

        return report;
    }

    private string Folder(params int[] numbers)
    {
        var folder = Directory.CreateDirectory(Path.Combine(portal.DataFolder, Guid.NewGuid().ToString("N"))).FullName;
        foreach (var number in numbers)
        {
            PrintedIssueText.FileIn(folder, $"第{number}号.txt", PrintedIssueText.BytesOf(number));
        }

        return folder;
    }

    private Task<int> EntriesAsync() => portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().CountAsync());

    [Fact]
    public async Task A_stopped_batch_goes_on_and_says_what_was_there()
    {
        var folder = Folder(201, 202, 203, 204, 205);

        var first = await RunAsync(folder, stopAfter: 2);
        var second = await RunAsync(folder);
        var entries = await EntriesAsync();
        var third = await RunAsync(folder);

        Assert.Equal(2, first.Count(BatchOutcome.Imported));
        Assert.Equal((3, 2), (second.Count(BatchOutcome.Imported), second.Count(BatchOutcome.Unchanged)));
        Assert.Contains("以前已经导入", second.Lines[0].Message);
        Assert.Equal(2, second.Lines[0].Documents);
        Assert.Equal(5, third.Count(BatchOutcome.Unchanged));
        Assert.Equal(entries, await EntriesAsync());
    }

    [Fact]
    public async Task Drafts_are_published_by_a_later_run_that_says_so()
    {
        var folder = Folder(211, 212);
        await RunAsync(folder);

        var published = await RunAsync(folder, new() { Publish = true });
        var again = await RunAsync(folder, new() { Publish = true });

        Assert.All(published.Lines, l => Assert.Equal(3, l.Published));
        Assert.All(again.Lines, l => Assert.Equal((BatchOutcome.Unchanged, 0), (l.Outcome, l.Published)));
        using var visitor = portal.NewVisitor();
        await visitor.GetPageAsync(PrintedIssueText.AddressOf(212));
    }

    [Fact]
    public async Task What_an_interrupted_run_of_the_same_work_did_counts_as_imported()
    {
        var folder = Folder(221, 222);
        var begun = portal.Clock.GetUtcNow();
        await RunAsync(folder, stopAfter: 1);

        var resumed = await RunAsync(folder, new() { BegunUtc = begun });

        Assert.Equal(2, resumed.Count(BatchOutcome.Imported));
        Assert.Contains("中断之前", resumed.Lines[0].Message);
    }

    [Fact]
    public async Task Page_files_and_issues_in_one_folder_are_told_apart()
    {
        var folder = Folder(231);
        var pages = Directory.CreateDirectory(Path.Combine(folder, "1998年第232号")).FullName;
        var text = PrintedIssueText.Of(232);
        var half = text.IndexOf("三门峡市人民政府办公室\n关于", StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(Path.Combine(pages, "001.txt"), text[..half]);
        await System.IO.File.WriteAllTextAsync(Path.Combine(pages, "002.txt"), text[half..]);

        var report = await RunAsync(folder);

        Assert.Equal(2, report.Count(BatchOutcome.Imported));
        Assert.Contains(report.Lines, l => l is { Citation: "2022年第232号", Documents: 2 } && l.File.EndsWith("（2个页面文件）", StringComparison.Ordinal));
    }
}

[Trait("Database", "SQLite")]
public sealed class BatchResumeTestsOnSqlite(SqlitePortal portal) : BatchResumeTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class BatchResumeTestsOnPostgres(PostgresPortal portal) : BatchResumeTests(portal), IClassFixture<PostgresPortal>;
