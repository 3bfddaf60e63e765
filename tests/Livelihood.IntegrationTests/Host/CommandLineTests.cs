using System.Text;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Host;

/// <summary>The commands that operators type, as processes of their own: what they print, and their exit codes.</summary>
public abstract class CommandLineTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestDatabase? _database;

    [Fact]
    public async Task A_gazette_is_imported_once_and_again_without_a_change()
    {
        var seed = Seeds.PathOf("gazette-2019-06.txt");
        var first = await RunAsync("gazette", "import", seed, "--publish");
        Assert.Equal(0, first.ExitCode);
        string[] facts = ["2019年第6号", "总第161号", "2019年6月11日", "（3个）", "文件：7份", "三政办〔2019〕8号", "已发布：/gazettes/2019/6"];
        Assert.All(facts, fact => Assert.Contains(fact, first.Output, StringComparison.Ordinal));

        var second = await RunAsync("gazette", "import", seed, "--publish");
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("没有做任何改动", second.Output, StringComparison.Ordinal);

        var chain = await RunAsync("audit", "verify");
        Assert.Equal(0, chain.ExitCode);
        Assert.Contains("审计链完好", chain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_made_once()
    {
        // As an operator begins: with an empty folder and an empty database.
        using var folder = new TemporaryFolder();
        await using var database = await CreateDatabaseAsync();
        string[] command = ["user", "create", "first-admin", "--role", "administrator", "--agency", "SMX"];
        var first = await PortalCommand.RunAsync(folder.Path, database, command);
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("密码", first.Output, StringComparison.Ordinal);

        var second = await PortalCommand.RunAsync(folder.Path, database, command);
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("已经存在", second.Errors, StringComparison.Ordinal);

        var unknown = await PortalCommand.RunAsync(folder.Path, database, "user", "create", "other", "--role", "emperor", "--agency", "SMX");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("administrator", unknown.Errors, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => _database = await PrepareAsync(_folder.Path);

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>An empty database.</summary>
    protected abstract Task<TestDatabase> CreateDatabaseAsync();

    /// <summary>A data folder and a database after a first start.</summary>
    protected abstract Task<TestDatabase> PrepareAsync(string dataFolder);

    protected Task<CommandResult> RunAsync(params string[] arguments) => PortalCommand.RunAsync(_folder.Path, _database!, arguments);

    protected async Task<string> WriteAsync(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.Path, name);
        await File.WriteAllBytesAsync(path, bytes);
        return path;
    }
}

[Trait("Database", "SQLite")]
public sealed class CommandLineOnSqlite : CommandLineTests
{
    // What is read, refused or computed before a database is asked for is tried on one alone.
    [Fact]
    public async Task A_gazette_in_GB18030_is_read_alike()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = await File.ReadAllTextAsync(Seeds.PathOf("gazette-2019-06.txt"), TestContext.Current.CancellationToken);
        var result = await RunAsync("gazette", "import", await WriteAsync("gb18030.txt", Encoding.GetEncoding("GB18030").GetBytes(text)));
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("文件：7份", result.Output, StringComparison.Ordinal);
        Assert.Contains("已存为草稿", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_is_told_and_nothing_starts()
    {
        var wrong = await RunAsync("--Portal:Address=gongkai.example/zwgk");
        Assert.Equal(2, wrong.ExitCode);
        Assert.StartsWith("设置有误，没有启动：Portal:Address 应当是门户的网址", wrong.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", wrong.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_gazette_is_refused_with_a_reason()
    {
        var empty = await RunAsync("gazette", "import", await WriteAsync("empty.txt", []));
        var binary = await RunAsync("gazette", "import", await WriteAsync("binary.txt", [0, 159, 146, 150, 0, 1, 2, 3, 255, 254, 0, 0]));
        var letter = await RunAsync("gazette", "import", await WriteAsync("letter.txt", Encoding.UTF8.GetBytes("今天天气很好。\n我们去散步。\n")));
        var missing = await RunAsync("gazette", "import", Path.Combine(Path.GetTempPath(), $"missing-{Guid.NewGuid():n}.txt"));
        Assert.All([empty, binary, letter, missing], result =>
        {
            Assert.Equal(2, result.ExitCode);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", result.Errors);
            Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task R_CALC_Deadlines_are_computed_line_by_line_without_touching_the_database()
    {
        using var folder = new TemporaryFolder();
        await using var database = await CreateDatabaseAsync();
        var result = await PortalCommand.RunWithInputAsync(folder.Path, database, "{\"received\":\"2026-02-05\"}\n\n{\"received\":\"2026-09-18\",\"events\":[]}\n{\"received\":\"2026-03-02\",\"events\":[{\"kind\":\"postponed\",\"on\":\"2026-03-20\",\"until\":\"2026-05-30\"}]}\n", "deadlines");

        Assert.Equal(0, result.ExitCode);
        var answers = result.Output.Split('\n');
        Assert.Equal(5, answers.Length);
        Assert.StartsWith("{\"due\":\"2026-03-11\"", answers[0], StringComparison.Ordinal);
        Assert.Contains("\"rule\":\"R-CALC\"", answers[1], StringComparison.Ordinal);
        Assert.StartsWith("{\"due\":\"2026-10-22\"", answers[2], StringComparison.Ordinal);
        Assert.StartsWith("{\"due\":\"2026-06-01\"", answers[3], StringComparison.Ordinal);
        Assert.Equal("", answers[4]);
        Assert.Contains("有1个问题没有算出期限", result.Errors, StringComparison.Ordinal);
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    protected override Task<TestDatabase> PrepareAsync(string dataFolder) => PreparedPortal.CopyToSqliteAsync(dataFolder);
}

[Trait("Database", "PostgreSQL")]
public sealed class CommandLineOnPostgres : CommandLineTests
{
    protected override async Task<TestDatabase> CreateDatabaseAsync() => await PostgresTestDatabase.CreateAsync();

    protected override Task<TestDatabase> PrepareAsync(string dataFolder) => PreparedPortal.CopyToPostgresAsync(dataFolder);
}
