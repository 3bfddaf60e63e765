using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes.Input;

/// <summary>The command line: exit codes, reports, and going on after a kill or Ctrl+C.</summary>
public abstract class BatchCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestDatabase _database = null!;

    protected string Issues => Path.Combine(_folder.Path, "公报");

    protected Task<CommandResult> RunAsync(params string[] arguments) => PortalCommand.RunAsync(_folder.Path, _database, arguments);

    protected void Write(string name, byte[] bytes) => PrintedIssueText.FileIn(Directory.CreateDirectory(Issues).FullName, name, bytes);

    [Fact]
    public async Task A_folder_with_a_bad_file_ends_with_2_and_the_report_says_which()
    {
        foreach (var number in Enumerable.Range(1, 3))
        {
            Write($"第{number}号.txt", PrintedIssueText.BytesOf(number));
        }

        Write("信.txt", "今天天气很好。"u8.ToArray());
        var report = Path.Combine(_folder.Path, "报告.csv");

        var mixed = await RunAsync("gazette", "import", Issues, "--publish", "--report", report);

        Assert.Equal(2, mixed.ExitCode);
        Assert.Contains("信.txt：没有认出这是一期公报", mixed.Errors);
        Assert.Contains("共4项：已导入3，未变0，没有导入1", mixed.Output);
        var csv = await File.ReadAllBytesAsync(report, TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.Contains("第2号.txt,已导入,2022年第2号,/gazettes/2022/2,2,", Encoding.UTF8.GetString(csv));

        File.Delete(Path.Combine(Issues, "信.txt"));
        var good = await RunAsync("gazette", "import", Issues, "--publish", "--report", Path.ChangeExtension(report, ".json"));

        Assert.Equal(0, good.ExitCode);
        Assert.Contains("未变3", good.Output);
        var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.ChangeExtension(report, ".json"), TestContext.Current.CancellationToken));
        Assert.All(json.RootElement.EnumerateArray(), line => Assert.Equal("unchanged", line.GetProperty("outcome").GetString()));
    }

    [Fact]
    public Task What_is_killed_in_the_middle_goes_on_when_it_is_run_again() => EndedInTheMiddleAsync(politely: false, exitCode: 137);

    protected async Task EndedInTheMiddleAsync(bool politely, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        const int Count = 24;
        foreach (var number in Enumerable.Range(1, Count))
        {
            Write($"第{number}号.txt", PrintedIssueText.BytesOf(number));
        }

        var broken = await PortalCommand.RunWatchedAsync(
            _folder.Path,
            _database,
            (process, line) =>
            {
                if (line.StartsWith("第3号.txt：已导入", StringComparison.Ordinal))
                {
                    Action<Process> end = politely ? PortalCommand.Interrupt : static killed => killed.Kill();
                    end(process);
                }
            },
            "gazette", "import", Issues);
        Assert.Equal(exitCode, broken.ExitCode);
        Assert.DoesNotContain($"第{Count}号.txt：已导入", broken.Output);
        Assert.True(!politely || broken.Errors.Contains("再次运行同一条命令", StringComparison.Ordinal), broken.Errors);

        var resumed = await RunAsync("gazette", "import", Issues);
        var chain = await RunAsync("audit", "verify");

        Assert.Equal((0, 0), (resumed.ExitCode, chain.ExitCode));
        Assert.Contains("第3号.txt：未变", resumed.Output);
        Assert.Contains($"第{Count}号.txt：已导入", resumed.Output);
        Assert.Contains($"共{Count}项：", resumed.Output);
        Assert.DoesNotContain("没有导入1", resumed.Output);
    }

    public async ValueTask InitializeAsync() => _database = await PrepareAsync(_folder.Path);

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<TestDatabase> PrepareAsync(string dataFolder);
}

[Trait("Database", "SQLite")]
public sealed class BatchCommandTestsOnSqlite : BatchCommandTests
{
    // How the command takes Ctrl+C and its options does not depend on the database.
    [Fact]
    public Task What_is_interrupted_in_the_middle_goes_on_when_it_is_run_again() => EndedInTheMiddleAsync(politely: true, exitCode: 130);

    [Fact]
    public async Task Another_kind_of_report_is_refused_before_anything_is_imported()
    {
        Write("第1号.txt", PrintedIssueText.BytesOf(1));

        var refused = await RunAsync("gazette", "import", Issues, "--report", "报告.xlsx");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(".csv或者.json", refused.Errors);
    }

    protected override Task<TestDatabase> PrepareAsync(string dataFolder) => PreparedPortal.CopyToSqliteAsync(dataFolder);
}

[Trait("Database", "PostgreSQL")]
public sealed class BatchCommandTestsOnPostgres : BatchCommandTests
{
    protected override Task<TestDatabase> PrepareAsync(string dataFolder) => PreparedPortal.CopyToPostgresAsync(dataFolder);
}
