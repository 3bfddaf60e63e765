using System.CommandLine;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;
using Spectre.Console;

namespace Livelihood.Portal.Commands;

/// <summary><c>gazette import</c>: brings the text of a printed issue into the portal.</summary>
internal static class GazetteCommands
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "公报全文（.txt；UTF-8、GB18030，或者带标记的UTF-16）" };
        var publish = new Option<bool>("--publish") { Description = "导入后立即发布；不加则存为草稿，在工作台里核对、发布" };
        var import = new Command("import", "导入一期公报；同一文件再次导入不做任何改动") { file, publish };
        import.SetAction((parsed, cancellation) => CommandScope.RunAsync(async services =>
        {
            var path = parsed.GetValue(file)!;
            if (!path.Exists)
            {
                await Console.Error.WriteLineAsync($"找不到文件：{path.FullName}。请检查路径。");
                return CommandScope.Refused;
            }

            if (path.Length > GazetteText.LargestBytes)
            {
                await Console.Error.WriteLineAsync($"文件超过{GazetteText.LargestBytes / 1024 / 1024}兆字节，不像一期公报的文本。请一期一个文件导入。");
                return CommandScope.Refused;
            }

            var bytes = await File.ReadAllBytesAsync(path.FullName, cancellation);
            var report = await WithProgressAsync(progress => services.GetRequiredService<GazetteImporter>()
                .ImportAsync(bytes, new ImportOptions { Publish = parsed.GetValue(publish) }, progress, cancellation));
            GazetteReport.Print(report);
            return 0;
        }, cancellation));
        return new Command("gazette", "政府公报") { import };
    }

    private static Task<ImportReport> WithProgressAsync(Func<IProgress<ImportProgress>, Task<ImportReport>> work) =>
        Console.IsOutputRedirected ? work(new Lines()) : AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => work(new Bars(context)));

    /// <summary>One line for each phase, where no bar can be drawn.</summary>
    private sealed class Lines : IProgress<ImportProgress>
    {
        private string? _phase;

        public void Report(ImportProgress value)
        {
            if (_phase != value.Phase)
            {
                Console.WriteLine($"{_phase = value.Phase}……");
            }
        }
    }

    /// <summary>One bar for each phase.</summary>
    private sealed class Bars(ProgressContext context) : IProgress<ImportProgress>
    {
        private readonly Dictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

        public void Report(ImportProgress value)
        {
            if (!_bars.TryGetValue(value.Phase, out var bar))
            {
                _bars[value.Phase] = bar = context.AddTask(value.Phase);
            }

            (bar.MaxValue, bar.Value) = (Math.Max(1, value.Total), value.Done);
        }
    }
}
