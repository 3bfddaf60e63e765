using Livelihood.Content.Publication;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Feeds;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Search.Alerts;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Search;

/// <summary>One rule of visibility for all that the search engine answers.</summary>
public abstract class VisibilityTests(PortalFixture portal) : IAsyncLifetime
{
    private const string Word = "獐子岛藻场";
    private readonly Library _library = new(portal.Host);

    public async ValueTask InitializeAsync() => await _library.OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task WhatIsNotPublic_IsInNoOutput()
    {
        await SubscribeAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await _library.PublishAsync($"公开的{Word}", $"{Word}。");
        var withdrawn = await _library.PublishAsync($"撤下的{Word}", $"{Word}。");
        var draft = await portal.DraftNoticeAsync($"起草的{Word}");
        var revised = await _library.PublishAsync("旧文", "正文。");
        await _library.ReviseAsync(revised, $"改写的{Word}", $"{Word}。", publish: false);
        await _library.WithdrawAsync(withdrawn);
        Assert.False(draft.Published);

        using var visitor = portal.NewVisitor();
        var suggestions = await portal.Host.InScopeAsync(s => s.GetRequiredService<IPublishedSearch>().SuggestAsync(Word, 10));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.Host.InScopeAsync(s => s.GetRequiredService<AlertDigests>().SendDueAsync(default));
        var mail = await portal.Host.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<OutboxMessage>()
            .Where(m => m.To == "rule@example.com" && m.Unsubscribe != null).Select(m => m.Body).SingleAsync());
        var outputs = new Dictionary<string, string>
        {
            ["page"] = (await visitor.GetPageAsync($"/search?q={Word}")).Html.Replace("<mark>", "").Replace("</mark>", ""),
            ["interface"] = await TextAsync(visitor, $"/api/v1/search?q={Word}"),
            ["table"] = await TextAsync(visitor, $"/api/v1/search?q={Word}&format=csv"),
            ["feed"] = await TextAsync(visitor, $"/search/feed?q={Word}"),
            ["suggestions"] = string.Join('\n', suggestions.Select(s => s.Title)),
            ["mail"] = mail,
        };
        Assert.All(outputs, output =>
        {
            Assert.Contains($"公开的{Word}", output.Value, StringComparison.Ordinal);
            Assert.All(new[] { "撤下的", "起草的", "改写的" }, hidden => Assert.DoesNotContain(hidden + Word, output.Value, StringComparison.Ordinal));
        });
    }

    private Task SubscribeAsync() => portal.Host.InScopeAsync(async services =>
    {
        await services.GetRequiredService<SearchAlerts>().RequestAsync("rule@example.com", "https://example.gov.cn", $"?q={Uri.EscapeDataString(Word)}", Word, default);
        var id = await services.GetRequiredService<PortalDbContext>().Set<SearchAlert>().Where(a => a.Title == Word).Select(a => a.Id).SingleAsync();
        var token = services.GetRequiredService<AlertSecrets>().TokenOf(id, AlertLink.Confirm);
        Assert.True(await services.GetRequiredService<SearchAlerts>().ConfirmAsync(token, default));
    });

    private static async Task<string> TextAsync(PortalVisitor visitor, string path)
    {
        using var response = await visitor.GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }
}

[Trait("Database", "SQLite")]
public sealed class VisibilityTestsOnSqlite(SqlitePortal portal) : VisibilityTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class VisibilityTestsOnPostgres(PostgresPortal portal) : VisibilityTests(portal), IClassFixture<PostgresPortal>;
