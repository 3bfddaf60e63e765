namespace Livelihood.Search;

/// <summary>Settings of the search (<c>Search:…</c>); the words of one meaning have a setting of their own.</summary>
public sealed class SearchOptions
{
    /// <summary>How many subscriptions by e-mail one network address may ask for in an hour.</summary>
    public int AlertsPerHour { get; set; } = 10;

    /// <summary>How many days the log of queries is kept; 0: none is kept.</summary>
    public int QueryLogDays { get; set; } = 180;
}
