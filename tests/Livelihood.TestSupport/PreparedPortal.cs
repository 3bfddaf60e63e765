namespace Livelihood.TestSupport;

/// <summary>
/// A portal that was set up once for a whole test run, by the portal itself. Setting one up takes seconds; classes of tests
/// begin on a copy, which takes a fraction of one.
/// </summary>
public static class PreparedPortal
{
    private static readonly Lazy<Task<Original>> OnSqlite = new(() => SetUpAsync(() => Task.FromResult<TestDatabase>(new SqliteTestDatabase())));

    private static readonly Lazy<Task<Original>> OnPostgres = new(() => SetUpAsync(async () => await PostgresTestDatabase.CreateAsync()));

    static PreparedPortal() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var original in new[] { OnSqlite, OnPostgres }.Where(o => o is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            original.Value.Result.Database.DisposeAsync().AsTask().Wait();
            original.Value.Result.Folder.Dispose();
        }
    };

    /// <summary>Fills a data folder, with SQLite in it.</summary>
    public static async Task<TestDatabase> CopyToSqliteAsync(string dataFolder)
    {
        Copy((await OnSqlite.Value).Folder.Path, dataFolder);
        return new SqliteTestDatabase();
    }

    /// <summary>Fills a data folder and a new PostgreSQL database.</summary>
    public static async Task<TestDatabase> CopyToPostgresAsync(string dataFolder)
    {
        var original = await OnPostgres.Value;
        Copy(original.Folder.Path, dataFolder);
        return await PostgresTestDatabase.CreateAsync((PostgresTestDatabase)original.Database);
    }

    private static async Task<Original> SetUpAsync(Func<Task<TestDatabase>> create)
    {
        var folder = new TemporaryFolder();
        var database = await create();
        await using var host = PortalHost.Start(folder.Path, database);
        return new(folder, database);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private sealed record Original(TemporaryFolder Folder, TestDatabase Database);
}
