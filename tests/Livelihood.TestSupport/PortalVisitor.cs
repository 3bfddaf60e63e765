using System.Net;

namespace Livelihood.TestSupport;

/// <summary>
/// Visits the portal over real HTTP as a browser without JavaScript does: keeps cookies, follows redirects,
/// and submits the forms that the pages contain, hidden fields and antiforgery tokens included.
/// </summary>
public sealed class PortalVisitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    /// <param name="baseAddress">The portal.</param>
    /// <param name="from">The network address that the visitor comes from; null: this machine's usual one.</param>
    /// <param name="followsRedirects">Whether the page behind a redirect is opened too; else its address is all that is looked at.</param>
    public PortalVisitor(Uri baseAddress, IPAddress? from = null, bool followsRedirects = true)
    {
        var handler = from is null ? new SocketsHttpHandler() : OwnAddress.Handler(from);
        handler.CookieContainer = _cookies;
        handler.AllowAutoRedirect = followsRedirects;
        _http = new HttpClient(handler) { BaseAddress = baseAddress };
    }

    /// <summary>The portal.</summary>
    public Uri BaseAddress => _http.BaseAddress!;

    /// <summary>How many pages were opened and forms sent.</summary>
    public int Sent { get; private set; }

    /// <summary>The cookies that the visitor would send to an address, as a header's value.</summary>
    public string CookiesFor(string path) => _cookies.GetCookieHeader(new Uri(BaseAddress, path));

    /// <summary>Opens a page and expects it to answer 200 (after redirects).</summary>
    public Task<PortalPage> GetPageAsync(string path) => GetPageAsync(path, HttpStatusCode.OK);

    /// <summary>Opens a page and expects the given status (after redirects).</summary>
    public Task<PortalPage> GetPageAsync(string path, HttpStatusCode expected) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), expected);

    /// <summary>The plain answer, for what is not a page.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));

    /// <summary>Posts fields as a page's script does.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="tokenFrom">A page with a form, whose antiforgery token is sent too; none is sent if left out.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, IReadOnlyDictionary<string, string> fields, string? tokenFrom = null)
    {
        const string Token = "__RequestVerificationToken";
        var body = new Dictionary<string, string>(fields);
        if (tokenFrom is not null)
        {
            body[Token] = (await GetPageAsync(tokenFrom)).Find($"input[name={Token}]").GetAttribute("value")!;
        }

        return await _http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(body));
    }

    /// <summary>The plain answer to a request that a page's script would send.</summary>
    public Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public void Dispose() => _http.Dispose();

    internal async Task<PortalPage> SendAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        Sent++;
        // A browser says that it wants HTML; error pages depend on it.
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        if (request.Method == HttpMethod.Post)
        {
            // And, of a form, from which site it comes.
            request.Headers.Add("Origin", BaseAddress.GetLeftPart(UriPartial.Authority));
        }

        using var response = await _http.SendAsync(request);
        var page = await PortalPage.ReadAsync(this, response);
        return response.StatusCode == expected
            ? page
            : throw new UnexpectedAnswerException($"{request.Method} {page.Address.PathAndQuery} answered {(int)response.StatusCode}, not {(int)expected}:\n{page.VisibleText}");
    }
}

/// <summary>The portal answered with another status than the test expected; the message holds the page's text.</summary>
public sealed class UnexpectedAnswerException(string message) : Exception(message);
