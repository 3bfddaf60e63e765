using Livelihood.Platform.Accounts;

namespace Livelihood.TestSupport.Office;

/// <summary>The disclosure office of an agency: the handler, the head, and the supervisor of the government above.</summary>
/// <param name="agency">The agency.</param>
/// <param name="handler">Who enters, confirms, proposes and serves.</param>
/// <param name="head">Who approves.</param>
/// <param name="supervisor">Who decides complaints, for several offices.</param>
internal sealed class OfficeDesk(string agency, OfficePerson handler, OfficePerson head, OfficePerson supervisor)
{
    private bool _takesFax;

    public string Agency => agency;

    public OfficePerson Handler => handler;

    public OfficePerson Head => head;

    public OfficePerson Supervisor => supervisor;

    /// <summary>The first fax waits until the agency's guide says that it takes any (R-CH).</summary>
    public async Task TakeFaxAsync()
    {
        if (!_takesFax)
        {
            await head.DeclareFaxAsync(agency);
            _takesFax = true;
        }
    }

    /// <summary>A person with a role at an agency, at machines that nobody else of these offices uses.</summary>
    public static async Task<OfficePerson> HireAsync(PortalHost host, string role, string agency, int number) =>
        new(host, await host.CreateStaffAsync(role, agency), number * OfficePerson.Machines);

    /// <summary>The desks of agencies; people are numbered from a number on.</summary>
    public static async Task<IReadOnlyList<OfficeDesk>> OpenAsync(PortalHost host, IEnumerable<string> agencies, string government, int first)
    {
        var supervisor = await HireAsync(host, Roles.Supervisor, government, first++);
        var desks = new List<OfficeDesk>();
        foreach (var agency in agencies)
        {
            desks.Add(new(agency, await HireAsync(host, Roles.Handler, agency, first++), await HireAsync(host, Roles.Head, agency, first++), supervisor));
        }

        return desks;
    }
}
