using System.Net;

namespace Livelihood.TestSupport.Office;

/// <summary>Somebody who files a request on the public pages, or follows it with number and query code, without scripts and without an account.</summary>
/// <param name="portal">The portal.</param>
/// <param name="place">The network address, see <see cref="OwnAddress"/>.</param>
public sealed class OfficeRequester(Uri portal, int place) : IDisposable
{
    private readonly PortalVisitor _browser = new(portal, OwnAddress.Of(place), followsRedirects: false);

    /// <summary>How many pages were opened and forms sent.</summary>
    public int Sent => _browser.Sent;

    /// <summary>Files a request with the form on one page.</summary>
    public async Task<ShownReceipt> FileAsync(WrittenRequest request)
    {
        var form = await _browser.GetPageAsync($"/disclosure/requests/new{request.Query}&whole=true");
        var check = await form.SubmitAsync("main form[action*=Check]", request.Fields);
        return ShownReceipt.On(await check.SubmitAsync("main form[action*=File]", FilingSum.AnswerOn(check), "button[formaction*=File]"));
    }

    /// <summary>Opens the request with number and code, and does something on it: form, check page, confirmation.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="kind">The event's name.</param>
    /// <param name="text">What is typed.</param>
    public async Task ActAsync(ShownReceipt receipt, string kind, (string Field, string Value) text)
    {
        var query = await _browser.GetPageAsync("/disclosure/requests/status");
        (await query.SubmitAsync("main form", new Dictionary<string, string> { ["Number"] = receipt.Number, ["Code"] = receipt.Code }, expected: HttpStatusCode.Redirect))
            .ExpectRedirectTo("/disclosure/requests/mine");
        var form = await _browser.GetPageAsync($"/disclosure/requests/mine/{kind}");
        var check = await form.SubmitAsync("main form", new Dictionary<string, string> { [$"Input[{text.Field}]"] = text.Value }, "button[formaction*=Check]");
        (await check.RecordedAsync()).ExpectRedirectTo("/disclosure/requests/mine");
    }

    public void Dispose() => _browser.Dispose();
}
