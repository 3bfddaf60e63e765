using System.Net;

namespace Livelihood.TestSupport.Office;

/// <summary>A receipt as somebody saw it.</summary>
/// <param name="Number">The receipt number.</param>
/// <param name="Code">The query code.</param>
/// <param name="Hash">The hash of the register's audit entry.</param>
public sealed record ShownReceipt(string Number, string Code, string Hash)
{
    /// <summary>The receipt on a page.</summary>
    /// <exception cref="UnexpectedAnswerException">The page is none; the message says what it is.</exception>
    public static ShownReceipt On(PortalPage page) => page.TextsOf(".receipt__code") is [var number, var code]
        ? new(number, code, page.Find(".receipt__hash").TextContent)
        : throw new UnexpectedAnswerException($"This is no receipt:\n{page.VisibleText}");
}

/// <summary>
/// Somebody who files requests one after the other through the portal's pages, with a browser without scripts. A form
/// that was sent and not answered is sent again the next time, as people do.
/// </summary>
public sealed class FilingPerson(Uri portal, int number, string agency) : IDisposable
{
    private readonly PortalVisitor _browser = new(portal, OwnAddress.Of(number));
    private PortalPage? _sent;

    /// <summary>How many forms the person filled in.</summary>
    public int Forms { get; private set; }

    /// <summary>Whether the last form that was sent had no answer.</summary>
    public bool IsUnanswered => _sent is not null;

    /// <summary>The last receipt that the person saw; null before the first.</summary>
    public ShownReceipt? Last { get; private set; }

    /// <summary>Files a request.</summary>
    /// <exception cref="HttpRequestException">The portal is gone.</exception>
    /// <exception cref="UnexpectedAnswerException">It answered, and not with a page.</exception>
    public async Task<ShownReceipt> FileAsync()
    {
        var check = _sent ?? await (await _browser.GetPageAsync("/disclosure/requests/new?whole=true")).SubmitAsync("main form", new Dictionary<string, string>
        {
            ["Input.Agency"] = agency,
            ["Input.Subject"] = $"第{number}人的第{Forms + 1}件",
            ["Input.Form"] = "Electronic",
            ["Input.Delivery"] = "PickUp",
            ["Input.Name"] = "申请人甲",
            ["Input.IdentityKind"] = "OtherPersonal",
            ["Input.IdentityNumber"] = $"T{number}",
            ["Input.Phone"] = "13800001234",
            ["Input.Address"] = "测试路1号",
        });
        Forms += _sent is null ? 1 : 0;
        _sent = check;
        Last = ShownReceipt.On(await SendAsync(check));
        _sent = null;
        return Last;
    }

    // Who files many is asked a sum, as a program might be: on the check page, or by the answer to the form.
    private static async Task<PortalPage> SendAsync(PortalPage check)
    {
        var page = check;
        do
        {
            page = await page.SubmitAsync("main form", FilingSum.AnswerOn(page), "button[formaction*=File]");
        }
        while (FilingSum.AnswerOn(page).Count > 0);
        return page;
    }

    /// <summary>Whether number and query code of a receipt open a request.</summary>
    public async Task<bool> OpensAsync(ShownReceipt receipt)
    {
        var page = await (await _browser.GetPageAsync("/disclosure/requests/status"))
            .SubmitAsync("main form", new Dictionary<string, string> { ["Number"] = receipt.Number, ["Code"] = receipt.Code });
        return page.Status == HttpStatusCode.OK && page.Address.AbsolutePath == "/disclosure/requests/mine" && page.VisibleText.Contains(receipt.Number, StringComparison.Ordinal);
    }

    public void Dispose() => _browser.Dispose();
}
