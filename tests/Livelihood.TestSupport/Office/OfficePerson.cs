using System.Globalization;
using System.Net;
using Livelihood.Disclosure.Domain;

namespace Livelihood.TestSupport.Office;

/// <summary>
/// A member of staff at the console, with a browser without scripts: signs in every day, enters requests that came on paper,
/// and records events as people do, from the form over the page that shows what it does to the record.
/// </summary>
/// <param name="host">The portal.</param>
/// <param name="account">The account.</param>
/// <param name="place">Its first network address, see <see cref="OwnAddress"/>; <see cref="Machines"/> of them are its own.</param>
public sealed class OfficePerson(PortalHost host, StaffAccount account, int place) : IDisposable
{
    /// <summary>How many machines a person has. Days pass within seconds here, and one address may sign in thirty times in five minutes: after so many days the next machine is taken.</summary>
    public const int Machines = 8;

    private const int DaysAtMachine = 25;

    private readonly Machine?[] _machines = new Machine?[Machines];
    private DateOnly _signedIn;
    private int _days = -1;

    /// <summary>How many pages were opened and forms sent.</summary>
    public int Sent => _machines.Sum(machine => machine?.Browser.Sent ?? 0);

    private DateOnly Today => DateOnly.FromDateTime(host.Clock.GetUtcNow().AddHours(8).DateTime);

    /// <summary>Opens a page of the console.</summary>
    public async Task<PortalPage> OpenAsync(string path) => await (await AtWorkAsync()).GetPageAsync(path);

    /// <summary>Declares that the agency takes requests by fax, from today on.</summary>
    public async Task DeclareFaxAsync(string agency)
    {
        var form = await OpenAsync($"/console/disclosure-channels/{agency}");
        (await form.SubmitAsync("main form", new Dictionary<string, string> { ["TakesFax"] = "true", ["FaxNumber"] = "0000-1234567" }, expected: HttpStatusCode.Redirect))
            .ExpectRedirectTo("/console/disclosure-channels");
    }

    /// <summary>Enters a request that came by another channel than the portal.</summary>
    /// <param name="request">The request.</param>
    /// <param name="channel">How it came.</param>
    /// <param name="on">When.</param>
    public async Task<ShownReceipt> EnterAsync(WrittenRequest request, Channel channel, DateOnly on)
    {
        var form = await OpenAsync("/console/disclosure/intake" + request.Query);
        var fields = request.Fields;
        (fields["Channel"], fields["Arrived"]) = (channel.ToString(), Text(on));
        var check = await form.SubmitAsync("main form[action*=Check]", fields);
        return ShownReceipt.On(await check.SubmitAsync("main form", button: "button[formaction*=File]"));
    }

    /// <summary>Confirms a request with the button on its page.</summary>
    public async Task ConfirmAsync(string number) =>
        (await (await OpenAsync($"/console/disclosure/{number}")).SubmitAsync("main form[action*=Confirm]", expected: HttpStatusCode.Redirect))
            .ExpectRedirectTo($"/console/disclosure/{number}");

    /// <summary>Records an event: form, check page, record.</summary>
    /// <param name="number">The request.</param>
    /// <param name="kind">The event's name.</param>
    /// <param name="option">What is chosen before the form, or null.</param>
    /// <param name="fields">What is typed; the rest stays as the form proposes it.</param>
    public async Task RecordAsync(string number, string kind, string? option = null, params (string Field, string Value)[] fields)
    {
        var form = await OpenAsync($"/console/disclosure/{number}/record/{kind}{(option is null ? "" : $"?Option={option}")}");
        var check = await form.SubmitAsync("main form", fields.ToDictionary(field => $"Input[{field.Field}]", field => field.Value), "button[formaction*=Check]");
        (await check.RecordedAsync()).ExpectRedirectTo($"/console/disclosure/{number}");
    }

    public void Dispose()
    {
        foreach (var machine in _machines)
        {
            machine?.Browser.Dispose();
        }
    }

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The machine, signed in: yesterday's session is over. The form of the first time can be sent again, as its token names nobody.</summary>
    private async Task<PortalVisitor> AtWorkAsync()
    {
        var today = Today;
        _days += _signedIn == today ? 0 : 1;
        var number = _days / DaysAtMachine % Machines;
        var machine = _machines[number] ??= new(new(host.BaseAddress, OwnAddress.Of(place + number), followsRedirects: false));
        if (_signedIn != today)
        {
            machine.Door ??= await machine.Browser.GetPageAsync("/account/sign-in?returnUrl=/console");
            (await machine.Door.SubmitAsync("main form", new Dictionary<string, string> { ["UserName"] = account.UserName, ["Password"] = account.Password }, expected: HttpStatusCode.Redirect))
                .ExpectRedirectTo("/console");
            _signedIn = today;
        }

        return machine.Browser;
    }

    private sealed class Machine(PortalVisitor browser)
    {
        public PortalVisitor Browser => browser;

        public PortalPage? Door { get; set; }
    }
}
