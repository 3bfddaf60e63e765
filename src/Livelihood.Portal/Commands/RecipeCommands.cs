using System.CommandLine;
using Livelihood.Content.Recipes;

namespace Livelihood.Portal.Commands;

/// <summary><c>recipe run</c>: runs a recipe file.</summary>
internal static class RecipeCommands
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "配方文件（*.recipe.json）" };
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

            await services.GetRequiredService<IRecipeExecutor>().ExecuteAsync(
                path.FullName,
                new CommandScope.Progress(),
                parameters.DistinctBy(p => p[0]).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase),
                cancellation);
            Console.WriteLine("配方已执行。");
            return 0;
        }, cancellation));
        return new Command("recipe", "配方") { run };
    }
}
