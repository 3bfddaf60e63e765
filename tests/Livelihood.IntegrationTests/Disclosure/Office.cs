using System.Net;
using Livelihood.TestSupport;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>Records events in the console, as staff do: form, check page, record.</summary>
internal static class Office
{
    public static Task<PortalPage> OpenAsync(PortalVisitor staff, string number, string kind, string? option = null) =>
        staff.GetPageAsync($"/console/disclosure/{number}/record/{kind}{(option is null ? "" : $"?Option={option}")}");

    public static Task<PortalPage> CheckAsync(PortalPage form, params (string Field, string Value)[] fields) =>
        form.SubmitAsync("main form", fields.ToDictionary(field => $"Input[{field.Field}]", field => field.Value), "button[formaction*=Check]");

    public static Task<PortalPage> ConfirmAsync(PortalPage check, HttpStatusCode expected = HttpStatusCode.OK) =>
        check.SubmitAsync("main form", button: "button[formaction*='handler=Record']", expected: expected);

    /// <summary>Records an event; the page of the request afterwards.</summary>
    public static async Task<PortalPage> RecordAsync(PortalVisitor staff, string number, string kind, params (string Field, string Value)[] fields) =>
        await RecordAsync(staff, number, kind, option: null, fields);

    /// <inheritdoc cref="RecordAsync(PortalVisitor,string,string,(string,string)[])"/>
    public static async Task<PortalPage> RecordAsync(PortalVisitor staff, string number, string kind, string? option, params (string Field, string Value)[] fields)
    {
        var done = await ConfirmAsync(await CheckAsync(await OpenAsync(staff, number, kind, option), fields));
        return done.Address.AbsolutePath == $"/console/disclosure/{number}"
            ? done
            : throw new InvalidOperationException($"{kind} was not recorded:\n{done.VisibleText}");
    }
}
