using Livelihood.TestSupport;
using Livelihood.TestSupport.RuleBooks;

namespace Livelihood.Benchmarks.Deadlines;

/// <summary><c>rules</c>: writes docs/rules.md anew.</summary>
internal static class RulesCommand
{
    public static int Run()
    {
        var path = Repository.PathOf("docs", "rules.md");
        File.WriteAllText(path, RulesTable.Write());
        Console.WriteLine($"{RuleBook.All.Count} rules written to {path}");
        return 0;
    }
}
