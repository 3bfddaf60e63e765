using System.Globalization;

namespace Livelihood.Disclosure.Domain.Figures;

/// <summary>A number as the public sees it.</summary>
/// <param name="Number">The number; null where it is not told.</param>
/// <param name="IsSmall">It is not told because it is too small, not because a small one could be computed from it.</param>
public readonly record struct Shown(int? Number, bool IsSmall)
{
    /// <summary>A number that stands alone.</summary>
    public static Shown Of(int number) => number is > 0 and < SmallNumbers.Least ? new(null, IsSmall: true) : new(number, IsSmall: false);

    /// <summary>Not told.</summary>
    public static Shown Withheld => default;

    /// <summary>What a table says.</summary>
    public string Text => Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : IsSmall ? SmallNumbers.Fewer : SmallNumbers.NotTold;
}

/// <summary>
/// Keeps figures from pointing at a person: where one or two people asked, whoever knows them would read how their
/// requests went. Nor may a hidden number be had by subtraction from a total.
/// </summary>
public static class SmallNumbers
{
    /// <summary>The least number of requests that is told.</summary>
    public const int Least = 3;

    /// <summary>Stands for one or two.</summary>
    public const string Fewer = "少于3件";

    /// <summary>Stands for a number that would give a small one away.</summary>
    public const string NotTold = "不单列";

    /// <summary>
    /// The parts of a total that is told itself. If one part is hidden, or those hidden are fewer than three in all, the next
    /// greater one is not told either.
    /// </summary>
    public static IReadOnlyList<Shown> Parts(IReadOnlyList<int> parts)
    {
        var shown = parts.Select(Shown.Of).ToArray();
        var (hidden, sum) = (shown.Count(s => s.Number is null), parts.Where((_, i) => shown[i].Number is null).Sum());
        foreach (var (place, number) in parts.Index().Where(p => p.Item >= Least).OrderBy(p => p.Item))
        {
            if (hidden == 0 || (hidden > 1 && sum >= Least))
            {
                break;
            }

            shown[place] = Shown.Withheld;
            (hidden, sum) = (hidden + 1, sum + number);
        }

        return shown;
    }
}
