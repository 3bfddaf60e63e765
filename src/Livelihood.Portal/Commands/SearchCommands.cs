using System.CommandLine;
using Livelihood.Search.Index;
using Spectre.Console;

namespace Livelihood.Portal.Commands;

/// <summary><c>search rebuild</c>: enters everything that is published into the search index anew.</summary>
internal static class SearchCommands
{
    public static Command Create()
    {
        var rebuild = new Command("rebuild", "重建搜索索引；网站可以照常运行");
        rebuild.SetAction((_, cancellation) => CommandScope.RunAsync(async services =>
        {
            var index = services.GetRequiredService<IndexRebuild>();
            var done = Console.IsOutputRedirected
                ? await index.RunAsync(progress: null, cancellation)
                : await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
                    .StartAsync(context => index.RunAsync(new Bar(context.AddTask("重建索引")), cancellation));
            Console.WriteLine($"搜索索引已重建：共 {done} 篇。");
            return 0;
        }, cancellation));
        return new Command("search", "搜索") { rebuild };
    }

    private sealed class Bar(ProgressTask task) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Total == 0 ? 1 : value.Done;
        }
    }
}
