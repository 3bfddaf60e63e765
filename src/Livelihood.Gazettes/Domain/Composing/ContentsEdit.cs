using Livelihood.Gazettes.Issues;

namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>What an edit made of an issue's contents.</summary>
/// <param name="Issue">The issue now.</param>
/// <param name="Said">What was done and where things stand now, in Chinese: for the page and for who cannot see it.</param>
/// <param name="Entry">The entry that it was about, or null.</param>
/// <param name="Section">The section that it was about, or null.</param>
public sealed record EditedContents(GazetteIssuePart Issue, string Said, EntryPlace? Entry = null, int? Section = null);

/// <summary>
/// Edits of an issue's contents. Each takes the issue as it is and gives it as it will be; what cannot be done is refused
/// with a sentence. Where the order of what is printed changes, pages that were set are marked as stale.
/// </summary>
public static class ContentsEdit
{
    /// <summary>How many sections an issue can have.</summary>
    public const int MostSections = 40;

    /// <summary>How many entries an issue can have.</summary>
    public const int MostEntries = 300;

    /// <summary>The longest title in the contents, in characters.</summary>
    public const int LongestTitle = 300;

    /// <summary>Puts documents at the end of a section.</summary>
    public static EditedContents Add(GazetteIssuePart issue, int section, IReadOnlyList<GazetteEntry> entries)
    {
        var known = issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var added = entries.Where(e => e.ItemId is null || known.Add(e.ItemId)).ToList();
        if (added.Count == 0)
        {
            throw new CompositionRefusedException("选中的文件都已经在这一期里了。");
        }

        if (issue.Sections.Sum(s => s.Entries.Count) + added.Count > MostEntries)
        {
            throw new CompositionRefusedException($"一期最多{MostEntries}篇。请把其余的排进下一期。");
        }

        var target = SectionAt(issue, section);
        var first = target.Entries.Count;
        var edited = Reordered(issue, [.. issue.Sections.Select((s, i) => i == section ? s with { Entries = [.. s.Entries, .. added] } : s)]);
        return new(edited, $"已把{added.Count}篇加入“{NameOf(target)}”，这个栏目现在有{first + added.Count}篇。", new(section, first), section);
    }

    /// <summary>Moves an entry to another place: in its section, or in another, whose end is its number of entries.</summary>
    public static EditedContents Move(GazetteIssuePart issue, EntryPlace from, EntryPlace to)
    {
        var entry = EntryAt(issue, from);
        var lists = issue.Sections.Select(s => s.Entries.ToList()).ToList();
        SectionAt(issue, to.Section);
        lists[from.Section].RemoveAt(from.Entry);
        var place = to with { Entry = Math.Clamp(to.Entry, 0, lists[to.Section].Count) };
        lists[place.Section].Insert(place.Entry, entry);
        var edited = place == from ? issue : Reordered(issue, [.. issue.Sections.Select((s, i) => s with { Entries = lists[i] })]);
        return new(edited, $"“{entry.Title}”现在是“{NameOf(edited.Sections[place.Section])}”的第{place.Entry + 1}篇，共{lists[place.Section].Count}篇。", place, place.Section);
    }

    /// <summary>Moves an entry one place up or down; over the edge of its section into the next one.</summary>
    public static EditedContents Step(GazetteIssuePart issue, EntryPlace place, bool up)
    {
        EntryAt(issue, place);
        var beside = place with { Entry = place.Entry + (up ? -1 : 1) };
        if (beside.Entry >= 0 && beside.Entry < issue.Sections[place.Section].Entries.Count)
        {
            return Move(issue, place, beside);
        }

        var section = place.Section + (up ? -1 : 1);
        return section >= 0 && section < issue.Sections.Count
            ? Move(issue, place, new(section, up ? issue.Sections[section].Entries.Count : 0))
            : throw new CompositionRefusedException(up ? "已经在最前面了。" : "已经在最后面了。");
    }

    /// <summary>Takes an entry out; the document itself stays as it is.</summary>
    public static EditedContents Remove(GazetteIssuePart issue, EntryPlace place)
    {
        var entry = EntryAt(issue, place);
        var edited = Reordered(issue, [.. issue.Sections.Select((s, i) => i == place.Section ? s with { Entries = [.. s.Entries.Where((_, n) => n != place.Entry)] } : s)]);
        var left = edited.Sections[place.Section].Entries.Count;
        return new(edited, $"已把“{entry.Title}”移出这一期，文件本身没有改动。“{NameOf(edited.Sections[place.Section])}”还有{left}篇。", left == 0 ? null : place with { Entry = Math.Min(place.Entry, left - 1) }, place.Section);
    }

    /// <summary>Sets what the contents print for an entry; the document keeps its title.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="place">The entry.</param>
    /// <param name="title">The title; spaces around it do not count.</param>
    /// <param name="page">The printed page, typed by hand; null for none.</param>
    public static EditedContents Describe(GazetteIssuePart issue, EntryPlace place, string title, int? page)
    {
        var entry = EntryAt(issue, place);
        title = OneLine(title);
        if (title.Length is 0 or > LongestTitle)
        {
            throw new CompositionRefusedException(title.Length == 0 ? "目录里的题名不能为空。" : $"目录里的题名不超过{LongestTitle}个字。", place, "Title");
        }

        if (page is < 1 or > 9999)
        {
            throw new CompositionRefusedException("页码是1到9999的整数；还没有排版的，请留空。", place, "Page");
        }

        var said = entry with { Title = title, Page = page };
        var edited = issue with { Sections = [.. issue.Sections.Select((s, i) => i == place.Section ? s with { Entries = [.. s.Entries.Select((e, n) => n == place.Entry ? said : e)] } : s)] };
        // Somebody who types the last page that was missing vouches for all of them.
        var settled = entry.Page != page && edited.Sections.SelectMany(s => s.Entries).All(e => e.Page is not null);
        return new(settled ? edited with { PagesAreStale = null } : edited, $"目录里现在是“{title}”{(page is { } p ? $"，第{p}页" : "")}。", place, place.Section);
    }

    /// <summary>The issue with other sections; where pages were set and the order of what is printed changed, they are stale.</summary>
    internal static GazetteIssuePart Reordered(GazetteIssuePart issue, IReadOnlyList<GazetteSection> sections)
    {
        var entries = sections.SelectMany(s => s.Entries).ToList();
        var changed = !entries.Select(e => e.ItemId).SequenceEqual(issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId), StringComparer.Ordinal);
        var stale = entries.Exists(e => e.Page is not null) && (issue.PagesAreStale == true || changed);
        return issue with { Sections = sections, PagesAreStale = stale ? true : null };
    }

    internal static GazetteSection SectionAt(GazetteIssuePart issue, int section) =>
        section >= 0 && section < issue.Sections.Count
            ? issue.Sections[section]
            : throw new CompositionRefusedException(issue.Sections.Count == 0 ? "还没有栏目。请先添加一个栏目。" : "没有这个栏目。请重新打开这一页。");

    internal static string NameOf(GazetteSection section) => section.Name.Length > 0 ? section.Name : "没有名称的栏目";

    internal static string OneLine(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static GazetteEntry EntryAt(GazetteIssuePart issue, EntryPlace place)
    {
        var entries = SectionAt(issue, place.Section).Entries;
        return place.Entry >= 0 && place.Entry < entries.Count
            ? entries[place.Entry]
            : throw new CompositionRefusedException("这一篇已经不在这里了。请重新打开这一页。");
    }
}
