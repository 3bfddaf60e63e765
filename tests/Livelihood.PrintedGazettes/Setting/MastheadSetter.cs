using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Houses;

namespace Livelihood.PrintedGazettes.Setting;

/// <summary>Sets the cover lines and the fields of the masthead.</summary>
internal static class MastheadSetter
{
    /// <summary>Title, number and the mark of the contents; the number comes later where the masthead stands among the contents.</summary>
    public static IEnumerable<string> Cover(House house, MastheadTruth masthead)
    {
        if (house.MastheadPlace == MastheadPlace.AmongContents)
        {
            yield return $"{masthead.Title[..^2]} {Spaced(masthead.Title[^2..])} {Spaced(house.ContentsMark.Replace("　", ""))}";
            yield break;
        }

        yield return Forms.Centred(house, masthead.Title);
        if (house.DayInIssueLine)
        {
            yield return Forms.Centred(house, $"{Forms.Date(house, masthead.PublishedOn)}　{Forms.Issue(house, masthead)}　{Forms.Total(house, masthead)}");
        }
        else
        {
            yield return Forms.Centred(house, $"{Forms.Issue(house, masthead)}{Forms.Total(house, masthead)}");
        }
    }

    /// <summary>Who publishes, where, when; and the board.</summary>
    public static IEnumerable<string> Fields(House house, MastheadTruth masthead)
    {
        var title = $"《{masthead.Title}》";
        if (house.HasBoard)
        {
            yield return title;
            yield return house.SpacedLabels ? "编 委 会" : "编委会";
            var last = "";
            foreach (var (role, name) in masthead.Board)
            {
                if (role != last)
                {
                    yield return $"{Label(house, role)}：{Person(house, name)}";
                }
                else
                {
                    yield return Person(house, name);
                }

                last = role;
            }
        }

        if (house.MastheadPlace == MastheadPlace.AmongContents)
        {
            yield return masthead.Year.ToString();
            yield return $"第 {masthead.Number} {house.IssueWord}{Forms.Total(house, masthead)}";
        }

        foreach (var (label, value) in Values(house, masthead, title))
        {
            if (house.FieldsBelowLabels && value.Length > 6)
            {
                yield return Label(house, label);
                yield return value;
            }
            else
            {
                yield return $"{Label(house, label)}：{value}";
            }
        }
    }

    private static IEnumerable<(string Label, string Value)> Values(House house, MastheadTruth masthead, string title)
    {
        yield return (house.FieldsBelowLabels ? "主办" : "主办单位", masthead.Publisher);
        yield return (house.FieldsBelowLabels ? "编辑出版" : "编辑", title + "编辑部");
        yield return ("地址", masthead.Title[..3] + "河滨路18号");
        yield return ("邮编", "100000");
        yield return ("电话", "0000-1234567");
        if (!house.DayInIssueLine)
        {
            yield return ("出版日期", Forms.Date(house, masthead.PublishedOn));
        }
    }

    private static string Label(House house, string label) => house.SpacedLabels && label.Length <= 3 ? Spaced(label) : label;

    private static string Person(House house, string name) => house.SpacedLabels && name.Length == 2 ? Spaced(name) : name;

    private static string Spaced(string text) => string.Join(' ', text.AsEnumerable());
}
