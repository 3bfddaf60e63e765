using System.Net;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Parts;
using Livelihood.Content.Workflow;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Content;

/// <summary>
/// Walks everything that shows content, as everybody, and looks for words that only one version has. What is not published
/// may stand nowhere but in the console of its own agency.
/// </summary>
public abstract class VisibilityTests(PortalFixture portal)
{
    private const string Own = "SMX-ZFB";
    private const string Other = "SMX-KJJ";

    /// <summary>What the public reads in lists, feeds, files and the API; <c>{word}</c> is the version's own word, <c>{agency}</c> its agency.</summary>
    private static readonly string[] PublicLists =
    [
        "/", "/documents", "/columns/notices", "/agencies/{agency}", "/feeds/all.atom", "/feeds/types/Notice.atom",
        "/api/v1/items?type=Notice&format=csv", "/feeds/consultations.ics",
    ];

    /// <summary>The same, where an item that was just published surely stands.</summary>
    private static readonly string[] SurelyListed =
    [
        "/documents?type=Notice&agency={agency}", "/feeds/agencies/{agency}.atom", "/search?q={word}", "/search/feed?q={word}",
        "/api/v1/items?type=Notice&agency={agency}",
    ];

    private static readonly string[] ConsoleLists = ["/console", "/console/content", "/console/content?type=Notice", "/console/files"];

    private static readonly string[] ConsolePages =
        ["/console/content/{id}", "/console/content/{id}/edit", "/console/content/{id}/versions", "/console/content/{id}/preview"];

    [Fact]
    public async Task WhatIsNotPublished_StandsNowhereButInItsAgencysConsole()
    {
        var shown = await ArrangeAsync();
        foreach (var (role, agency) in People())
        {
            using var visitor = role is null ? portal.NewVisitor() : await portal.Host.SignInAsync(role, agency);
            var reader = new Reader(visitor);
            foreach (var version in shown)
            {
                await LookAsync(reader, $"{role ?? "nobody"} of {agency}", WorksOnContentOf(role, agency, version.Agency), version);
            }
        }
    }

    private static IEnumerable<(string? Role, string Agency)> People() =>
        [(null, Own), .. Roles.All.Select(role => ((string?)role, Own)), (Roles.Editor, Other), (Roles.Publisher, Other)];

    private static bool WorksOnContentOf(string? role, string agency, string owner) =>
        role is Roles.Editor or Roles.Reviewer or Roles.Publisher && agency == owner;

    private static async Task LookAsync(Reader reader, string who, bool isStaff, Shown version)
    {
        foreach (var address in PublicLists.Select(version.Fill))
        {
            Assert.False(version.StandsIn(await reader.TextAsync(address)) && !version.IsPublic, $"{who} finds {version} in {address}");
        }

        foreach (var address in SurelyListed.Select(version.Fill))
        {
            Assert.True(version.StandsIn(await reader.TextAsync(address)) == version.IsPublic, $"{who} looks for {version} in {address}");
        }

        Assert.True(
            (await reader.TextAsync("/sitemap-1.xml")).Contains(version.Path + "<", StringComparison.Ordinal) == version.HasPublicVersion,
            $"{who} looks for the address of {version} in the sitemap");

        var page = await reader.TextAsync(version.Path);
        Assert.True(page.Contains(version.Word, StringComparison.Ordinal) == version.IsPublic, $"{who} at the address of {version}");
        Assert.True(await reader.StatusAsync($"/api/v1/items/{version.ItemId}") == HttpStatusCode.OK == version.HasPublicVersion, $"{who} asks the API for {version}");
        var file = await reader.StatusAsync("/media/" + version.File);
        Assert.True(file == HttpStatusCode.OK == (version.IsPublic || isStaff), $"{who} gets {file} for the file of {version}");

        foreach (var address in ConsoleLists.Concat(ConsolePages).Select(version.Fill))
        {
            Assert.False(!isStaff && !version.IsPublic && version.StandsIn(await reader.TextAsync(address)), $"{who} reads {version} in {address}");
        }

        if (version.IsLatest)
        {
            Assert.True(version.StandsIn(await reader.TextAsync(version.Fill("/console/content/{id}"))) == isStaff, $"{who} opens {version} in the console");
        }
    }

    private async Task<IReadOnlyList<Shown>> ArrangeAsync()
    {
        var shown = new List<Shown>();
        foreach (var agency in new[] { Own, Other })
        {

            var (editor, reviewer, publisher) = (
                await portal.Host.CreateStaffAsync(Roles.Editor, agency), await portal.Host.CreateStaffAsync(Roles.Reviewer, agency), await portal.Host.CreateStaffAsync(Roles.Publisher, agency));
            async Task<Shown> Write(string what, params (StaffAccount Who, ContentEvent Step)[] steps)
            {
                var version = await CreateAsync(editor, agency, what);
                foreach (var (who, step) in steps)
                {
                    await DoAsync(who, version.ItemId, step);
                }

                return version;
            }

            (StaffAccount, ContentEvent)[] toReview = [(editor, ContentEvent.Submit)];
            (StaffAccount, ContentEvent)[] toApproval = [.. toReview, (reviewer, ContentEvent.Clear)];
            (StaffAccount, ContentEvent)[] toPublic = [.. toApproval, (publisher, ContentEvent.Publish)];
            shown.Add(await Write("草稿"));
            if (agency == Other)
            {
                continue;
            }

            shown.Add(await Write("送审", toReview));
            shown.Add(await Write("待批", toApproval));
            shown.Add(await Write("定时", [.. toApproval, (publisher, ContentEvent.Schedule)]));
            shown.Add(await Write("公开", toPublic) with { IsPublic = true, HasPublicVersion = true });
            shown.Add(await Write("撤下", [.. toPublic, (publisher, ContentEvent.Withdraw)]));
            var replaced = await Write("旧版", toPublic);
            shown.Add(await SaveAsync(editor, replaced.ItemId, agency, "新稿") with { HasPublicVersion = true });
            shown.Add(replaced with { IsPublic = true, HasPublicVersion = true, IsLatest = false });
        }

        return shown;
    }

    private async Task<Shown> CreateAsync(StaffAccount editor, string agency, string what)
    {
        var (word, file) = (Word(), await FileAsync(agency));
        var version = await portal.Host.ActAsync(editor, (services, _) => services.GetRequiredService<IContentStore>()
            .CreateAsync(new("Notice", agency, Data(what, word, file))));
        return new(version.ItemId, what, word, version.Item.Path, agency, file);
    }

    private async Task<Shown> SaveAsync(StaffAccount editor, string itemId, string agency, string what)
    {
        var (word, file) = (Word(), await FileAsync(agency));
        var version = await portal.Host.ActAsync(editor, async (services, _) =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var latest = (await store.LatestAsync(itemId))!;
            return await store.SaveAsync(itemId, latest.Item.Revision, Data(what, word, file));
        });
        return new(itemId, what, word, version.Item.Path, agency, file);
    }

    private Task<ContentVersion> DoAsync(StaffAccount who, string itemId, ContentEvent step) => portal.Host.ActAsync(who, async (services, person) =>
    {
        var latest = (await services.GetRequiredService<IContentStore>().LatestAsync(itemId))!;
        var details = new StepDetails("已经核对。", step == ContentEvent.Schedule ? portal.Clock.GetUtcNow().AddDays(30) : null, HideTitle: true);
        return await services.GetRequiredService<IContentWorkflow>().DoAsync(person, itemId, latest.Item.Revision, step, details);
    });

    private Task<string> FileAsync(string agency) => portal.Host.InScopeAsync(async services =>
    {
        var name = Word();
        var file = await services.GetRequiredService<IUploads>()
            .TakeAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"附件里的词{name}")), new(name + ".txt", agency));
        return file.Path;
    });

    private static ContentData Data(string what, string word, string file) => new(
        new TitlePart($"{what}{word}"), new MarkdownBodyPart($"正文里的词{word}。"),
        new DisclosureRecordPart { Category = "20-1", Abstract = $"概述里的词{word}。" },
        new FilesPart { Files = [new(file, $"附件{word}")] });

    // Letters and digits are one word to the search, and stand in no other page.
    private static string Word() => "w" + Guid.NewGuid().ToString("n")[..12];

    /// <summary>Reads as one person; an address that is looked into for several versions is opened once, as nothing changes meanwhile.</summary>
    private sealed class Reader(PortalVisitor visitor)
    {
        private readonly Dictionary<string, string> _read = new(StringComparer.Ordinal);

        public async Task<string> TextAsync(string address)
        {
            if (!_read.TryGetValue(address, out var text))
            {
                using var answer = await visitor.GetAsync(address);
                Assert.True((int)answer.StatusCode is < 429, $"{address} answered {(int)answer.StatusCode}");
                // Marks of a search split words.
                text = (await answer.Content.ReadAsStringAsync()).Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
                _read[address] = text;
            }

            return text;
        }

        public async Task<HttpStatusCode> StatusAsync(string address)
        {
            using var answer = await visitor.GetAsync(address);
            return answer.StatusCode;
        }
    }

    private sealed record Shown(string ItemId, string What, string Word, string Path, string Agency, string File)
    {
        public bool IsPublic { get; init; }

        public bool HasPublicVersion { get; init; }

        public bool IsLatest { get; init; } = true;

        public string Title => What + Word;

        /// <summary>Whether its title stands there. The pages of a search repeat the word that was asked for, but not the title.</summary>
        public bool StandsIn(string text) => text.Contains(Title, StringComparison.Ordinal) || text.Contains($"里的词{Word}", StringComparison.Ordinal);

        public string Fill(string address) => address
            .Replace("{id}", ItemId, StringComparison.Ordinal).Replace("{word}", Word, StringComparison.Ordinal).Replace("{agency}", Agency, StringComparison.Ordinal);

        public override string ToString() => $"“{What}” of {Agency}";
    }
}

[Trait("Database", "SQLite")]
public sealed class VisibilityTestsOnSqlite(SqlitePortal portal) : VisibilityTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class VisibilityTestsOnPostgres(PostgresPortal portal) : VisibilityTests(portal), IClassFixture<PostgresPortal>;
