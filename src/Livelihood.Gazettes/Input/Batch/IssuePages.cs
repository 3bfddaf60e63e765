using System.Text;
using System.Text.RegularExpressions;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;

namespace Livelihood.Gazettes.Input.Batch;

/// <summary>
/// Scanners often write a text file for each page (001.txt, 002.txt …). Such files in one folder are one issue where not
/// more than one of them has a masthead with contents, or all that have one name the same issue.
/// </summary>
internal static partial class IssuePages
{
    /// <summary>Within so many pages an issue has shown its number and its contents.</summary>
    private const int FrontPages = 5;

    /// <summary>The files, page files of one issue joined to one.</summary>
    public static async Task<IReadOnlyList<BatchFile>> JoinAsync(
        IReadOnlyList<BatchFile> files, GazetteFileReader reader, CancellationToken cancellation)
    {
        var joined = new List<BatchFile>(files.Count);
        var series = files.Where(f => f.IsText).GroupBy(SeriesOf).Where(g => g.Key is not null && g.Count() > 1).ToDictionary(g => g.Key!, g => g.ToList());
        foreach (var file in files)
        {
            if (!file.IsText || SeriesOf(file) is not { } key || !series.TryGetValue(key, out var pages))
            {
                joined.Add(file);
            }
            else if (pages[0] == file && await AreOneIssueAsync(pages, reader, cancellation))
            {
                joined.Add(new(NameOf(key, pages.Count), c => ReadAsync(NameOf(key, pages.Count), pages, reader, c)));
            }
            else if (pages[0] == file)
            {
                series.Remove(key);
                joined.Add(file);
            }
        }

        return joined;
    }

    private static string? SeriesOf(BatchFile file) => Numbered().Match(file.Name) is { Success: true } match ? match.Groups["series"].Value : null;

    private static string NameOf(string series, int pages) => $"{series.TrimEnd('/', '-', '_', ' ', '.')}（{pages}个页面文件）";

    private static async Task<bool> AreOneIssueAsync(List<BatchFile> pages, GazetteFileReader reader, CancellationToken cancellation)
    {
        FrontPage? whole = null;
        var (hasNumber, hasContents) = (false, false);
        foreach (var (index, page) in pages.Index())
        {
            var front = await FrontAsync(page, reader, cancellation);
            if (front is { IsWhole: true })
            {
                if (whole is not null && (whole.Year, whole.Number) != (front.Year, front.Number))
                {
                    return false;
                }

                whole = front;
            }

            // A cover with the number, the contents on a page of their own.
            hasNumber |= index < FrontPages && front?.Number is not null;
            hasContents |= index < FrontPages && front?.HasContents == true;
        }

        return hasNumber && hasContents;
    }

    private static async Task<FrontPage?> FrontAsync(BatchFile page, GazetteFileReader reader, CancellationToken cancellation)
    {
        try
        {
            return FrontPage.Of((await reader.TextAsync(await page.ReadAsync(cancellation), cancellation)).Text);
        }
        catch (GazetteRefusedException)
        {
            return null; // An empty page, or one that cannot be read: the others decide.
        }
    }

    private static async Task<GazetteFile> ReadAsync(string name, List<BatchFile> pages, GazetteFileReader reader, CancellationToken cancellation)
    {
        var numbers = pages.ConvertAll(p => int.Parse(Numbered().Match(p.Name).Groups["number"].ValueSpan));
        var missing = Enumerable.Range(numbers[0], numbers[^1] - numbers[0] + 1).Except(numbers).ToList();
        if (missing.Count > 0)
        {
            throw new GazetteRefusedException(
                UnreadableReason.NotAGazette, $"这一期的页面文件不全，缺第{string.Join('、', missing.Take(20))}{(missing.Count > 20 ? "……" : "")}个。请补齐，再导入。");
        }

        var text = new StringBuilder();
        foreach (var page in pages)
        {
            var file = await page.ReadAsync(cancellation);
            try
            {
                text.Append(text.Length > 0 ? "\n\f" : "").Append((await reader.TextAsync(file, cancellation)).Text);
            }
            catch (GazetteRefusedException refused) when (refused.Reason == UnreadableReason.Empty)
            {
                text.Append(text.Length > 0 ? "\n\f" : ""); // a blank page
            }
            catch (GazetteRefusedException refused)
            {
                throw new GazetteRefusedException(refused.Reason, $"页面文件“{page.Name}”：{refused.Message}");
            }
        }

        return new(name, Encoding.UTF8.GetBytes(text.ToString()));
    }

    [GeneratedRegex(@"^(?<series>(?:.*[^0-9])?)(?<number>[0-9]{1,4})\.txt$", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
