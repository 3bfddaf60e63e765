using System.Security.Claims;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Livelihood.Platform.Accounts;

/// <summary>Turns an account's role assignments into the claims that <see cref="StaffAccess"/> reads.</summary>
internal sealed class StaffClaims(
    UserManager<Account> accounts, IOptions<IdentityOptions> options, PortalDbContext db, IConfiguration configuration)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.GivenName, user.DisplayName));
        var held = await (
            from assignment in db.Set<RoleAssignment>()
            join role in db.Set<RoleDefinition>() on assignment.Role equals role.Name
            where assignment.AccountId == user.Id
            select new { Role = role, assignment.AgencyId }).AsNoTracking().ToListAsync();
        foreach (var item in held)
        {
            identity.AddClaim(new Claim(identity.RoleClaimType, item.Role.Name));
            identity.AddClaims(item.Role.Permissions.Where(p => Counts(p, item.Role.Reach, item.AgencyId)).Select(p => StaffAccess.ClaimOf(p, item.Role.Reach, item.AgencyId)));
        }

        return identity;
    }

    // What is the whole site's is not for a single agency's staff, unless that agency runs the site.
    private bool Counts(string permission, RoleReach reach, string agencyId) =>
        permission != Permissions.ManageSite || reach == RoleReach.All || agencyId == configuration["Portal:OperatingAgency"];
}
