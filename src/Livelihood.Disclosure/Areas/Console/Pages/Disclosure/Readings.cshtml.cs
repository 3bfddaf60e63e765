using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Keeping;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>Who read personal data, for the supervisor.</summary>
[Authorize(Policy = Permissions.SuperviseRequests)]
public sealed class ReadingsModel(ReadingLog log, RequestAccess access, IAgencyDirectory agencies) : PageModel
{
    /// <summary>The request whose readings are shown; null: all.</summary>
    public string? Number { get; private set; }

    public ReadingPage Found { get; private set; } = new([], Older: null);

    public IReadOnlyDictionary<string, string> Agencies { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync([FromQuery] string? number, [FromQuery] long? before, CancellationToken cancellation)
    {
        Number = RequestNumber.Normalise(number) is { Length: > 0 } wanted ? wanted : null;
        Found = await log.PageAsync(await access.SupervisedAsync(User, cancellation), Number, before, cancellation);
        Agencies = (await agencies.AllAsync(cancellation)).ToDictionary(agency => agency.Id, agency => agency.ShortName, StringComparer.Ordinal);
    }
}
