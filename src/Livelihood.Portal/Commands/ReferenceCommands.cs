using System.CommandLine;
using Livelihood.Content.References;

namespace Livelihood.Portal.Commands;

/// <summary><c>references rebuild</c>: reads anew which documents the published texts refer to.</summary>
internal static class ReferenceCommands
{
    public static Command Create()
    {
        var rebuild = new Command("rebuild", "重读全部公开文本里引用了哪些文件；网站可以照常运行");
        rebuild.SetAction((_, cancellation) => CommandScope.RunAsync(async services =>
        {
            var done = await services.GetRequiredService<ReferenceRebuild>().RunAsync(cancellation);
            Console.WriteLine($"引用关系已重建：共 {done} 篇。");
            return 0;
        }, cancellation));
        return new Command("references", "文件之间的引用") { rebuild };
    }
}
