using System.Net;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Media.Jobs;
using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files.Scanning;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Livelihood.IntegrationTests.Media;

/// <summary>Files wait for the scanner, and nobody gets them meanwhile; what it finds is gone.</summary>
public abstract class ScanTests(PortalFixture portal)
{
    private readonly Shelf _shelf = new(portal.Host, portal.DataFolder);

    [Fact]
    public async Task File_IsKeptBackUntilScanned_AndInfectedOnesAreRemoved()
    {
        using var scanner = new ScriptedClamd { Answer = "stream: too busy ERROR" };
        portal.Services.GetRequiredService<IOptions<UploadOptions>>().Value.Clamd = scanner.Address;
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var file = await _shelf.TakeAsync("待扫描.pdf", SampleFiles.Pdf("waits"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(Shelf.Url(file))).StatusCode);
        var item = await _shelf.WriteItemAsync("带附件", publish: false, new FilesPart { Files = [new(file.Path, "附件")] });
        Assert.Contains("等待病毒扫描", (await Assert.ThrowsAsync<ContentRefusedException>(() => _shelf.PublishAsync(item))).Message);

        await _shelf.RunUntilAsync(MediaJobs.Scan, db => db.Set<MediaWork>().AnyAsync(w => w.Path == file.Path && w.Attempts > 0));
        Assert.Contains("稍后自动再试", (await editor.GetPageAsync($"{Shelf.Page}/{file.Path}")).VisibleText);

        scanner.Answer = "stream: OK";
        portal.Clock.Advance(TimeSpan.FromHours(2));
        await _shelf.RunUntilAsync(MediaJobs.Scan, db => db.Set<MediaFile>().AnyAsync(f => f.Path == file.Path && f.Scan == MediaScan.Clean));
        Assert.Equal(SampleFiles.Pdf("waits"), scanner.Last);
        await _shelf.PublishAsync(item);
        Assert.Equal(HttpStatusCode.OK, (await portal.NewVisitor().GetAsync(Shelf.Url(file))).StatusCode);

        scanner.Answer = "stream: Test.Virus FOUND";
        var infected = await _shelf.TakeAsync("有毒.pdf", SampleFiles.Pdf("infected"));
        await _shelf.RunUntilAsync(MediaJobs.Scan, db => db.Set<MediaFile>().AnyAsync(f => f.Path == infected.Path && f.Scan == MediaScan.Infected));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(Shelf.Url(infected))).StatusCode);
        Assert.False(File.Exists(Path.Combine(portal.DataFolder, "files", infected.FileHash[..2], infected.FileHash)));
        Assert.Contains("发现病毒（Test.Virus）", (await editor.GetPageAsync($"{Shelf.Page}/{infected.Path}")).VisibleText);
        Assert.Contains("以前扫描出病毒", (await Assert.ThrowsAsync<UploadRefusedException>(() => _shelf.TakeAsync("有毒.pdf", SampleFiles.Pdf("infected")))).Message);
        Assert.True(await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
            .AnyAsync(e => e.Action == "media.infected" && e.SubjectId == infected.Path)));
    }
}

[Trait("Database", "SQLite")]
public sealed class ScanTestsOnSqlite(SqlitePortal portal) : ScanTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ScanTestsOnPostgres(PostgresPortal portal) : ScanTests(portal), IClassFixture<PostgresPortal>;

/// <summary>The client and a clamd as Debian ships it.</summary>
public sealed class RealClamdTests
{
    [Fact]
    public async Task Scan_TellsCleanFromInfected_ByALocalSocket()
    {
        Assert.SkipWhen(Clamd.Program is null, "clamd is not installed (Debian: clamav-daemon).");
        using var clamd = await Clamd.StartAsync();
        var scanner = new VirusScanner(clamd.Address);

        Assert.Null((await scanner.ScanAsync(new MemoryStream(SampleFiles.Pdf("clean")))).Finding);
        Assert.Equal("Test.Marker.UNOFFICIAL", (await scanner.ScanAsync(new MemoryStream(SampleFiles.Pdf(Clamd.Marker)))).Finding);
        // Larger than a chunk, and found inside an archive.
        Assert.Null((await scanner.ScanAsync(new MemoryStream(new byte[3_000_000]))).Finding);
        var zip = SampleFiles.Zip(("a.txt", System.Text.Encoding.ASCII.GetBytes(Clamd.Marker)));
        Assert.NotNull((await scanner.ScanAsync(new MemoryStream(zip))).Finding);
    }

    [Fact]
    public async Task Scan_WithoutAScanner_SaysSo() =>
        await Assert.ThrowsAsync<IOException>(() => new VirusScanner("unix:/nowhere/clamd.ctl").ScanAsync(new MemoryStream([1])));
}
