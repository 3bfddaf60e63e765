using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Livelihood.IntegrationTests.Fixtures;
using Xunit;

namespace Livelihood.IntegrationTests.Api;

/// <summary>A program that uses the interface, with or without a token.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(PortalFixture portal, string? token = null)
    {
        _http = new HttpClient { BaseAddress = portal.Host.BaseAddress };
        _http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Sends a request; a body is JSON, headers are "Name: value".</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, params string[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (var header in headers)
        {
            var (name, value) = (header.Split(": ")[0], header.Split(": ", 2)[1]);
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return _http.SendAsync(request);
    }

    /// <summary>Reads JSON and expects 200.</summary>
    public async Task<JsonObject> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        return await JsonAsync(response, HttpStatusCode.OK);
    }

    /// <summary>The JSON of an answer that has the status expected.</summary>
    public static async Task<JsonObject> JsonAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}, not {(int)expected}: {text}");
        Assert.Equal((int)expected < 400 ? "application/json" : "application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return JsonNode.Parse(text)!.AsObject();
    }

    public void Dispose() => _http.Dispose();
}
