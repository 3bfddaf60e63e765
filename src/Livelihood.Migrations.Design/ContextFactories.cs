using Livelihood.Platform.Data;
using Livelihood.Portal;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Migrations.Design;

/// <summary>Makes the SQLite context with the model of all modules; no database is opened.</summary>
public sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqlitePortalContext>
{
    /// <inheritdoc />
    public SqlitePortalContext CreateDbContext(string[] args) => DesignServices.Get<SqlitePortalContext>("Data Source=design.db");
}

/// <summary>Makes the PostgreSQL context with the model of all modules; no database is opened.</summary>
public sealed class PostgresContextFactory : IDesignTimeDbContextFactory<PostgresPortalContext>
{
    /// <inheritdoc />
    public PostgresPortalContext CreateDbContext(string[] args) => DesignServices.Get<PostgresPortalContext>("Host=design");
}

internal static class DesignServices
{
    public static T Get<T>(string connection)
        where T : notnull
    {
        var builder = PortalComposition.CreateBuilder([
            $"--ConnectionStrings:Portal={connection}", $"--Portal:DataFolder={Path.GetTempPath()}"]);
        return builder.Build().Services.CreateScope().ServiceProvider.GetRequiredService<T>();
    }
}
