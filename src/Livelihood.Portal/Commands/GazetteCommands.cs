using System.CommandLine;
using System.Runtime.InteropServices;
using Livelihood.Gazettes.Input;
using Livelihood.Gazettes.Input.Batch;

namespace Livelihood.Portal.Commands;

/// <summary><c>gazette import</c>: brings printed issues into the portal: one file, a folder, or a zip.</summary>
internal static class GazetteCommands
{
    /// <summary>Stopped by Ctrl+C or a signal; what shells expect of that.</summary>
    private const int Stopped = 130;

    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "公报的文件（.txt、.docx、带文字层的.pdf）、文件夹或者压缩包（.zip）" };
        var publish = new Option<bool>("--publish") { Description = "导入后立即发布；不加则存为草稿，在工作台里核对、发布" };
        var report = new Option<FileInfo?>("--report") { Description = "把逐个文件的结果写到这个文件（.csv或者.json）" };
        var import = new Command("import", "导入公报；导入过的文件再次导入不做任何改动，中断后再次运行接着导入") { path, publish, report };
        import.SetAction((parsed, cancellation) => CommandScope.RunAsync(
            services => ImportAsync(services, parsed.GetValue(path)!, parsed.GetValue(publish), parsed.GetValue(report), cancellation), cancellation));
        return new Command("gazette", "政府公报") { import };
    }

    private static async Task<int> ImportAsync(
        IServiceProvider services, string path, bool publish, FileInfo? reportFile, CancellationToken cancellation)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            await Console.Error.WriteLineAsync($"找不到文件或者文件夹：{Path.GetFullPath(path)}。请检查路径。");
            return CommandScope.Refused;
        }

        if (reportFile is not null && reportFile.Extension.ToLowerInvariant() is not (".csv" or ".json"))
        {
            await Console.Error.WriteLineAsync($"报告只能写成.csv或者.json，现为“{reportFile.Name}”。请改一个文件名。");
            return CommandScope.Refused;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var batch = await BatchFiles.OpenAsync(path, services.GetRequiredService<GazetteFileReader>(), stop.Token);
        var report = new BatchReport();
        var display = new GazetteProgress(isBatch: batch.Files.Count > 1);
        var isStopped = await display.RunAsync(
            services.GetRequiredService<BatchImport>(), batch.Files, new BatchOptions { Publish = publish }, report, stop.Token);
        await display.PrintAsync(report, isStopped ? batch.Files.Count : null);
        if (reportFile is not null)
        {
            await File.WriteAllBytesAsync(
                reportFile.FullName, reportFile.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase) ? report.ToJson() : report.ToCsv(), CancellationToken.None);
            Console.WriteLine($"报告：{reportFile.FullName}");
        }

        return isStopped ? Stopped : report.HasRefused ? CommandScope.Refused : 0;

        void Stop(PosixSignalContext signal)
        {
            // The first one ends the work between two issues; a second one ends the program.
            signal.Cancel = !stop.IsCancellationRequested;
            if (signal.Cancel)
            {
                Console.Error.WriteLine("正在停止：导完手头这一期就停。再按一次Ctrl+C立即退出。");
                stop.Cancel();
            }
        }
    }
}
