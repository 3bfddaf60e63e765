using Livelihood.TestSupport;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>What a requester holds after filing.</summary>
internal sealed record Filed(string Number, string Code, PortalPage Receipt);

/// <summary>Files and follows requests through the pages, as a citizen without JavaScript does.</summary>
internal static class Requests
{
    public const string Agency = "SMX-ZFB";
    public const string Name = "申请人甲";
    public const string IdentityNumber = "411200198001010011";
    public const string Phone = "13800001234";
    public const string Address = "三门峡市湖滨区测试路1号";

    /// <summary>A form filled in rightly.</summary>
    public static Dictionary<string, string> Form(string subject = "2019年公路养护经费安排", string agency = Agency) => new()
    {
        ["Input.Agency"] = agency,
        ["Input.Subject"] = subject,
        ["Input.Form"] = "Electronic",
        ["Input.Delivery"] = "PickUp",
        ["Input.Name"] = Name,
        ["Input.IdentityKind"] = "ResidentCard",
        ["Input.IdentityNumber"] = IdentityNumber,
        ["Input.Phone"] = Phone,
        ["Input.Address"] = Address,
    };

    public static async Task<PortalPage> CheckAsync(PortalVisitor visitor, Dictionary<string, string>? form = null)
    {
        var page = await visitor.GetPageAsync("/disclosure/requests/new?whole=true");
        return await page.SubmitAsync("main form", form ?? Form());
    }

    public static async Task<Filed> FileAsync(PortalVisitor visitor, Dictionary<string, string>? form = null)
    {
        var check = await CheckAsync(visitor, form);
        return Read(await check.SubmitAsync("main form", button: "button[formaction*=File]"));
    }

    public static Filed Read(PortalPage receipt)
    {
        var codes = receipt.TextsOf(".receipt__code");
        return codes.Count == 2
            ? new(codes[0], codes[1], receipt)
            : throw new InvalidOperationException($"This is no receipt:\n{receipt.VisibleText}");
    }

    public static async Task<PortalPage> AskAsync(PortalVisitor visitor, string number, string code)
    {
        var page = await visitor.GetPageAsync("/disclosure/requests/status");
        return await page.SubmitAsync("main form", new Dictionary<string, string> { ["Number"] = number, ["Code"] = code });
    }

    public static async Task<PortalPage> ConfirmAsync(PortalVisitor handler, string number)
    {
        var page = await handler.GetPageAsync($"/console/disclosure/{number}");
        return await page.SubmitAsync("main form[action*=Confirm]");
    }
}
