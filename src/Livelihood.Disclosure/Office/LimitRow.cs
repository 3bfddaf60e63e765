using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Data;

namespace Livelihood.Disclosure.Office;

/// <summary>A limit of a request that is running or ran out, see <see cref="OpenLimits"/>; computed from its events, and kept so that a day finds what is due on it.</summary>
[Unaudited("It is computed from the request's events, which are audited.")]
public sealed class LimitRow
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>What has to be done.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>Which of several, see <see cref="OpenLimit.Reference"/>.</summary>
    public required string Reference { get; init; }

    /// <summary>The agency of the request.</summary>
    public required string AgencyId { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>The calendar it was counted on.</summary>
    public required string CalendarVersion { get; set; }

    /// <summary>The request; set where it was asked for.</summary>
    public DisclosureRequest? Request { get; init; }
}
