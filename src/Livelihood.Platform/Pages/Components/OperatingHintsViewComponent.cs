using Livelihood.Platform.Accounts;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Livelihood.Platform.Pages.Components;

/// <summary>On the console's first page, for who manages the site: what of the settings wants attention.</summary>
public sealed class OperatingHintsViewComponent(IOptions<OwnAddressOptions> own, IOptions<MailOptions> mail) : ViewComponent
{
    /// <summary>The hints; nothing where all is well.</summary>
    public IViewComponentResult Invoke() => StaffAccess.May(UserClaimsPrincipal, Permissions.ManageSite) && OwnAddress.IsMissing(own.Value, mail.Value)
        ? View((IReadOnlyList<string>)[OwnAddress.Warning])
        : Content("");
}
