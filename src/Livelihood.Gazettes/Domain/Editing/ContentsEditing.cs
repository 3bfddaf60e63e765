using Livelihood.Content.Documents;
using Livelihood.Content.Editing;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>Applies the edits of contents and masthead. Each answers null, or why it does not apply; then nothing was changed.</summary>
internal static class ContentsEditing
{
    private const int LongestName = 60;
    private const int MostSections = 100;
    private const int LastPage = 2000;

    public static string? Apply(IssueDraft draft, MoveDocument edit)
    {
        if (draft.DocumentAt(edit.Line) is not { } document)
        {
            return $"第{edit.Line}行不是一份文件的开头。";
        }

        if (draft.Sections.Find(s => s.Key == edit.Section) is not { } section)
        {
            return "没有这个栏目。";
        }

        var entry = document.Entry;
        if (entry is null)
        {
            var printed = document.Build(null, null);
            entry = document.Entry = new(new(printed.Title, null, null, new(document.First, document.First)));
        }

        draft.SectionOf(entry)?.Entries.Remove(entry);
        section.Entries.Insert(Math.Clamp(edit.Position, 0, section.Entries.Count), entry);
        return null;
    }

    public static string? Apply(IssueDraft draft, LinkEntry edit)
    {
        if (draft.DocumentAt(edit.Line) is not { } document)
        {
            return $"第{edit.Line}行不是一份文件的开头。";
        }

        if (draft.EntryAt(edit.Entry)?.Entry is not { } entry)
        {
            return $"目录第{edit.Entry}行没有条目。";
        }

        if (draft.Documents.Find(d => d.Entry == entry) is { } other)
        {
            return other == document ? "它们已经是对应的。" : $"目录第{edit.Entry}行的条目已经对应第{other.First}行的文件。";
        }

        document.Entry = entry;
        return null;
    }

    public static string? Apply(IssueDraft draft, SetEntry edit)
    {
        if (draft.EntryAt(edit.Entry)?.Entry is not { } entry)
        {
            return $"目录第{edit.Entry}行没有条目。";
        }

        var value = edit.Value.Trim();
        switch (edit.Field)
        {
            case EntryField.Title when value.Length is > 0 and <= 500 && !value.Contains('\n'):
                entry.Title = value;
                return null;
            case EntryField.Title:
                return "请写出题名，一行，不超过500字。";
            case EntryField.Page:
                var page = 0;
                if (value.Length > 0 && (!int.TryParse(value, out page) || page is < 1 or > LastPage))
                {
                    return $"“{value}”不是页码。请写1到{LastPage}的数。";
                }

                entry.Page = value.Length == 0 ? null : page;
                return null;
            case EntryField.Number:
                DocumentNumber? number = null;
                if (value.Length > 0 && !DocumentNumber.TryParse(value, out number))
                {
                    return $"“{value}”不是发文字号。请写成“机关代字〔年份〕序号号”的样子。";
                }

                entry.Number = number;
                return null;
            default:
                return "没有这样的栏。";
        }
    }

    public static string? Apply(IssueDraft draft, RemoveEntry edit)
    {
        if (draft.EntryAt(edit.Entry) is not { } found)
        {
            return $"目录第{edit.Entry}行没有条目。";
        }

        found.Section.Entries.Remove(found.Entry);
        foreach (var document in draft.Documents.Where(d => d.Entry == found.Entry))
        {
            document.Entry = null;
        }

        return null;
    }

    public static string? Apply(IssueDraft draft, AddSection edit)
    {
        if (NameProblem(edit.Value) is { } problem)
        {
            return problem;
        }

        if (draft.Sections.Count >= MostSections)
        {
            return $"一期不超过{MostSections}个栏目。";
        }

        draft.Sections.Insert(Math.Clamp(edit.Position, 0, draft.Sections.Count), new(-++draft.AddedSections, edit.Value.Trim()));
        return null;
    }

    public static string? Apply(IssueDraft draft, RenameSection edit)
    {
        if (draft.Sections.Find(s => s.Key == edit.Section) is not { } section)
        {
            return "没有这个栏目。";
        }

        if (NameProblem(edit.Value) is { } problem)
        {
            return problem;
        }

        section.Name = edit.Value.Trim();
        return null;
    }

    public static string? Apply(IssueDraft draft, RemoveSection edit)
    {
        if (draft.Sections.Find(s => s.Key == edit.Section) is not { } section)
        {
            return "没有这个栏目。";
        }

        if (section.Entries.Count > 0)
        {
            return $"栏目“{section.Name}”里还有{section.Entries.Count}条。请先把它们移走。";
        }

        draft.Sections.Remove(section);
        return null;
    }

    public static string? Apply(IssueDraft draft, SetMasthead edit)
    {
        var value = edit.Value.Trim();
        if (value.Length > 200 || value.Contains('\n'))
        {
            return "请写一行，不超过200字。";
        }

        var masthead = draft.Masthead;
        int? number = int.TryParse(value, out var n) && n > 0 ? n : null;
        switch (edit.Part)
        {
            case MastheadPart.Title or MastheadPart.Publisher:
                draft.Masthead = edit.Part == MastheadPart.Title
                    ? masthead with { Title = value.Length == 0 ? null : value }
                    : masthead with { Publisher = value.Length == 0 ? null : value };
                return null;
            case MastheadPart.Year when number is >= 1900 and <= 2100:
                draft.Masthead = masthead with { Year = number };
                return null;
            case MastheadPart.Year:
                return "年份是公报地址的一部分，请写四位数，如2019。";
            case MastheadPart.Number when number is <= 400:
                draft.Masthead = masthead with { Number = number };
                return null;
            case MastheadPart.Number:
                return "期号是公报地址的一部分，请写1到400的数。";
            case MastheadPart.TotalNumber when value.Length == 0 || number is <= 9999:
                draft.Masthead = masthead with { TotalNumber = number };
                return null;
            case MastheadPart.TotalNumber:
                return "总期号请写1到9999的数。";
            case MastheadPart.PublishedOn when value.Length == 0:
                draft.Masthead = masthead with { PublishedOn = null };
                return null;
            case MastheadPart.PublishedOn when DateText.TryRead(value, out var day):
                draft.Masthead = masthead with { PublishedOn = day };
                return null;
            case MastheadPart.PublishedOn:
                return $"“{value}”不是日期。{DateText.Problem}";
            default:
                return "没有这样的栏。";
        }
    }

    private static string? NameProblem(string name) =>
        name.Trim().Length is 0 or > LongestName || name.Contains('\n') ? $"请写出栏目的名称，不超过{LongestName}字。" : null;
}
