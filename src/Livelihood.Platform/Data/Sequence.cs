using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Data;

/// <summary>A counter without gaps: it belongs to the transaction that takes a number, and rolls back with it.</summary>
[Unaudited("A counter follows from the row that took its number.")]
public sealed class Sequence
{
    /// <summary>What is counted, such as <c>index:SMX-ZFB:2026</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The last number taken.</summary>
    public long Value { get; init; }
}

/// <summary>Takes the next number of a sequence.</summary>
public static class Sequences
{
    /// <summary>
    /// Takes the next number (from 1). The row is locked until the transaction ends, so numbers have neither gaps nor doubles.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open: a number taken outside one could be lost.</exception>
    public static async Task<long> NextNumberAsync(
        this PortalDbContext db, string name, CancellationToken cancellation = default)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Take a sequence number inside a unit of work.");
        }

        var values = await db.Database
            .SqlQuery<long>($"""
                INSERT INTO sequences ("Name", "Value") VALUES ({name}, 1)
                ON CONFLICT ("Name") DO UPDATE SET "Value" = sequences."Value" + 1
                RETURNING "Value"
                """)
            .ToListAsync(cancellation);
        return values.Single();
    }
}
