using System.Net;
using System.Net.Http.Headers;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure.Access;

/// <summary>
/// One of those who walk through the table: with the cookies that signing in left, whatever answers bring later, with a
/// right antiforgery token, and from a network address of its own, as what one address may send is limited.
/// </summary>
internal sealed class AccessVisitor(string name, PortalVisitor signedIn, string token, Uri portal, IPAddress address) : IDisposable
{
    private readonly HttpClient _http = ClientFrom(address, portal);

    public string Name => name;

    /// <summary>Asks for something.</summary>
    /// <param name="verb">GET or POST.</param>
    /// <param name="path">Where.</param>
    /// <param name="isWithToken">Whether what is posted brings the antiforgery token.</param>
    public async Task<HttpResponseMessage> AskAsync(string verb, string path, bool isWithToken = true)
    {
        using var request = new HttpRequestMessage(new(verb), path);
        request.Headers.Accept.ParseAdd("text/html");
        if (signedIn.CookiesFor(path) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        if (verb == "POST")
        {
            request.Content = path.StartsWith("/api/", StringComparison.Ordinal) ? new StringContent("{}", new MediaTypeHeaderValue("application/json")) : FormOf(isWithToken);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _http.Dispose();
        signedIn.Dispose();
    }

    private static HttpClient ClientFrom(IPAddress address, Uri portal)
    {
        var handler = OwnAddress.Handler(address);
        (handler.UseCookies, handler.AllowAutoRedirect) = (false, false);
        return new(handler) { BaseAddress = portal };
    }

    // A revision that was never: whoever is let in changes nothing, so that the next one finds it as it was.
    private FormUrlEncodedContent FormOf(bool isWithToken)
    {
        var fields = new Dictionary<string, string> { ["Revision"] = "-1", ["BasedOn"] = "-1" };
        if (isWithToken)
        {
            fields["__RequestVerificationToken"] = token;
        }

        return new(fields);
    }
}

/// <summary>Everybody who walks through the table, in the order of its columns.</summary>
internal sealed class AccessVisitors : IDisposable
{
    /// <summary>An agency that has nothing to do with the request.</summary>
    public const string Elsewhere = "SMX-KJJ";

    private readonly List<AccessVisitor> _all = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<AccessVisitor> All => _all;

    /// <summary>The account that collects the request.</summary>
    public Guid Account { get; private set; }

    /// <summary>Signs all in; the requesters are let in by <see cref="AddRequestersAsync"/>.</summary>
    public static async Task<AccessVisitors> SignInAsync(PortalHost host)
    {
        var visitors = new AccessVisitors();
        await visitors.AddAsync("nobody", host.NewVisitor());
        await visitors.AddCitizenAsync(host, "another account", "q7-stranger@example.com");
        await visitors.AddCitizenAsync(host, "the account", "q7-account@example.com");
        visitors.Account = await host.InScopeAsync(services =>
            services.GetRequiredService<PortalDbContext>().Set<CitizenAccount>().OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync());
        return visitors;
    }

    /// <summary>Lets requesters in by number and query code, and signs staff in.</summary>
    public async Task AddRequestersAsync(PortalHost host, AccessScene scene)
    {
        foreach (var (name, number, code) in new[] { ("the requester", scene.Values["number"], scene.Code), ("another requester", scene.Other.Number, scene.Other.Code) })
        {
            var visitor = host.NewVisitor();
            await Requests.AskAsync(visitor, number, code);
            await AddAsync(name, visitor);
        }

        foreach (var role in new[] { Roles.Handler, Roles.Head, Roles.Supervisor, Roles.Administrator, Roles.Publisher, Roles.Reviewer, Roles.Editor })
        {
            // A supervisor watches from above, an administrator belongs to the city.
            var agency = role is Roles.Supervisor or Roles.Administrator ? "SMX" : StaffAccounts.DefaultAgency;
            await AddAsync(role, await host.SignInAsync(role, agency));
        }

        foreach (var role in new[] { Roles.Handler, Roles.Head, Roles.Supervisor, Roles.Publisher })
        {
            await AddAsync($"{role} elsewhere", await host.SignInAsync(role, Elsewhere));
        }
    }

    public void Dispose() => _all.ForEach(one => one.Dispose());

    private async Task AddCitizenAsync(PortalHost host, string name, string address)
    {
        var visitor = host.NewVisitor();
        await host.SignInCitizenAsync(visitor, address);
        await AddAsync(name, visitor);
    }

    private async Task AddAsync(string name, PortalVisitor visitor) => _all.Add(new(
        name, visitor, (await visitor.GetPageAsync("/disclosure/requests/status")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!,
        visitor.BaseAddress, OwnAddress.Of(_all.Count)));
}
