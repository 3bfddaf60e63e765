using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Livelihood.Gazettes.Edition.Printing;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Files;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes;

/// <summary>A whole issue through Chromium, and the file looked at with poppler's tools: what readers, screen readers and archives need of it.</summary>
public sealed partial class IssuePrinterTests(SqlitePortal portal) : IClassFixture<SqlitePortal>
{
    private const int Documents = 12;

    private IssuePrinter Printer => portal.Services.GetRequiredService<IssuePrinter>();

    [Fact]
    public async Task Issue_IsTaggedBookmarkedSearchableAndItsContentsNameTheTruePages()
    {
        Assert.SkipUnless(Printer.Availability.IsAvailable, "There is no Chromium on PATH.");
        var issue = SampleIssue.Of(Documents, 24_000);

        var printed = await Printer.PrintAsync(issue);

        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "issue.pdf");
        await File.WriteAllBytesAsync(file, printed.Pdf);
        var about = await RunAsync("pdfinfo", folder, file);
        Assert.Matches(@"Title:\s+云岭市人民政府公报 2026年第3号", about);
        Assert.Matches(@"Tagged:\s+yes", about);
        Assert.Matches(@"Page size:\s+59\d\.\d+ x 84\d\.\d+ pts \(A4\)", about);
        Assert.Matches($@"Pages:\s+{printed.Pages}\b", about);
        Assert.Contains("/Lang (zh-CN)", Encoding.Latin1.GetString(printed.Pdf));
        AssertEmbedded(await RunAsync("pdffonts", folder, file));
        var pages = (await TextAsync(folder, "-enc", "UTF-8", "-layout", file)).Split('\f');
        AssertContents(pages, printed);
        AssertHeadsAndNumbers(pages, printed);
        AssertBookmarks(Encoding.Latin1.GetString(printed.Pdf));
        Assert.Contains(SampleIssue.Rare, Squeeze(string.Concat(pages)));
        Assert.DoesNotContain("http", string.Concat(pages));
        Assert.DoesNotContain("校样", string.Concat(pages));
    }

    private static void AssertEmbedded(string fonts)
    {
        var lines = fonts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(lines);
        // The last columns: emb sub uni object ID.
        Assert.All(lines, line => Assert.Matches(@"\byes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$", line));
    }

    /// <summary>What the contents say, read from their own pages, against where the titles stand.</summary>
    private static void AssertContents(string[] pages, IssuePdf printed)
    {
        var front = printed.Pages - 1 - LastNumber(pages, printed.Pages) + 1;
        Assert.Equal(0, front % 2);
        var contents = Squeeze(string.Concat(pages[..front]));
        for (var i = 1; i <= Documents; i++)
        {
            var page = printed.PageOf[i];
            Assert.Matches(Regex.Escape(SampleIssue.TitleOf(i)) + $@"{page}(?!\d)", contents);
            Assert.Contains(SampleIssue.TitleOf(i), Squeeze(pages[front + page - 1]));
        }

        Assert.Equal(1, printed.PageOf[1]);
        Assert.Equal(printed.PageOf.Values.Order(), printed.PageOf.OrderBy(p => p.Key).Select(p => p.Value));
    }

    private static void AssertHeadsAndNumbers(string[] pages, IssuePdf printed)
    {
        var front = printed.Pages - LastNumber(pages, printed.Pages);
        for (var page = 1; page <= printed.Pages - front; page++)
        {
            var text = pages[front + page - 1];
            Assert.Contains("云岭市人民政府公报2026年第3号", Squeeze(text.TrimStart().Split('\n')[0]));
            var number = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
            Assert.Equal($"—{page}—", Squeeze(number));
            // Odd numbers stand outside to the right, even ones to the left.
            Assert.Equal(page % 2 == 1, text.TrimEnd().Split('\n')[^1].IndexOf('—', StringComparison.Ordinal) > 20);
        }

        Assert.DoesNotContain("—1—", Squeeze(string.Concat(pages[..front])));
        Assert.Contains("关于做好第2批测试设施", Squeeze(pages[front + printed.PageOf[2] - 1].TrimStart().Split('\n')[0]));
    }

    private static void AssertBookmarks(string raw)
    {
        var bookmarks = Bookmark().Matches(raw).Select(m => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups["text"].Value)[2..])).ToList();
        Assert.Contains("目录", bookmarks);
        Assert.Contains("市政府办公室文件", bookmarks);
        Assert.All(Enumerable.Range(1, Documents), i => Assert.Contains(SampleIssue.TitleOf(i), bookmarks));
        Assert.Contains(bookmarks, b => b.StartsWith("一、工作要求", StringComparison.Ordinal));
    }

    private static int LastNumber(string[] pages, int count) =>
        int.Parse(Digits().Match(pages[count - 1].TrimEnd().Split('\n')[^1]).Value, CultureInfo.InvariantCulture);

    [Fact]
    public async Task Proof_IsMarkedOnEveryPage_AndBreaksAsTheIssueDoes()
    {
        Assert.SkipUnless(Printer.Availability.IsAvailable, "There is no Chromium on PATH.");
        var issue = SampleIssue.Of(3, 5_000);

        var proof = await Printer.PrintAsync(issue with { IsProof = true });
        var measured = await Printer.MeasureAsync(issue);

        Assert.Equal(measured.Starts, proof.PageOf);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "proof.pdf");
        await File.WriteAllBytesAsync(file, proof.Pdf);
        var pages = (await TextAsync(folder, "-enc", "UTF-8", "-layout", file)).Split('\f')[..proof.Pages];
        Assert.All(pages, page => Assert.True(page.Contains('校') && page.Contains('样'), page));
        Assert.Contains("不得引用", pages[1]);
        Assert.Contains("云岭市人民政府公报2026年第3号（校样）", Squeeze(pages[^1]));
    }

    [Theory]
    [InlineData(101, false, 101)]
    [InlineData(1, true, 2)]
    public async Task HouseRule_NumbersThePages(int first, bool countsContents, int expected)
    {
        Assert.SkipUnless(Printer.Availability.IsAvailable, "There is no Chromium on PATH.");
        var issue = SampleIssue.Of(3, 2_000) with { FirstNumber = first, CountsContents = countsContents };

        var printed = await Printer.PrintAsync(issue);

        Assert.Equal(expected, printed.PageOf[1]);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "issue.pdf");
        await File.WriteAllBytesAsync(file, printed.Pdf);
        var pages = (await TextAsync(folder, "-enc", "UTF-8", "-layout", file)).Split('\f').Select(Squeeze).ToList();
        Assert.Single(pages, page => page.EndsWith($"—{expected}—", StringComparison.Ordinal));
        Assert.DoesNotContain(pages, page => page.EndsWith($"—{expected - 1}—", StringComparison.Ordinal));
        Assert.Contains(pages, page => page.Contains($"{SampleIssue.TitleOf(3)}{printed.PageOf[3]}", StringComparison.Ordinal));
        Assert.Contains(pages, page => page.Contains(SampleIssue.TitleOf(3), StringComparison.Ordinal) && page.EndsWith($"—{printed.PageOf[3]}—", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LargeIssue_IsPrintedInTime()
    {
        Assert.SkipUnless(Printer.Availability.IsAvailable, "There is no Chromium on PATH.");
        var watch = Stopwatch.StartNew();

        var printed = await Printer.PrintAsync(SampleIssue.Of(50, 75_000));

        TestContext.Current.SendDiagnosticMessage($"50 documents, 75,000 characters: {printed.Pages} pages, {printed.Pdf.Length / 1024} KB in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(50, printed.PageOf.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"It took {watch.Elapsed.TotalSeconds:0} s.");
    }

    private static string Squeeze(string text) => Space().Replace(text, "");

    /// <summary>By a file, as what a process writes to its output is bounded.</summary>
    private static async Task<string> TextAsync(TemporaryFolder folder, params string[] arguments)
    {
        var text = Path.Combine(folder.Path, "issue.txt");
        await RunAsync("pdftotext", folder, [.. arguments, text]);
        return await File.ReadAllTextAsync(text);
    }

    private static async Task<string> RunAsync(string tool, TemporaryFolder folder, params string[] arguments)
    {
        var program = BoundedProcess.Find(tool);
        Assert.SkipWhen(program is null, $"There is no {tool} on PATH.");
        return Encoding.UTF8.GetString((await new BoundedProcess().RunAsync(program!, folder.Path, arguments)).Output);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"<</Title <(?<text>[0-9A-F]+)>\s*/Dest")]
    private static partial Regex Bookmark();
}
