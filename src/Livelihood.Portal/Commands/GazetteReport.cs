using Livelihood.Content.Rendering;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Input.Batch;
using Spectre.Console;

namespace Livelihood.Portal.Commands;

/// <summary>Prints what an import found and did.</summary>
internal static class GazetteReport
{
    /// <summary>Into a file or a pipe a title goes on one line.</summary>
    private const int WidthOfPipe = 200;

    /// <summary>A batch: a line for each issue, and the sums.</summary>
    public static void Print(BatchReport report)
    {
        Widen();
        var table = new Table().Border(TableBorder.Ascii).AddColumns("文件", "结果", "期号", "文件数", "疑点（严重）", "秒", "说明");
        foreach (var line in report.Lines)
        {
            table.AddRow(
                new Text(line.File), new Text(line.OutcomeText), new Text(line.Citation ?? "—"), new Text($"{line.Documents}"),
                new Text($"{line.Serious + line.Warnings + line.Hints}（{line.Serious}）"), new Text($"{line.Seconds:0.0}"), new Text(line.Message));
        }

        AnsiConsole.Write(table);
        Line(report.Summary);
    }

    /// <summary>One issue: what was read, and what was done with it.</summary>
    public static void Print(ImportReport report)
    {
        Widen();
        var masthead = report.Issue.Masthead;
        Line($"{masthead.Title} {masthead.Citation}");
        Line($"总期号：{(masthead.TotalNumber is { } total ? $"总第{total}号" : "没有读出")}");
        Line($"出版日期：{masthead.PublishedOn?.Text() ?? "没有读出"}");
        Line($"栏目：{string.Join("、", report.Issue.Sections.Select(s => s.Name.Length > 0 ? s.Name : "（无栏目）"))}（{report.Issue.Sections.Count}个）");
        Documents(report);
        Doubts(report.Issue.Doubts);
        Outcome(report);
    }

    private static void Widen()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfPipe;
        }
    }

    private static void Documents(ImportReport report)
    {
        Line($"文件：{report.Documents.Count}份");
        var table = new Table().Border(TableBorder.Ascii).AddColumns("页", "题名", "发文字号", "成文日期", "结果");
        foreach (var (printed, _, _, change) in report.Documents)
        {
            table.AddRow(
                new Text(printed.Page?.ToString() ?? "—"), new Text(printed.Title), new Text(printed.Number?.ToString() ?? "（无）"),
                new Text(printed.FormedOn?.Text() ?? "—"), new Text(InWords(change)));
        }

        AnsiConsole.Write(table);
    }

    private static void Doubts(IReadOnlyList<Doubt> doubts)
    {
        Line(doubts.Count == 0 ? "没有疑点。" : $"疑点：{doubts.Count}个");
        foreach (var doubt in doubts)
        {
            var place = doubt.Lines.Count == 0 ? "" : $"（{string.Join("、", doubt.Lines)}）";
            Line($"  [{InWords(doubt.Severity)}] {doubt.Message}{place}");
        }
    }

    private static void Outcome(ImportReport report)
    {
        Line(
            !report.ChangedAnything ? "内容与门户里的一致，没有做任何改动。"
            : report.PublishedNow > 0 ? $"已发布：{report.Path}"
            : $"已存为草稿。请在工作台“政府公报”里核对后发布：/console{report.Path}");
    }

    /// <summary>A line of text, as it is.</summary>
    public static void Line(string text) => AnsiConsole.Write(new Text(text + Environment.NewLine));

    private static string InWords(ImportChange change) => change switch
    {
        ImportChange.Created => "新建",
        ImportChange.Updated => "补入全文",
        _ => "未变",
    };

    private static string InWords(DoubtSeverity severity) => severity switch
    {
        DoubtSeverity.Serious => "严重",
        DoubtSeverity.Warning => "警告",
        _ => "提示",
    };
}
