using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Gazettes.Import;
using Livelihood.Platform.Agencies;

namespace Livelihood.Gazettes.Digitising;

/// <summary>Names of agencies that the directory does not have, with the near ones that it has or had.</summary>
public sealed class AgencyDoubts(IAgencyDirectory directory)
{
    private const int Most = 3;

    public async Task<IReadOnlyList<Doubt>> FindAsync(PrintedIssue issue, CancellationToken cancellation)
    {
        var agencies = new IssuingAgencies(directory);
        var publisher = await agencies.PublisherAsync(issue.Masthead, cancellation);
        string[] names = [.. (await directory.AllAsync(cancellation)).SelectMany(a => a.FormerNames.Select(f => f.Name).Prepend(a.Name)).Distinct()];
        var doubts = new List<Doubt>();
        foreach (var document in issue.Documents)
        {
            var issuer = await agencies.OfAsync(document, publisher, cancellation);
            if (issuer.Unknown.Count > 0)
            {
                doubts.Add(new(
                    DoubtCode.AgencyUnknown,
                    $"机关名录里没有“{string.Join("、", issuer.Unknown)}”，文件归在{issuer.Agency.Name}名下。请核对，或者先登记机关。",
                    [document.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Signature)?.Lines ?? document.Lines],
                    DoubtSeverity.Hint)
                {
                    Propose = () => Near(document, issuer.Names, issuer.Unknown[0], names),
                    Own = new SetField(document.Lines.First, DocumentField.Signature, string.Join('、', issuer.Names)),
                });
            }
        }

        return doubts;
    }

    private static List<Proposal> Near(PrintedDocument document, IReadOnlyList<string> signed, string unknown, string[] names) =>
        [.. names.Select(n => (Name: n, Distance: Distance(unknown, n))).Where(n => n.Distance <= Math.Max(2, unknown.Length / 3)).OrderBy(n => n.Distance).Take(Most)
            .Select(n => new Proposal($"署名改为{n.Name}", new SetField(document.Lines.First, DocumentField.Signature, string.Join('、', signed.Select(s => s == unknown ? n.Name : s)))))];

    /// <summary>Edit distance; names are short.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var value = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], value);
            }
        }

        return row[b.Length];
    }
}
