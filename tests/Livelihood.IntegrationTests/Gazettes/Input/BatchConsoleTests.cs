using System.Net;
using System.Text;
using Livelihood.Content.Items;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes.Input;

/// <summary>Many issues through the console: as long work with a report; the original files are kept and handed out.</summary>
public abstract class BatchConsoleTests(PortalFixture portal)
{
    private const string Import = "/console/gazettes/import";

    private string File(string name, byte[] bytes) => PrintedIssueText.FileIn(portal.DataFolder, name, bytes);

    private static async Task<PortalPage> UploadAsync(PortalVisitor visitor, params string[] paths) =>
        await (await visitor.GetPageAsync(Import)).SubmitAsync("main form", new Dictionary<string, string> { ["Files"] = string.Join('\n', paths) });

    private Task<int> IssuesAsync() => portal.Host.InScopeAsync(async services =>
        await services.GetRequiredService<PortalDbContext>().Set<ContentItem>().CountAsync(i => i.Type == "GazetteIssue"));

    [Fact]
    public async Task A_zip_of_thirty_issues_with_three_bad_ones_is_imported_but_for_those_and_again_changes_nothing()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var before = await IssuesAsync();
        var issues = Enumerable.Range(101, 27).Select(n => ($"公报/第{n}号.txt", PrintedIssueText.BytesOf(n)));
        var path = File("thirty.zip", SampleFiles.Zip(
        [
            .. issues, ("公报/信.txt", "今天天气很好。"u8.ToArray()), ("公报/扫描.pdf", SampleFiles.Pdf("")), ("公报/旧.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
            ("__MACOSX/公报/._信.txt", [1, 2, 3]),
        ]));

        var started = await UploadAsync(editor, path);
        Assert.StartsWith("/console/long-work/", started.Address.AbsolutePath);
        var done = await editor.WorkEndsAsync(started.Address.AbsolutePath);

        Assert.Contains("共30项：已导入27，未变0，没有导入3", done.VisibleText);
        Assert.Contains("信.txt：没有导入。没有认出这是一期公报", done.VisibleText);
        Assert.Contains("扫描.pdf：没有导入。PDF没有文字层", done.VisibleText);
        Assert.Contains("旧.doc：没有导入。这是旧版Word", done.VisibleText);
        Assert.Equal(before + 27, await IssuesAsync());
        var report = await (await editor.GetAsync($"{started.Address.AbsolutePath}?handler=File")).Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], report[..3]);
        Assert.Equal(31, Encoding.UTF8.GetString(report).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await editor.WorkEndsAsync((await UploadAsync(editor, path)).Address.AbsolutePath);
        Assert.Contains("共30项：已导入0，未变27，没有导入3", again.VisibleText);
        Assert.Equal(before + 27, await IssuesAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(portal.DataFolder, "gazette-uploads")));
    }

    [Fact]
    public async Task Several_files_are_imported_as_work_and_the_same_issue_twice_is_told()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var started = await UploadAsync(
            editor,
            File("a.txt", PrintedIssueText.BytesOf(131)),
            File("b.txt", Encoding.UTF8.GetBytes(PrintedIssueText.Of(131) + "\n又一行。")),
            File("c.txt", Encoding.GetEncoding("GB18030").GetBytes(PrintedIssueText.Of(132))));
        var done = await editor.WorkEndsAsync(started.Address.AbsolutePath);

        Assert.Contains("共3项：已导入2，未变0，没有导入1", done.VisibleText);
        Assert.Contains("b.txt：没有导入。与“a.txt”是同一期（2022年第131号）", done.VisibleText);
    }

    [Fact]
    public async Task A_volume_in_one_file_is_parted()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);

        var started = await UploadAsync(editor, File("volume.txt", Encoding.UTF8.GetBytes(PrintedIssueText.Of(133) + "\n\n" + PrintedIssueText.Of(134))));
        var done = await editor.WorkEndsAsync(started.Address.AbsolutePath);

        Assert.Contains("已导入2", done.VisibleText);
        await editor.GetPageAsync("/console/gazettes/2022/134");
    }

    [Fact]
    public async Task The_original_is_handed_out_as_it_came_and_that_is_audited()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("GB18030").GetBytes(PrintedIssueText.Of(135));
        var draft = await UploadAsync(editor, File("原件.txt", bytes));

        var sources = await draft.FollowAsync("a[href$='/sources']");
        Assert.Contains("原件.txt", sources.VisibleText);
        var address = sources.Find("main dd a").GetAttribute("href")!;
        var answer = await editor.GetAsync(address);

        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var audited = await portal.Host.InScopeAsync(async services => await services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
            .Where(e => e.Action == "gazette.source_taken").OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.StartsWith("account:", audited.Actor);
        using var visitor = portal.NewVisitor();
        Assert.Equal("/account/sign-in", (await visitor.GetAsync(address)).RequestMessage!.RequestUri!.AbsolutePath);
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        Assert.Equal("/account/denied", (await handler.GetAsync(address)).RequestMessage!.RequestUri!.AbsolutePath);
        await editor.GetPageAsync("/console/gazettes/1980/1/sources", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_may_not_write_for_the_publisher_gets_no_issue_by_work_either()
    {
        using var stranger = await portal.Host.SignInAsync(Roles.Editor, "SMX-JYJ");
        var before = await IssuesAsync();

        var started = await UploadAsync(stranger, File("d.txt", PrintedIssueText.BytesOf(136)), File("e.txt", PrintedIssueText.BytesOf(137)));
        var done = await stranger.WorkEndsAsync(started.Address.AbsolutePath);

        Assert.Contains("没有为该机关编写内容的权限", done.VisibleText);
        Assert.Equal(before, await IssuesAsync());
    }
}

[Trait("Database", "SQLite")]
public sealed class BatchConsoleTestsOnSqlite(SqlitePortal portal) : BatchConsoleTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class BatchConsoleTestsOnPostgres(PostgresPortal portal) : BatchConsoleTests(portal), IClassFixture<PostgresPortal>;
