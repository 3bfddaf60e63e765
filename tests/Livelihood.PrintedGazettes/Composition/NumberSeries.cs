namespace Livelihood.PrintedGazettes.Composition;

/// <summary>Gives numbers and days that rise within each agency's code, as a year's documents do.</summary>
internal sealed class NumberSeries(Chance chance, DateOnly publishedOn)
{
    private readonly Dictionary<string, int> _last = [];
    private readonly Dictionary<string, DateOnly> _days = [];

    public DateOnly Day(string code)
    {
        var earliest = publishedOn.AddDays(-38);
        var day = _days.TryGetValue(code, out var before) ? before.AddDays(chance.Between(0, 3)) : earliest.AddDays(chance.Between(0, 12));
        day = day >= publishedOn ? publishedOn.AddDays(-1) : day;
        return _days[code] = day.Year == publishedOn.Year ? day : new DateOnly(publishedOn.Year, 1, 2);
    }

    public NumberTruth Next(string code) => new(code, publishedOn.Year, Serial(code));

    public NumberTruth Yearly(string code) => Next(code);

    public NumberTruth Series(string code) => new(code, null, Serial(code));

    private int Serial(string code) => _last[code] = _last.TryGetValue(code, out var last) ? last + chance.Between(1, 3) : chance.Between(1, 90);
}
