using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Data;

/// <summary>The context on PostgreSQL. Instants are <c>timestamptz</c>.</summary>
public sealed class PostgresPortalContext(DbContextOptions<PostgresPortalContext> options) : PortalDbContext(options)
{
    /// <inheritdoc />
    public override DatabaseKind Kind => DatabaseKind.PostgreSql;
}
