using System.Text.RegularExpressions;
using Livelihood.Content.Handbook;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Livelihood.UnitTests.Handbook;

/// <summary>The handbook as it is written. Whether it tells the truth about the pages, the browser tests say.</summary>
public sealed partial class EditorsHandbookTests
{
    private static readonly EditorsHandbook Handbook = new(EditorsHandbook.DefaultFolder);

    [Fact]
    public void Chapters_LinkToChaptersAndHeadingsThatExist()
    {
        Assert.True(Handbook.Chapters.Count >= 12);
        Assert.All(Handbook.Chapters, chapter => Assert.All(Link().Matches(chapter.Markdown), link =>
        {
            var target = Handbook.Find(link.Groups["name"].Value)?.Chapter;
            Assert.NotNull(target);
            Assert.True(!link.Groups["anchor"].Success || target.Outline.Any(h => h.Anchor == link.Groups["anchor"].Value), link.Value);
        }));
    }

    [Fact]
    public void Chapters_ShowPicturesThatExist_WithAlternativeText() =>
        Assert.All(Handbook.Chapters.SelectMany(c => Picture().Matches(c.Markdown)), picture =>
        {
            Assert.NotNull(Handbook.PictureFile(picture.Groups["file"].Value));
            Assert.True(picture.Groups["text"].Length >= 6, picture.Value);
        });

    [Theory]
    [InlineData("/console", "begin")]
    [InlineData("/account/two-factor", "begin")]
    [InlineData("/console/content", "bulk")]
    [InlineData("/console/content/new", "write")]
    [InlineData("/console/content/new/Notice", "write")]
    [InlineData("/console/content/4tqvn6m2k8s1c7f9b3x5w0z6ya/edit", "write")]
    [InlineData("/console/content/4tqvn6m2k8s1c7f9b3x5w0z6ya", "review")]
    [InlineData("/console/content/4tqvn6m2k8s1c7f9b3x5w0z6ya/compare", "versions")]
    [InlineData("/console/files", "files")]
    [InlineData("/console/taxonomies", "columns")]
    [InlineData("/console/long-work/0f8fad5b-d9cb-469f-a165-70867728950e", "bulk")]
    [InlineData("/console/gazettes/import", "digitise")]
    [InlineData("/console/disclosure", null)]
    public void Help_LeadsToTheFittingChapter(string path, string? chapter)
    {
        Assert.Equal(chapter, HandbookHelp.ChapterFor(new PathString(path)));
        Assert.True(chapter is null || Handbook.Find(chapter) is not null);
    }

    [Fact]
    public void Find_KnowsNeighbours()
    {
        Assert.Null(Handbook.Find("nothing"));
        Assert.Null(Handbook.Find("begin")!.Value.Before);
        Assert.Equal("begin", Handbook.Find("write")!.Value.Before!.Name);
        Assert.Null(Handbook.Find(Handbook.Chapters[^1].Name)!.Value.After);
    }

    [GeneratedRegex(@"\]\([0-9]{2}-(?<name>[a-z-]+)\.md(#(?<anchor>[^)]+))?\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"!\[(?<text>[^\]]*)\]\(pictures/(?<file>[^)]+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Picture();
}
