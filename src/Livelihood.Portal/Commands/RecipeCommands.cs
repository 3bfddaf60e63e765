using System.CommandLine;
using Livelihood.Content.Recipes;
using Livelihood.Content.Recipes.Export;

namespace Livelihood.Portal.Commands;

/// <summary><c>recipe run</c>: runs a recipe file; <c>recipe export</c>: writes content as one.</summary>
internal static class RecipeCommands
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "配方文件（*.recipe.json），或者导出的压缩包（*.zip）" };
        var given = new Option<string[]>("--parameter") { Description = "配方要的参数，写作 名称=值；可以给出多个" };
        var run = new Command("run", "执行配方；出错时不做任何改动") { file, given };
        run.SetAction((parsed, cancellation) => CommandScope.RunAsync(async services =>
        {
            var path = parsed.GetValue(file)!;
            if (!path.Exists)
            {
                await Console.Error.WriteLineAsync($"找不到文件：{path.FullName}。请检查路径。");
                return CommandScope.Refused;
            }

            var parameters = (parsed.GetValue(given) ?? []).Select(p => p.Split('=', 2)).ToList();
            if (parameters.Find(p => p.Length < 2 || p[0].Length == 0) is { } unclear)
            {
                await Console.Error.WriteLineAsync($"参数应当写作 名称=值，现为“{string.Join('=', unclear)}”。");
                return CommandScope.Refused;
            }

            await using var upload = path.OpenRead();
            using var archive = path.Extension.Equals(".zip", StringComparison.OrdinalIgnoreCase) ? await RecipeArchive.OpenAsync(upload, path.Name, cancellation) : null;
            await services.GetRequiredService<IRecipeExecutor>().ExecuteAsync(
                archive?.RecipePath ?? path.FullName,
                new CommandScope.Progress(),
                parameters.DistinctBy(p => p[0]).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase),
                cancellation);
            Console.WriteLine("配方已执行。");
            return 0;
        }, cancellation));
        return new Command("recipe", "配方") { run, CreateExport() };
    }

    private static Command CreateExport()
    {
        var file = new Argument<FileInfo>("file") { Description = "写到哪个压缩包（*.zip）" };
        var type = new Option<string?>("--type") { Description = "内容类型，如 Notice；不写：全部" };
        var agency = new Option<string?>("--agency") { Description = "机关编码，如 SMX-ZFB；不写：全部" };
        var year = new Option<int?>("--year") { Description = "索引号的年份；不写：全部" };
        var drafts = new Option<bool>("--drafts") { Description = "最新版本，包括草稿；不写：已发布的版本" };
        var export = new Command("export", "把内容导出为配方，连同所用的文件") { file, type, agency, year, drafts };
        export.SetAction((parsed, cancellation) => CommandScope.RunAsync(async services =>
        {
            var selection = new RecipeSelection
            {
                Type = parsed.GetValue(type),
                AgencyId = parsed.GetValue(agency),
                Year = parsed.GetValue(year),
                Drafts = parsed.GetValue(drafts),
            };
            // Beside its place first: a broken export must not stand where a whole one is expected.
            var target = parsed.GetValue(file)!.FullName;
            var unfinished = target + ".unfinished";
            try
            {
                ExportReport report;
                await using (var output = File.Create(unfinished))
                {
                    report = await services.GetRequiredService<RecipeExporter>().WriteAsync(selection, person: null, output, cancellation: cancellation);
                }

                File.Move(unfinished, target, overwrite: true);
                Console.WriteLine($"导出了{report.Items}项内容、{report.Files}个文件：{target}");
                return 0;
            }
            finally
            {
                File.Delete(unfinished);
            }
        }, cancellation));
        return export;
    }
}
