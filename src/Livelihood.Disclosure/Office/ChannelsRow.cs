namespace Livelihood.Disclosure.Office;

/// <summary>A version of the channels that an agency declares in its guide (R-CH); rows are only ever added. Visits and post are never in it: they can never be refused.</summary>
public sealed class ChannelsRow
{
    /// <summary>The agency.</summary>
    public required string AgencyId { get; init; }

    /// <summary>1, 2, 3 …; 0 is the delivered one, which has no row.</summary>
    public required int Version { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Whether requests can be filed on this portal.</summary>
    public required bool TakesInternet { get; init; }

    /// <summary>Whether they can be sent by fax.</summary>
    public required bool TakesFax { get; init; }

    /// <summary>The fax number, or null where none is taken.</summary>
    public string? FaxNumber { get; init; }

    /// <summary>The hours of the counter, as the guide says them, or null.</summary>
    public string? Hours { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedUtc { get; init; }

    /// <summary>Who saved it, as in the audit chain.</summary>
    public required string Actor { get; init; }
}
