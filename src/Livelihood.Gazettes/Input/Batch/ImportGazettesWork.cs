using Livelihood.Content.Items;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Work;

namespace Livelihood.Gazettes.Input.Batch;

/// <summary>What to import.</summary>
/// <param name="Upload">The upload; see <see cref="BatchUploads"/>.</param>
/// <param name="BegunUtc">When it was asked for.</param>
internal sealed record GazetteOrder(Guid Upload, DateTimeOffset BegunUtc);

/// <summary>
/// Imports uploaded issues as drafts, as long work. Begun again after a crash, it knows what it imported by the files'
/// hashes and goes on with the rest.
/// </summary>
internal sealed class ImportGazettesWork(BatchImport import, BatchUploads uploads, GazetteFileReader reader, StaffAccess access) : IWorkHandler
{
    public const string KindName = "gazette.import";

    public string Kind => KindName;

    public async Task RunAsync(WorkRun run, CancellationToken cancellation)
    {
        var order = run.Input<GazetteOrder>();
        var report = new BatchReport();
        var isInterrupted = false;
        try
        {
            run.Report(0, 0, "正在清点文件");
            using var batch = await BatchFiles.OpenAsync(uploads.PathOf(order.Upload), reader, cancellation);
            await ImportAsync(run, batch.Files, order, report, cancellation);
        }
        catch (ContentRefusedException refused)
        {
            throw new WorkRefusedException(refused.Message, refused);
        }
        catch (OperationCanceledException)
        {
            isInterrupted = true;
            throw;
        }
        finally
        {
            await ReportAsync(run, report);
            // Stopped by the person, or by the server: the latter goes on at its next start and needs the files.
            if (!isInterrupted)
            {
                uploads.Remove(order.Upload);
            }
        }
    }

    private async Task ImportAsync(WorkRun run, IReadOnlyList<BatchFile> files, GazetteOrder order, BatchReport report, CancellationToken cancellation)
    {
        var options = new BatchOptions
        {
            MayWrite = agency => access.MayAsync(run.Person, Permissions.EditContent, agency.Id),
            BegunUtc = order.BegunUtc,
            Progress = new Told(run),
        };
        await foreach (var line in import.RunAsync(files, options, cancellation))
        {
            report.Add(line);
            run.Add(line.ToString());
        }

        run.Report(files.Count, files.Count, "写报告");
        run.LeadTo(report.Lines is [{ Path: { } path }] ? "/console" + path : "/console/gazettes");
    }

    private static async Task ReportAsync(WorkRun run, BatchReport report)
    {
        if (report.Lines.Count == 0)
        {
            return;
        }

        run.Add(report.Summary);
        using var csv = new MemoryStream(report.ToCsv(), writable: false);
        await run.AttachAsync(csv, "公报导入报告.csv");
    }

    // Where the person asked to stop, the import itself stops: between two issues, not inside one.
    private sealed class Told(WorkRun run) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => run.Show(value.Done, value.Total, value.ToString());
    }
}
