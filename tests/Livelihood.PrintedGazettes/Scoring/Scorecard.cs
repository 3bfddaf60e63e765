namespace Livelihood.PrintedGazettes.Scoring;

/// <summary>Tallies by measure, and in words what went wrong.</summary>
public sealed class Scorecard
{
    private readonly Tally[] _tallies = new Tally[Enum.GetValues<Measure>().Length];
    private readonly List<string> _findings = [];

    public Tally this[Measure measure] => _tallies[(int)measure];

    /// <summary>Issues that the reader refused.</summary>
    public int Refused { get; private set; }

    /// <summary>How many issues.</summary>
    public int Issues { get; private set; }

    /// <summary>Planted faults that a doubt should tell, and those that one told.</summary>
    public (int Planted, int Told) Doubts { get; private set; }

    /// <summary>What was wrong, a line each.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>All that was wrong, of every measure.</summary>
    public int Mistakes => _tallies.Sum(t => t.False + t.Missed);

    public void Add(Measure measure, Tally tally, Func<string>? finding = null)
    {
        _tallies[(int)measure] += tally;
        if (finding is not null && tally.False + tally.Missed > 0)
        {
            _findings.Add($"{measure}: {finding()}");
        }
    }

    public void Add(Scorecard other)
    {
        for (var i = 0; i < _tallies.Length; i++)
        {
            _tallies[i] += other._tallies[i];
        }

        Issues += other.Issues;
        Refused += other.Refused;
        Doubts = (Doubts.Planted + other.Doubts.Planted, Doubts.Told + other.Doubts.Told);
    }

    public void Count(bool refused)
    {
        Issues++;
        Refused += refused ? 1 : 0;
    }

    public void Plant(bool told) => Doubts = (Doubts.Planted + 1, Doubts.Told + (told ? 1 : 0));
}
