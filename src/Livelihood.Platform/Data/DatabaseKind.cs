namespace Livelihood.Platform.Data;

/// <summary>The database that the connection string chose.</summary>
public enum DatabaseKind
{
    /// <summary>One file in the data folder, in WAL mode.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, for several web nodes.</summary>
    PostgreSql,
}
