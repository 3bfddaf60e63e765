using System.Text;
using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Platform.Files;
using Microsoft.Extensions.Caching.Memory;

namespace Livelihood.Gazettes.Digitising;

/// <summary>
/// Readings of the texts that are being worked on, so that an edit does not read the issue anew. A text never changes (its name is
/// its hash), nor does what is read of it.
/// </summary>
public sealed class ReadingCache : IDisposable
{
    /// <summary>How many issues are kept; one is some megabytes.</summary>
    private const int MostReadings = 6;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _readings = new(new MemoryCacheOptions { SizeLimit = MostReadings });

    /// <summary>What is read of a stored text; null where the file is gone or is no gazette.</summary>
    public async Task<IssueReading?> OfAsync(IFileStore files, string hash, CancellationToken cancellation)
    {
        if (_readings.TryGetValue(hash, out IssueReading? kept))
        {
            return kept;
        }

        if (files.Open(hash) is not { } stream)
        {
            return null;
        }

        await using (stream)
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            if (!IssueReading.TryRead(await reader.ReadToEndAsync(cancellation), out var reading, out _))
            {
                return null;
            }

            return _readings.Set(hash, reading, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Kept });
        }
    }

    /// <inheritdoc />
    public void Dispose() => _readings.Dispose();
}
