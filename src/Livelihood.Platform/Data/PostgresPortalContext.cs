using Livelihood.Platform.Audit;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Data;

/// <summary>The context on PostgreSQL. Instants are <c>timestamptz</c>.</summary>
public sealed class PostgresPortalContext(
    DbContextOptions<PostgresPortalContext> options, IEnumerable<IModelPart> parts, ICurrentActor actor, ChinaClock clock)
    : PortalDbContext(options, parts, actor, clock)
{
    /// <inheritdoc />
    public override DatabaseKind Kind => DatabaseKind.PostgreSql;
}
