using Livelihood.Content.Items;
using Livelihood.Platform.Files;
using Livelihood.Platform.Time;
using Livelihood.Platform.Work;

namespace Livelihood.Content.Recipes.Export;

/// <summary>Exports a selection as a recipe, as long work.</summary>
internal sealed class ExportRecipeWork(RecipeExporter exporter, ChinaClock clock) : IWorkHandler
{
    public const string KindName = "recipe.export";

    public string Kind => KindName;

    public async Task RunAsync(WorkRun run, CancellationToken cancellation)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
            var report = await exporter.WriteAsync(
                run.Input<RecipeSelection>(), run.Person, file, (done, all) => run.Report(done, all, "正在写出内容"), cancellation);
            file.Position = 0;
            await run.AttachAsync(file, $"导出的内容-{clock.Today:yyyyMMdd}.zip", cancellation);
            run.Add($"导出了{report.Items}项内容、{report.Files}个文件。");
            run.Add("在别的平台的“配方”页面上传这个压缩包就可以导入；重复导入不会重复。");
        }
        catch (ContentRefusedException refused)
        {
            throw new WorkRefusedException(refused.Message, refused);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

/// <summary>What to import.</summary>
/// <param name="FileHash">The upload, in the file store.</param>
/// <param name="FileName">Its name.</param>
internal sealed record RecipeUpload(string FileHash, string FileName);

/// <summary>Runs an uploaded recipe, as long work: all of it, or nothing.</summary>
internal sealed class ImportRecipeWork(IRecipeExecutor recipes, IFileStore files) : IWorkHandler
{
    public const string KindName = "recipe.import";

    public string Kind => KindName;

    public async Task RunAsync(WorkRun run, CancellationToken cancellation)
    {
        var upload = run.Input<RecipeUpload>();
        await using var content = files.Open(upload.FileHash) ?? throw new WorkRefusedException("上传的文件不在了，请重新上传。");
        try
        {
            using var archive = await RecipeArchive.OpenAsync(content, upload.FileName, cancellation);
            var steps = 0;
            await recipes.ExecuteAsync(
                archive.RecipePath,
                new Told(text =>
                {
                    run.Add(text);
                    run.Report(++steps, 0, text);
                }),
                cancellation: cancellation);
            run.Add("配方已执行。");
            run.LeadTo("/console/content");
        }
        catch (ContentRefusedException refused)
        {
            throw new WorkRefusedException(refused.Message, refused);
        }
    }

    // Not Progress<T>: it would report on another thread, after the work has ended.
    private sealed class Told(Action<string> tell) : IProgress<string>
    {
        public void Report(string value) => tell(value);
    }
}
