using Livelihood.Content.Items;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Editing;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Gazettes.Digitising;

/// <summary>Turns a posted form of the workbench into edits.</summary>
internal static class WorkbenchForm
{
    /// <summary>The edits that the form asks for; none where nothing was changed.</summary>
    /// <exception cref="ContentRefusedException">The form asks for nothing that there is.</exception>
    public static IReadOnlyList<IssueEdit> Read(IFormCollection form, WorkbenchIssue issue)
    {
        var action = form["do"].ToString();
        var (from, to) = Lines(form);
        var (document, section) = (Whole(form, "DocumentLine"), Whole(form, "Section"));
        return action switch
        {
            "mark" => [Mark(form["Kind"].ToString(), from, to)],
            "split-block" => [new SplitBlock(from)],
            "join-blocks" => [new JoinBlocks(from, to)],
            "split-document" => [new SplitDocument(from)],
            "furniture" => [new MarkFurniture(from, to)],
            "correct" => [new CorrectLine(from, form["Text"].ToString())],
            "join-document" => [new JoinDocument(document)],
            "record" => Record(form, issue, document),
            "move" => Moved(form["Place"].ToString(), document),
            "add-section" => [new AddSection(form["Name"].ToString())],
            "rename-section" => [new RenameSection(section, form["Name"].ToString())],
            "remove-section" => [new RemoveSection(section)],
            "remove-entry" => [new RemoveEntry(Whole(form, "Entry"))],
            "masthead" => Masthead(form, issue.Edited.Issue.Masthead),
            "take" => [Doubt(form, issue).Proposals.ElementAtOrDefault(Whole(form, "Proposal"))?.Edit ?? throw Gone()],
            "own" => [Doubt(form, issue).Own is { } own ? own with { Value = form["Value"].ToString() } : throw Gone()],
            "decide" => [new DecideDoubt(Doubt(form, issue).Key, form["Remark"].ToString())],
            _ => throw new ContentRefusedException("没有这样的操作。请重新打开页面。"),
        };
    }

    /// <summary>How the page writes kinds: <c>Heading-2</c>, <c>Table-1</c>, <c>Paragraph</c>.</summary>
    public static IReadOnlyList<(string Value, string Text)> Kinds { get; } =
    [
        .. new (BlockKind Kind, int Level)[]
        {
            (BlockKind.Paragraph, 0), (BlockKind.Heading, 1), (BlockKind.Heading, 2), (BlockKind.Heading, 3), (BlockKind.Heading, 4), (BlockKind.Article, 0),
            (BlockKind.ListItem, 0), (BlockKind.Lines, 0), (BlockKind.Table, 1), (BlockKind.Table, 0), (BlockKind.Annex, 0), (BlockKind.AttachedTitle, 0),
            (BlockKind.Signature, 0), (BlockKind.FormedOn, 0), (BlockKind.Title, 0), (BlockKind.Subtitle, 0), (BlockKind.Number, 0), (BlockKind.Addressees, 0),
        }.Select(k => ($"{k.Kind}-{k.Level}", MarkLines.Word(k.Kind, k.Level))),
    ];

    private static (int From, int To) Lines(IFormCollection form)
    {
        var from = Whole(form, "From");
        return (from, Math.Max(from, Whole(form, "To")));
    }

    private static int Whole(IFormCollection form, string name) => int.TryParse(form[name], out var number) ? number : 0;

    private static MarkLines Mark(string kind, int from, int to) => kind.Split('-') is [var name, var level] && Enum.TryParse<BlockKind>(name, out var known) && int.TryParse(level, out var number)
        ? new(from, to, known, number)
        : throw new ContentRefusedException("请选择这几行是什么。");

    private static IReadOnlyList<IssueEdit> Moved(string place, int document) =>
        place.Split(':') is [var section, var position] && int.TryParse(section, out var key) && int.TryParse(position, out var at)
            ? [new MoveDocument(document, key, at)]
            : throw new ContentRefusedException("请选择移到哪里。");

    private static List<IssueEdit> Record(IFormCollection form, WorkbenchIssue issue, int line)
    {
        var document = issue.Edited.Issue.Documents.FirstOrDefault(d => d.Lines.First == line) ?? throw Gone();
        var edits = new List<IssueEdit>();
        foreach (var field in Enum.GetValues<DocumentField>())
        {
            if (form[field.ToString()].ToString().Trim() is var typed && typed != Value(document, field) && form.ContainsKey(field.ToString()))
            {
                edits.Add(new SetField(line, field, typed));
            }
        }

        if (form["Page"].ToString().Trim() is var page && form.ContainsKey("Page") && page != $"{document.Page}")
        {
            edits.Add(document.Entry is { } entry
                ? new SetEntry(entry.Lines.First, EntryField.Page, page)
                : throw new ContentRefusedException("这份文件还不在目录里。请先移到一个栏目，再写页码。"));
        }

        return edits;
    }

    /// <summary>A field as the form shows it.</summary>
    public static string Value(PrintedDocument document, DocumentField field) => field switch
    {
        DocumentField.Title => document.Title,
        DocumentField.Number => document.Number?.ToString() ?? "",
        DocumentField.FormedOn => document.FormedOn?.ToString("yyyy-MM-dd") ?? "",
        DocumentField.EffectiveOn => document.EffectiveOn?.ToString("yyyy-MM-dd") ?? "",
        DocumentField.Addressees => document.Addressees ?? "",
        _ => string.Join('、', document.Signature),
    };

    private static List<IssueEdit> Masthead(IFormCollection form, Masthead masthead) =>
        [.. Enum.GetValues<MastheadPart>().Where(p => form.ContainsKey($"{p}") && form[$"{p}"].ToString().Trim() != Value(masthead, p)).Select(p => new SetMasthead(p, form[$"{p}"].ToString().Trim()))];

    /// <summary>A part of the masthead as the form shows it.</summary>
    public static string Value(Masthead masthead, MastheadPart part) => part switch
    {
        MastheadPart.Title => masthead.Title ?? "",
        MastheadPart.Year => $"{masthead.Year}",
        MastheadPart.Number => $"{masthead.Number}",
        MastheadPart.TotalNumber => $"{masthead.TotalNumber}",
        MastheadPart.PublishedOn => masthead.PublishedOn?.ToString("yyyy-MM-dd") ?? "",
        _ => masthead.Publisher ?? "",
    };

    private static Doubt Doubt(IFormCollection form, WorkbenchIssue issue) => issue.Doubts.FirstOrDefault(d => d.Key == form["DoubtKey"].ToString()) ?? throw Gone();

    private static ContentRefusedException Gone() => new("这一处已经不是刚才的样子。请看现在的内容，再做一次。");
}
