using Livelihood.IntegrationTests.Fixtures;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Citizens;

/// <summary>
/// A portal that all tests of citizens' accounts on one database share, a class after the other: its limits are wide, and
/// it knows a provider of its own.
/// </summary>
public abstract class CitizenPortal : PortalFixture
{
    /// <summary>What one network address may send; tests of the limit come from an address of their own.</summary>
    public const int CodesPerHour = 150;

    /// <summary>The portal's own provider.</summary>
    public CertifiedProvider Provider { get; private set; } = null!;

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(Provider.Settings)
    {
        ["Citizens:CodesPerHour"] = $"{CodesPerHour}",
        ["Citizens:TriesPerFiveMinutes"] = "400",
        ["Disclosure:QueriesPerMinute"] = "400",
    };

    protected sealed override async Task<TestDatabase> PrepareAsync(string dataFolder)
    {
        Provider = await CertifiedProvider.StartNewAsync();
        return await CopyAsync(dataFolder);
    }

    protected abstract Task<TestDatabase> CopyAsync(string dataFolder);
}

/// <summary>On SQLite.</summary>
public sealed class SqliteCitizenPortal : CitizenPortal
{
    protected override Task<TestDatabase> CopyAsync(string dataFolder) => PreparedPortal.CopyToSqliteAsync(dataFolder);
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresCitizenPortal : CitizenPortal
{
    protected override Task<TestDatabase> CopyAsync(string dataFolder) => PreparedPortal.CopyToPostgresAsync(dataFolder);
}

[CollectionDefinition(Name)]
public sealed class CitizensOnSqlite : ICollectionFixture<SqliteCitizenPortal>
{
    public const string Name = "Citizens on SQLite";
}

[CollectionDefinition(Name)]
public sealed class CitizensOnPostgres : ICollectionFixture<PostgresCitizenPortal>
{
    public const string Name = "Citizens on PostgreSQL";
}
