using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Io;

namespace Livelihood.TestSupport;

/// <summary>A page as the portal answered it, parsed.</summary>
public sealed class PortalPage
{
    private readonly PortalVisitor _visitor;

    private PortalPage(PortalVisitor visitor, HttpResponseMessage response, string html, IHtmlDocument document)
    {
        _visitor = visitor;
        Address = response.RequestMessage!.RequestUri!;
        Status = response.StatusCode;
        Headers = response.Headers;
        Html = html;
        Document = document;
    }

    /// <summary>Where the visitor is after redirects.</summary>
    public Uri Address { get; }

    public HttpStatusCode Status { get; }

    public HttpResponseHeaders Headers { get; }

    public string Html { get; }

    public IHtmlDocument Document { get; }

    /// <summary>The text of the main part of the page (of all of it where there is no main part), white space collapsed.</summary>
    public string VisibleText =>
        string.Join(' ', ((Document.QuerySelector("main") ?? Document.Body)?.TextContent ?? Html)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The one element that matches; a clear failure if there is none.</summary>
    public IElement Find(string selector) =>
        Document.QuerySelector(selector)
        ?? throw new InvalidOperationException($"{Address.PathAndQuery} has no element '{selector}'. It says:\n{VisibleText}");

    /// <summary>The texts of all elements that match, white space collapsed.</summary>
    public IReadOnlyList<string> TextsOf(string selector) =>
        [.. Document.QuerySelectorAll(selector).Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>Follows the link that matches and expects 200.</summary>
    public Task<PortalPage> FollowAsync(string selector) =>
        _visitor.GetPageAsync(((IHtmlAnchorElement)Find(selector)).Href);

    /// <summary>
    /// Fills in and submits a form as a browser would. Fields are named by their <c>name</c>; a field, an option or a
    /// button that the form does not have is an error, as a person could not choose it either.
    /// The value of a file field is the path of a file, or several, a line each.
    /// </summary>
    /// <param name="formSelector">Finds the form.</param>
    /// <param name="fields">What is typed or chosen; everything else stays as the page has it.</param>
    /// <param name="button">Finds the button inside the form; its name, value and address are sent. The first one if left out.</param>
    /// <param name="expected">The status after redirects.</param>
    public Task<PortalPage> SubmitAsync(
        string formSelector,
        IReadOnlyDictionary<string, string>? fields = null,
        string? button = null,
        HttpStatusCode expected = HttpStatusCode.OK)
    {
        var form = (IHtmlFormElement)Find(formSelector);
        foreach (var (name, value) in fields ?? new Dictionary<string, string>())
        {
            Fill(form, name, value);
        }

        var submitter = (IHtmlElement)(button is null
            ? form.QuerySelector("button:not([type=button]), input[type=submit]") ?? throw new InvalidOperationException($"The form {formSelector} has no button.")
            : form.QuerySelector(button) ?? throw new InvalidOperationException($"The form {formSelector} has no button '{button}'."));
        var request = form.GetSubmission(submitter) ?? throw new InvalidOperationException($"The form {formSelector} cannot be submitted.");
        return _visitor.SendAsync(ToMessage(request), expected);
    }

    internal static async Task<PortalPage> ReadAsync(PortalVisitor visitor, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var context = BrowsingContext.New(Configuration.Default);
        var document = await context.OpenAsync(answer => answer.Content(html).Address(response.RequestMessage!.RequestUri!.ToString()));
        return new PortalPage(visitor, response, html, (IHtmlDocument)document);
    }

    private static void Fill(IHtmlFormElement form, string name, string value)
    {
        var controls = form.Elements.Where(e => e.GetAttribute("name") == name).ToList();
        if (controls.Count == 0)
        {
            var known = string.Join(", ", form.Elements.Select(e => e.GetAttribute("name")).Where(n => n is not null).Distinct());
            throw new InvalidOperationException($"The form has no field '{name}'; it has: {known}.");
        }

        switch (controls[0])
        {
            case IHtmlInputElement { Type: "radio" }:
                var radios = controls.OfType<IHtmlInputElement>().ToList();
                var chosen = radios.Find(r => r.Value == value)
                    ?? throw new InvalidOperationException($"'{name}' offers {string.Join(", ", radios.Select(r => r.Value))}, not '{value}'.");
                radios.ForEach(r => r.IsChecked = r == chosen);
                break;
            case IHtmlInputElement { Type: "checkbox" } box:
                box.IsChecked = bool.Parse(value);
                break;
            case IHtmlInputElement { Type: "file" } upload:
                foreach (var path in value.Split('\n'))
                {
                    upload.Files!.Add(new UploadedFile(path));
                }

                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                var option = select.Options.FirstOrDefault(o => o.Value == value)
                    ?? throw new InvalidOperationException($"'{name}' offers {string.Join(", ", select.Options.Select(o => o.Value))}, not '{value}'.");
                option.IsSelected = true;
                break;
            default:
                throw new InvalidOperationException($"'{name}' is a {controls[0].LocalName}, which cannot be filled in.");
        }
    }

    private static HttpRequestMessage ToMessage(DocumentRequest request)
    {
        var message = new HttpRequestMessage(new System.Net.Http.HttpMethod(request.Method.ToString().ToUpperInvariant()), new Uri(request.Target.Href));
        if (message.Method != System.Net.Http.HttpMethod.Get)
        {
            message.Content = new StreamContent(request.Body);
            if (request.MimeType is { } type)
            {
                message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            }
        }

        return message;
    }
}
