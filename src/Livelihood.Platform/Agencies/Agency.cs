namespace Livelihood.Platform.Agencies;

/// <summary>行政机关: a body that publishes and answers. Agencies form a tree; a name can have changed (机构改革).</summary>
public sealed class Agency
{
    /// <summary>A permanent code, such as <c>SMX-ZFB</c>; index numbers begin with it.</summary>
    public required string Id { get; init; }

    /// <summary>The full name, such as 云岭市人民政府办公室.</summary>
    public required string Name { get; set; }

    /// <summary>The name as used in texts of its own government, such as 市政府办公室.</summary>
    public required string ShortName { get; set; }

    /// <summary>The agency above; null for a government itself.</summary>
    public string? ParentId { get; set; }

    /// <summary>The codes that its document numbers begin with, such as 云政办.</summary>
    public List<string> DocumentCodes { get; set; } = [];

    /// <summary>Names that it, or those it took over, had before.</summary>
    public List<FormerName> FormerNames { get; set; } = [];

    /// <summary>Whether it receives disclosure requests on this portal.</summary>
    public bool AcceptsRequests { get; set; }

    /// <summary>The disclosure office's telephone number, or null.</summary>
    public string? RequestPhone { get; set; }

    /// <summary>The disclosure office's address, for visits and post (which can never be refused), or null.</summary>
    public string? RequestAddress { get; set; }

    /// <summary>Where it stands in lists.</summary>
    public int Order { get; set; }

    /// <summary>The agency and those above it, nearest first.</summary>
    public IEnumerable<Agency> LineFrom(IReadOnlyList<Agency> all)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var agency = this; agency is not null && seen.Add(agency.Id);
            agency = all.FirstOrDefault(a => a.Id == agency.ParentId))
        {
            yield return agency;
        }
    }
}

/// <summary>A name that an agency had.</summary>
/// <param name="Name">The full name then.</param>
/// <param name="ShortName">The short name then, or null.</param>
/// <param name="From">Its first day, or null where that is not known.</param>
/// <param name="To">Its last day, or null where that is not known.</param>
public sealed record FormerName(string Name, string? ShortName, DateOnly? From, DateOnly? To);
