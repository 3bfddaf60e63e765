using System.Net;

namespace Livelihood.TestSupport;

/// <summary>
/// Visits the portal over real HTTP as a browser without JavaScript does: keeps cookies, follows redirects,
/// and submits the forms that the pages contain, hidden fields and antiforgery tokens included.
/// </summary>
public sealed class PortalVisitor : IDisposable
{
    private readonly HttpClient _http;

    public PortalVisitor(Uri baseAddress)
    {
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = baseAddress };
    }

    /// <summary>Opens a page and expects it to answer 200 (after redirects).</summary>
    public Task<PortalPage> GetPageAsync(string path) => GetPageAsync(path, HttpStatusCode.OK);

    /// <summary>Opens a page and expects the given status (after redirects).</summary>
    public Task<PortalPage> GetPageAsync(string path, HttpStatusCode expected) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), expected);

    /// <summary>The plain answer, for what is not a page.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));

    public void Dispose() => _http.Dispose();

    internal async Task<PortalPage> SendAsync(HttpRequestMessage request, HttpStatusCode expected)
    {
        // A browser says that it wants HTML; error pages depend on it.
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        using var response = await _http.SendAsync(request);
        var page = await PortalPage.ReadAsync(this, response);
        return response.StatusCode == expected
            ? page
            : throw new UnexpectedAnswerException($"{request.Method} {page.Address.PathAndQuery} answered {(int)response.StatusCode}, not {(int)expected}:\n{page.VisibleText}");
    }
}

/// <summary>The portal answered with another status than the test expected; the message holds the page's text.</summary>
public sealed class UnexpectedAnswerException(string message) : Exception(message);
