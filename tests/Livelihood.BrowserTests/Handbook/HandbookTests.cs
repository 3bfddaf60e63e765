using System.Text.RegularExpressions;
using Livelihood.BrowserTests.Fixtures;
using Livelihood.Content.Handbook;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.BrowserTests.Handbook;

/// <summary>
/// Does what the editors' handbook describes and takes its pictures, so that the handbook stays true: every picture that a
/// chapter shows was taken here, and every label that it quotes in 「」 stands on a page that was opened here.
/// </summary>
public sealed partial class HandbookTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly EditorsHandbook Handbook = new(EditorsHandbook.DefaultFolder);

    [Fact]
    public async Task The_handbook_tells_the_truth()
    {
        var album = new HandbookAlbum();
        await using var editor = await HandbookPerson.SignInAsync(browser, album, Roles.Editor, "编辑");
        await using var reviewer = await HandbookPerson.SignInAsync(browser, album, Roles.Reviewer, "保密审查员");
        await using var publisher = await HandbookPerson.SignInAsync(browser, album, Roles.Publisher, "发布员");

        var walk = new HandbookWalk(browser, album);
        await walk.BeginAsync();
        await walk.ImportAsync(editor);
        await walk.WriteAsync(editor);
        await walk.EditTogetherAsync(editor);
        await walk.CompareAsync(editor);
        await walk.ShowAsync(editor);
        await walk.ReviewAsync(editor, reviewer);
        await walk.ApproveAsync(publisher);
        await walk.CorrectAndWithdrawAsync(editor, publisher);
        await walk.UploadAsync(editor);
        await walk.ListAsync(editor, reviewer);
        await walk.ArrangeSiteAsync(publisher);
        await walk.ExportAsync();
        await walk.DigitiseAsync(editor);
        await walk.PrintAsync(publisher);
        await new HandbookOfficeWalk(browser, album).WalkAsync();

        var shown = Handbook.Chapters.SelectMany(c => Picture().Matches(c.Markdown)).Select(m => m.Groups["file"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(shown.Order(StringComparer.Ordinal), album.Pictures.Order(StringComparer.Ordinal));
        var untrue = Handbook.Chapters.SelectMany(c => Label().Matches(c.Markdown).Select(m => (c.Name, Text: m.Groups["text"].Value)))
            .Where(l => !album.Labels.Contains(l.Text)).Select(l => $"{l.Name}: {l.Text}").Distinct();
        Assert.Empty(untrue);
        album.Publish();
        var kept = Directory.EnumerateFiles(Repository.PathOf("docs", "handbook", "pictures")).Select(p => Path.GetFileName(p));
        Assert.Equal(shown.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Chapters_can_be_read_by_everybody()
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Reviewer);
        foreach (var width in new[] { Width.Phone, Width.Desk })
        {
            await using var window = await browser.OpenWindowAsync(width);
            await window.Page.GotoAsync("/account/sign-in?returnUrl=/console/handbook");
            await window.Page.Locator("[name=UserName]").FillAsync(account.UserName);
            await window.Page.Locator("[name=Password]").FillAsync(account.Password);
            await window.Page.Locator("main form button").ClickAsync();
            await window.CheckAsync("contents");
            // On a desk the widest chapters are enough: with tables and with pictures.
            foreach (var chapter in Handbook.Chapters.Where(c => width == Width.Phone || c.Name is "write" or "files"))
            {
                await window.OpenAsync("/console/handbook/" + chapter.Name);
            }
        }
    }

    [GeneratedRegex(@"\]\(pictures/(?<file>[a-z-]+\.png)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Picture();

    [GeneratedRegex("「(?<text>[^」]+)」", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
