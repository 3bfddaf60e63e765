using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure.Access;

/// <summary>A portal with nothing to print with: pages are walked for rights, not for PDF.</summary>
public sealed class MatrixPortal : PortalFixture
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Portal:Chromium"] = "/nowhere/chromium" };

    protected override Task<TestDatabase> PrepareAsync(string dataFolder) => PreparedPortal.CopyToSqliteAsync(dataFolder);
}

/// <summary>The portal, the request and everybody who walks through the table, made once.</summary>
public sealed class AccessWalk : IAsyncLifetime
{
    private readonly MatrixPortal _portal = new();

    internal PortalHost Host => _portal.Host;

    internal AccessVisitors Visitors { get; private set; } = null!;

    internal AccessScene Scene { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();
        Visitors = await AccessVisitors.SignInAsync(Host);
        Scene = await AccessScene.MakeAsync(Host, Visitors.Account);
        await Visitors.AddRequestersAsync(Host, Scene);
    }

    public async ValueTask DisposeAsync()
    {
        Visitors.Dispose();
        await _portal.DisposeAsync();
    }
}

/// <summary>
/// Every page and action of the module with every role, another agency's staff, another requester, another account and
/// nobody, compared with a table. Rights are not the database's, so one database is enough.
/// </summary>
[Trait("Database", "SQLite")]
public sealed class AccessMatrixTests(AccessWalk walk) : IClassFixture<AccessWalk>
{
    [Fact]
    public async Task Everybody_gets_to_see_and_do_what_the_table_says_and_nothing_else()
    {
        var actions = await ModuleActions.OfAsync(walk.Host);
        var wrong = AccessTable.All.Where(line => !actions.Contains(line.Action)).Select(line => $"{line.Verb} {line.Address}: there is no such action").ToList();
        var missing = actions.Except(AccessTable.All.Select(line => line.Action)).Order(StringComparer.Ordinal).Select(AccessLine.Missing).ToLookup(line => line.CanBeFilled(walk.Scene.Values));
        wrong.AddRange(missing[false].Select(line => $"{line.Verb} {line.Address}: no line in the table; write one with values for its parameters"));
        foreach (var line in AccessTable.All.Concat(missing[true]))
        {
            var letters = new List<string>();
            foreach (var (i, visitor) in walk.Visitors.All.Index())
            {
                if (line.Expected.ElementAtOrDefault(i) == '.')
                {
                    letters.Add(".");
                    continue;
                }

                using var answer = await visitor.AskAsync(line.Verb, line.Fill(walk.Scene.Values));
                letters.Add(await AccessAnswer.LetterAsync(answer));
            }

            if (string.Concat(letters) is var found && found != line.Expected)
            {
                wrong.Add($"{(letters.TrueForAll(letter => letter.Length == 1) ? line.Write(found) : $"{line.Verb} {line.Address}: {found}")}  the table: {line.Expected}");
            }
        }

        Assert.True(wrong.Count == 0, "The portal answers otherwise than the table says:\n" + string.Join('\n', wrong));
    }

    [Fact]
    public async Task Nothing_is_done_for_a_form_without_its_token()
    {
        var wrong = new List<string>();
        foreach (var line in AccessTable.All.Where(line => line.Verb == "POST" && !line.Address.StartsWith("/api/", StringComparison.Ordinal)))
        {
            // Of those who are let in, one is enough.
            foreach (var visitor in LetIn(line).Take(1))
            {
                using var answer = await visitor.AskAsync(line.Verb, line.Fill(walk.Scene.Values), isWithToken: false);
                if (answer.StatusCode != HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{line.Verb} {line.Address} by {visitor.Name}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task What_no_page_can_do_is_refused_and_is_no_fault()
    {
        var wrong = new List<string>();
        // Where a page has one thing that it can do, that is what an unknown name does.
        var done = AccessTable.All.Select(line => line.Action).ToHashSet(StringComparer.Ordinal);
        foreach (var line in AccessTable.All.Where(line => line.Verb == "GET" && !line.Address.Contains('?', StringComparison.Ordinal) && !done.Contains("POST" + line.Action[3..])))
        {
            foreach (var visitor in LetIn(line).Take(1))
            {
                using var answer = await visitor.AskAsync("POST", line.Fill(walk.Scene.Values) + "?handler=Unheard-of");
                if ((int)answer.StatusCode is not (200 or 302 or 404 or 405 or 409 or 422))
                {
                    wrong.Add($"POST {line.Address}?handler=Unheard-of by {visitor.Name}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private IEnumerable<AccessVisitor> LetIn(AccessLine line) => walk.Visitors.All.Zip(line.Expected).Where(pair => pair.Second is 'o' or '+' or '*').Select(pair => pair.First);
}
