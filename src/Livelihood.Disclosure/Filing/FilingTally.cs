using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Livelihood.Disclosure.Filing;

/// <summary>
/// How many requests came from a network address within the hour, on this node. Kept in memory, for an hour at most:
/// addresses of citizens stand in no table.
/// </summary>
public sealed class FilingTally : IDisposable
{
    private readonly PartitionedRateLimiter<string> _filings;

    public FilingTally(IOptions<DisclosureOptions> options) => _filings = PartitionedRateLimiter.Create<string, string>(address =>
        options.Value.FilingsWithoutChallenge <= 0
            ? RateLimitPartition.GetNoLimiter(address)
            : RateLimitPartition.GetFixedWindowLimiter(address, _ => new()
            {
                PermitLimit = options.Value.FilingsWithoutChallenge, Window = TimeSpan.FromHours(1), AutoReplenishment = true,
            }));

    /// <summary>Counts a request that was filed.</summary>
    public void Count(string address) => _filings.AttemptAcquire(address).Dispose();

    /// <summary>Whether the address has filed as many as go without a challenge.</summary>
    public bool IsReached(string address) => _filings.GetStatistics(address)?.CurrentAvailablePermits == 0;

    public void Dispose() => _filings.Dispose();
}
