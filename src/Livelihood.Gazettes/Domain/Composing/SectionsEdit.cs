using Livelihood.Gazettes.Issues;

namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>Edits of an issue's sections (栏目).</summary>
public static class SectionsEdit
{
    /// <summary>The longest name of a section, in characters.</summary>
    public const int LongestName = 40;

    /// <summary>Adds a section at the end.</summary>
    public static EditedContents Add(GazetteIssuePart issue, string? name)
    {
        if (issue.Sections.Count >= ContentsEdit.MostSections)
        {
            throw new CompositionRefusedException($"一期最多{ContentsEdit.MostSections}个栏目。");
        }

        var section = new GazetteSection(Checked(issue, name, except: null), []);
        return new(issue with { Sections = [.. issue.Sections, section] }, $"已添加栏目“{section.Name}”，排在第{issue.Sections.Count + 1}个。", Section: issue.Sections.Count);
    }

    /// <summary>Gives a section another name.</summary>
    public static EditedContents Rename(GazetteIssuePart issue, int section, string? name)
    {
        var old = ContentsEdit.SectionAt(issue, section);
        var named = old with { Name = Checked(issue, name, section) };
        return new(issue with { Sections = [.. issue.Sections.Select((s, i) => i == section ? named : s)] }, $"栏目“{ContentsEdit.NameOf(old)}”改名为“{named.Name}”。", Section: section);
    }

    /// <summary>Exchanges a section with the one above or below.</summary>
    public static EditedContents Step(GazetteIssuePart issue, int section, bool up)
    {
        var moved = ContentsEdit.SectionAt(issue, section);
        var to = section + (up ? -1 : 1);
        if (to < 0 || to >= issue.Sections.Count)
        {
            throw new CompositionRefusedException(up ? "这个栏目已经在最前面了。" : "这个栏目已经在最后面了。");
        }

        var sections = issue.Sections.ToList();
        (sections[section], sections[to]) = (sections[to], sections[section]);
        return new(ContentsEdit.Reordered(issue, sections), $"栏目“{ContentsEdit.NameOf(moved)}”现在是第{to + 1}个，共{sections.Count}个。", Section: to);
    }

    /// <summary>Removes a section; its entries go to the section before it, or after it.</summary>
    public static EditedContents Remove(GazetteIssuePart issue, int section)
    {
        var gone = ContentsEdit.SectionAt(issue, section);
        var sections = issue.Sections.ToList();
        if (gone.Entries.Count > 0 && sections.Count == 1)
        {
            throw new CompositionRefusedException("这是唯一的栏目，里面还有文件。请先添加另一个栏目，或者先移出文件。");
        }

        sections.RemoveAt(section);
        if (gone.Entries.Count == 0)
        {
            return new(issue with { Sections = sections }, $"已删除栏目“{ContentsEdit.NameOf(gone)}”。", Section: sections.Count == 0 ? null : Math.Min(section, sections.Count - 1));
        }

        var heir = section > 0 ? section - 1 : 0;
        sections[heir] = sections[heir] with { Entries = section > 0 ? [.. sections[heir].Entries, .. gone.Entries] : [.. gone.Entries, .. sections[heir].Entries] };
        return new(
            ContentsEdit.Reordered(issue, sections),
            $"已删除栏目“{ContentsEdit.NameOf(gone)}”，其中的{gone.Entries.Count}篇移到了“{ContentsEdit.NameOf(sections[heir])}”。", Section: heir);
    }

    // Printed contents set names in brackets; people copy them along.
    private static string Checked(GazetteIssuePart issue, string? typed, int? except)
    {
        var name = ContentsEdit.OneLine(typed).Trim('【', '】', '[', ']', ' ');
        if (name.Length is 0 or > LongestName)
        {
            throw new CompositionRefusedException(name.Length == 0 ? "请填写栏目名称。" : $"栏目名称不超过{LongestName}个字。");
        }

        return issue.Sections.Where((s, i) => i != except && s.Name == name).Any()
            ? throw new CompositionRefusedException($"已经有栏目“{name}”了。请换一个名称，或者把文件移到那个栏目。")
            : name;
    }
}
