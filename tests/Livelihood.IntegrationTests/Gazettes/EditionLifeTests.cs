using System.Net;
using Livelihood.Gazettes.Edition;
using Livelihood.Gazettes.Edition.Printing;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes;

/// <summary>Portals without Chromium, with one that crashes, started again, and two on one database.</summary>
public sealed class EditionLifeTests
{
    private static readonly Dictionary<string, string> WithoutChromium = new() { ["Portal:Chromium"] = "/nowhere/chromium" };

    [Fact]
    public async Task WithoutChromium_WordAndArchiveAreMade_ThePageSaysWhatIsMissing_AndLaterThePdfIsAdded()
    {
        using var folder = new TemporaryFolder();
        var database = await PreparedPortal.CopyToSqliteAsync(folder.Path);
        string issueId;
        await using (var host = PortalHost.Start(folder.Path, database, settings: WithoutChromium))
        {
            var press = new Press(host);
            issueId = (await press.ImportAsync(51)).IssueId;
            await press.RunAsync();
            var edition = Assert.Single(await press.EditionsAsync(issueId));
            Assert.Equal(EditionState.WithoutPdf, edition.State);
            using var visitor = host.NewVisitor();
            Assert.Equal(["docx", "zip"], Endings(await visitor.GetPageAsync(PrintedIssueText.AddressOf(51))));
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(PrintedIssueText.AddressOf(51) + "/edition.pdf")).StatusCode);
            using var editor = await host.SignInAsync(Roles.Editor);
            var page = await editor.GetPageAsync("/console" + PrintedIssueText.AddressOf(51) + "/edition");
            Assert.Contains("缺少Chromium", page.VisibleText);
            Assert.Contains("Portal:Chromium", page.VisibleText);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await editor.GetAsync("/console" + PrintedIssueText.AddressOf(51) + "/proof.pdf")).StatusCode);
        }

        await using var again = PortalHost.Start(folder.Path, database);
        Assert.SkipUnless(again.Services.GetRequiredService<IssuePrinter>().Availability.IsAvailable, "There is no Chromium on PATH.");
        var second = new Press(again);
        again.Clock.Advance(TimeSpan.FromHours(1));
        await second.RunUntilAsync(issueId, e => e.State == EditionState.Done);
        Assert.NotNull(Assert.Single(await second.EditionsAsync(issueId)).PdfHash);
        using var reader = again.NewVisitor();
        Assert.Equal(["pdf", "docx", "zip"], Endings(await reader.GetPageAsync(PrintedIssueText.AddressOf(51))));
    }

    [Fact]
    public async Task ChromiumThatCrashes_IsToldAndTriedAgain_AndGivenUpAtLast()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A shell script stands in for Chromium.");
        using var folder = new TemporaryFolder();
        var program = Path.Combine(folder.Path, "crashing");
        await File.WriteAllTextAsync(program, "#!/bin/sh\nexit 1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var database = await PreparedPortal.CopyToSqliteAsync(folder.Path);
        await using var host = PortalHost.Start(folder.Path, database, settings: new Dictionary<string, string> { ["Portal:Chromium"] = program });
        var press = new Press(host);
        var issueId = (await press.ImportAsync(52)).IssueId;

        await press.RunUntilAsync(issueId, e => e.Attempts == 1 && e.State == EditionState.Waiting);
        using var editor = await host.SignInAsync(Roles.Editor);
        Assert.Contains("稍后自动再试", (await editor.GetPageAsync("/console" + PrintedIssueText.AddressOf(52) + "/edition")).VisibleText);
        for (var attempt = 2; attempt <= 5; attempt++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(10));
            await press.RunUntilAsync(issueId, e => e.Attempts == attempt && e.State is EditionState.Waiting or EditionState.Failed);
        }

        var edition = Assert.Single(await press.EditionsAsync(issueId));
        Assert.Equal(EditionState.Failed, edition.State);
        Assert.Contains("重新制作", edition.Message);
    }

    [Fact]
    public async Task TwoNodes_MakeItOnce()
    {
        using var folder = new TemporaryFolder();
        await using var database = await PreparedPortal.CopyToPostgresAsync(folder.Path);
        await using var one = PortalHost.Start(folder.Path, database, settings: WithoutChromium);
        await using var two = PortalHost.Start(folder.Path, database, settings: WithoutChromium);
        var issues = new List<string>();
        for (var number = 61; number < 66; number++)
        {
            issues.Add((await new Press(one).ImportAsync(number)).IssueId);
        }

        two.Clock.Set(one.Clock.GetUtcNow());
        await Task.WhenAll(new Press(one).RunAsync(), new Press(two).RunAsync());

        foreach (var issue in issues)
        {
            var edition = Assert.Single(await new Press(one).EditionsAsync(issue));
            Assert.Equal((EditionState.WithoutPdf, 1), (edition.State, edition.Attempts));
        }
    }

    private static IEnumerable<string> Endings(PortalPage page) => page.Document.QuerySelectorAll("section[aria-labelledby=issue-edition] a")
        .Select(a => a.GetAttribute("href")!.Split('.')[^1]);
}
