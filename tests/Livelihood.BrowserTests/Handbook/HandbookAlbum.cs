using Livelihood.BrowserTests.Fixtures;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests.Handbook;

/// <summary>The handbook's pictures, and the labels of all pages that were seen while they were taken.</summary>
internal sealed class HandbookAlbum
{
    /// <summary>With this variable set to 1, the pictures also replace those of the repository.</summary>
    private const string UpdateVariable = "LIVELIHOOD_UPDATE_HANDBOOK";

    private const int LargestPicture = 120 * 1024;
    private const float Margin = 8;

    private readonly string _folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "handbook")).FullName;

    /// <summary>The file names of the pictures taken.</summary>
    public HashSet<string> Pictures { get; } = new(StringComparer.Ordinal);

    /// <summary>What stands on buttons, links, fields and headings, with and without words for screen readers, numbers beside links and notes in brackets.</summary>
    public HashSet<string> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the labels of the page.</summary>
    public async Task ReadAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        Labels.UnionWith(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('a, button, label, legend, summary, option, th, dt, h1, h2, h3, h4, strong')].flatMap(element => {
              const seen = element.cloneNode(true);
              seen.querySelectorAll('.govuk-visually-hidden, .item-picker__note').forEach(hidden => hidden.remove());
              if (element.matches('.page-actions a')) {
                seen.querySelectorAll('span').forEach(count => count.remove());
              }
              return [element.textContent, seen.textContent].map(text => text.replace(/\s+/g, ' ').trim())
                .flatMap(text => [text, text.replace(/（[^（）]*）$/, '')]);
            })
            """));
    }

    /// <summary>Takes a picture of parts of the page and what stands between them, and reads the page's labels.</summary>
    public async Task TakeAsync(IPage page, string name, params ILocator[] parts)
    {
        await ReadAsync(page);
        await page.EvaluateAsync("() => window.scrollTo(0, 0)");
        var boxes = new List<LocatorBoundingBoxResult>();
        foreach (var part in parts)
        {
            boxes.Add(await part.BoundingBoxAsync() ?? throw new InvalidOperationException($"What {name}.png shows cannot be seen."));
        }

        var (left, top) = (Math.Max(0, boxes.Min(b => b.X) - Margin), Math.Max(0, boxes.Min(b => b.Y) - Margin));
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(_folder, name + ".png"),
            FullPage = true,
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
            Clip = new Clip
            {
                X = left,
                Y = top,
                Width = boxes.Max(b => b.X + b.Width) + Margin - left,
                Height = boxes.Max(b => b.Y + b.Height) + Margin - top,
            },
        });
        Assert.True(picture.Length <= LargestPicture, $"{name}.png has {picture.Length} bytes.");
        Pictures.Add(name + ".png");
    }

    /// <summary>Puts the pictures beside the chapters, if that was asked for.</summary>
    public void Publish()
    {
        if (Environment.GetEnvironmentVariable(UpdateVariable) != "1")
        {
            return;
        }

        var folder = Directory.CreateDirectory(Repository.PathOf("docs", "handbook", "pictures"));
        foreach (var old in folder.EnumerateFiles("*.png"))
        {
            old.Delete();
        }

        foreach (var picture in Pictures)
        {
            File.Copy(Path.Combine(_folder, picture), Path.Combine(folder.FullName, picture));
        }
    }
}
