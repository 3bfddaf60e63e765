using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Disclosure.Papers;

/// <summary>Hands a paper out: shown where browsers show it, and then without any right to run or to ask for anything.</summary>
internal static class PaperAnswer
{
    private const string Sandbox = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

    // Browsers refuse to show a PDF in a sandbox.
    private const string ForPdf = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";

    public static FileContentResult Of(HttpResponse response, OpenedPaper paper)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = paper.Kind == Content.Media.MediaKind.Pdf ? ForPdf : Sandbox;
        var disposition = new ContentDispositionHeaderValue(paper.Kind.Inline ? "inline" : "attachment");
        disposition.SetHttpFileName(paper.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        return new(paper.Bytes, paper.Kind.ContentType);
    }
}
