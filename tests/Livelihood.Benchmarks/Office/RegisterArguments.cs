using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Livelihood.Benchmarks.Office;

/// <summary>What register to measure.</summary>
/// <param name="Requests">The greatest number of requests; the sizes before it are a hundredth and a tenth.</param>
/// <param name="OnPostgres">Whether on PostgreSQL; else on SQLite.</param>
/// <param name="PlansFrom">Statements that took so many milliseconds or longer are shown with their plans; null: none are.</param>
internal sealed record RegisterArguments(int Requests, bool OnPostgres, int? PlansFrom)
{
    private const int Least = 10_000;

    /// <summary>Reads <c>REQUESTS [--database sqlite|postgres] [--plans MILLISECONDS]</c>.</summary>
    public static bool TryRead(string[] arguments, [NotNullWhen(true)] out RegisterArguments? read)
    {
        read = null;
        if (arguments is not [var count, .. var rest] || !int.TryParse(count, CultureInfo.InvariantCulture, out var requests) || requests < Least)
        {
            return false;
        }

        var (onPostgres, plans) = (false, (int?)null);
        foreach (var option in rest.Chunk(2))
        {
            switch (option)
            {
                case ["--database", "sqlite" or "postgres"]:
                    onPostgres = option[1] == "postgres";
                    break;
                case ["--plans", var from] when int.TryParse(from, CultureInfo.InvariantCulture, out var milliseconds):
                    plans = milliseconds;
                    break;
                default:
                    return false;
            }
        }

        read = new(requests, onPostgres, plans);
        return true;
    }
}
