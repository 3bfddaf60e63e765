using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Input.Batch;
using Spectre.Console;

namespace Livelihood.Portal.Commands;

/// <summary>Shows how far an import is: a bar on a terminal, a line for each file where the output goes elsewhere.</summary>
/// <param name="isBatch">Whether there are several files; of a single one everything that was read is told.</param>
internal sealed class GazetteProgress(bool isBatch)
{
    private ImportReport? _single;

    /// <summary>Imports, and collects the lines; true where it was stopped before the end.</summary>
    public Task<bool> RunAsync(BatchImport import, IReadOnlyList<BatchFile> files, BatchOptions options, BatchReport report, CancellationToken cancellation) =>
        Console.IsOutputRedirected
            ? RunAsync(import, files, options, report, Told, cancellation)
            : AnsiConsole.Progress().Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
                .StartAsync(context => OnTerminalAsync(context, import, files, options, report, cancellation));

    /// <summary>Prints the outcome; refusals go to the error output as well.</summary>
    /// <param name="report">What was done.</param>
    /// <param name="total">How many files there were, where the import was stopped; otherwise null.</param>
    public async Task PrintAsync(BatchReport report, int? total)
    {
        if (!isBatch && _single is not null && report.Lines is [var line])
        {
            GazetteReport.Print(_single);
            if (line.Message.Length > 0 && line.Outcome == BatchOutcome.Imported)
            {
                GazetteReport.Line(line.Message);
            }
        }
        else if (report.Lines.Any(l => l.Outcome != BatchOutcome.Refused) || report.Lines.Count > 1)
        {
            GazetteReport.Print(report);
        }

        foreach (var refused in report.Lines.Where(l => l.Outcome == BatchOutcome.Refused))
        {
            await Console.Error.WriteLineAsync($"{refused.File}：{refused.Message}");
        }

        if (total is { } all)
        {
            await Console.Error.WriteLineAsync($"已停止：{all}个文件里处理了{report.Lines.Count}个。再次运行同一条命令，从停下的地方接着导入。");
        }
    }

    private async Task<bool> OnTerminalAsync(
        ProgressContext context, BatchImport import, IReadOnlyList<BatchFile> files, BatchOptions options, BatchReport report, CancellationToken cancellation)
    {
        var bar = context.AddTask("导入公报", maxValue: files.Count);
        var told = options with
        {
            Progress = new Sink<BatchProgress>(p => (bar.Value, bar.Description) = (p.Done, Markup.Escape(p.ToString()))),
            Steps = isBatch ? null : new Sink<ImportProgress>(s => (bar.MaxValue, bar.Value, bar.Description) = (s.Total, s.Done, s.Phase)),
        };
        var isStopped = await RunAsync(import, files, told, report, _ => { }, cancellation);
        bar.Value = isStopped ? bar.Value : bar.MaxValue;
        return isStopped;
    }

    private async Task<bool> RunAsync(
        BatchImport import, IReadOnlyList<BatchFile> files, BatchOptions options, BatchReport report, Action<BatchLine> tell, CancellationToken cancellation)
    {
        try
        {
            await foreach (var line in import.RunAsync(files, options, cancellation))
            {
                report.Add(line);
                tell(line);
                _single = isBatch ? null : line.Report;
            }

            return false;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return true;
        }
    }

    private void Told(BatchLine line)
    {
        if (isBatch)
        {
            Console.WriteLine(line);
        }
    }

    // Not Progress<T>: it would report on another thread, after the work has ended.
    private sealed class Sink<T>(Action<T> take) : IProgress<T>
    {
        public void Report(T value) => take(value);
    }
}
