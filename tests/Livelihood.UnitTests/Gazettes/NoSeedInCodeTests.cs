using System.Text.RegularExpressions;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>The importer must not know the issue that it was built with: nothing of it stands in the code. The demonstration's facts are content (content-recipes), not code.</summary>
public sealed partial class NoSeedInCodeTests
{
    private const int ShortestTellingLine = 8;

    /// <summary>The law that letters of the disclosure module have to cite by its full title; the issue prints it too.</summary>
    private const string Cited = "中华人民共和国政府信息公开条例";

    private static readonly string[] Kinds = [".cs", ".cshtml", ".js", ".ts", ".css", ".scss", ".razor", ".resx", ".sql"];

    [Fact]
    public void NoLineTitleNumberOrName_OfTheRealIssue_StandsInTheCode()
    {
        var seed = Seeds.Read("gazette-2019-06.txt");
        var telling = Telling(seed).Distinct().ToList();
        Assert.InRange(telling.Count, 500, 5000);

        var found = new List<string>();
        var files = 0;
        foreach (var path in Code())
        {
            files++;
            var text = File.ReadAllText(path);
            var mayCite = path.Contains("Livelihood.Disclosure", StringComparison.Ordinal);
            found.AddRange(telling.Where(t => text.Contains(t, StringComparison.Ordinal) && !(mayCite && t == Cited)).Select(t => $"{Path.GetFileName(path)}: {t}"));
        }

        Assert.True(files > 500, $"only {files} files were searched");
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>Lines of eight Chinese characters or more, document numbers, and whoever is named in the masthead or in brackets with an office.</summary>
    private static IEnumerable<string> Telling(string seed)
    {
        foreach (var line in seed.Split('\n').Select(l => l.Trim().TrimStart('-').Trim().TrimEnd('\r')))
        {
            if (line.Count(c => c is >= '\u4e00' and <= '\u9fff') >= ShortestTellingLine)
            {
                yield return line;
            }

            foreach (Match number in Number().Matches(line))
            {
                yield return number.Value;
            }

            if (Person().Match(line) is { Success: true } person && person.Groups["name"].Value != "编辑部")
            {
                yield return person.Groups["name"].Value;
            }
        }
    }

    private static IEnumerable<string> Code()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Livelihood.Portal.sln")))
        {
            root = root.Parent;
            Assert.SkipWhen(root is null, "The repository is not there.");
        }

        return new[] { "src", "themes" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(root.FullName, f), "*", SearchOption.AllDirectories))
            .Where(f => Kinds.Contains(Path.GetExtension(f)) && !f.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or "node_modules"));
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]{2,6}〔20\d\d〕\d+号")]
    private static partial Regex Number();

    /// <summary>A name of three characters before an office in brackets, or after a role.</summary>
    [GeneratedRegex(@"^(?:[\u4e00-\u9fff ]{2,5}[：:])?(?<name>[\u4e00-\u9fff]{3})(?:（[^）]*[长任记]）)?$")]
    private static partial Regex Person();
}
