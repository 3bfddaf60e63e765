using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.QueryLog;

/// <summary>How often a query was asked on a day. Says nothing of who asked.</summary>
[Unaudited("Counts of what readers asked, without persons.")]
internal sealed class AskedQuery
{
    /// <summary>The day in Shanghai.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The query, see <see cref="QueryText"/>.</summary>
    public required string Text { get; init; }

    /// <summary>How often it was asked.</summary>
    public int Times { get; init; }

    /// <summary>How often nothing was found that has all of it.</summary>
    public int Missed { get; init; }

    /// <summary>How many documents it found when it was asked last.</summary>
    public int Found { get; init; }

    /// <summary>How often a result was opened.</summary>
    public int Clicks { get; init; }
}

/// <summary>The table of the query log.</summary>
internal sealed class QueryLogTablePart : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<AskedQuery>(asked =>
    {
        asked.ToTable("search_queries");
        asked.HasKey(a => new { a.Day, a.Text });
        asked.Property(a => a.Text).HasMaxLength(QueryText.Longest);
    });
}
