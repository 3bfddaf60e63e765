using Livelihood.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>Suggestions below the search box: by keyboard, with axe, and a form without scripts.</summary>
public sealed class SuggestionTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone)]
    [InlineData(Width.Desk)]
    public async Task Typing_pinyin_offers_titles_that_the_keyboard_can_take(Width width)
    {
        await using var window = await browser.OpenWindowAsync(width);
        await window.OpenAsync("/search");
        var box = window.Page.Locator("#q");
        await box.PressSequentiallyAsync("msss");
        var options = window.Page.Locator("#q-suggestions [role=option]");
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await Assertions.Expect(options.First).ToContainTextAsync("民生实事");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await box.PressAsync("ArrowDown");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-activedescendant", "q-suggestions-0");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await window.CheckAsync("suggestions");

        await box.PressAsync("Escape");
        await Assertions.Expect(box).ToHaveValueAsync("msss");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "false");

        await box.PressAsync("ArrowDown");
        await box.PressAsync("ArrowDown");
        var chosen = await box.InputValueAsync();
        await box.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/search?q=*");
        await Assertions.Expect(window.Page.Locator(".search-result__title").First).ToContainTextAsync(chosen);
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Without_scripts_the_box_is_a_form_that_reads_pinyin()
    {
        await using var window = await browser.OpenWindowAsync(Width.Phone, Scripts.Off);
        await window.OpenAsync("/search");
        await window.Page.Locator("#q").FillAsync("minshengshishi");
        await window.Page.Locator("#q").PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync("下面是“民生实事”的结果");
        await window.CheckAsync("read-as");
    }
}
