using System.Security.Cryptography;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Accounts;

/// <summary>What is needed for a new staff account.</summary>
public sealed record NewAccount(string UserName, string DisplayName, string Role, string AgencyId, string? Email, string? Password);

/// <summary>An account was not made; the messages are Chinese, for the person who asked.</summary>
public sealed class AccountRefusedException(IEnumerable<string> reasons) : Exception(string.Join("；", reasons));

/// <summary>Makes staff accounts: from the command line, and the demonstration's in Development.</summary>
public sealed class AccountRegistrar(
    UserManager<Account> accounts, PortalDbContext db, IAgencyDirectory agencies, IAuditTrail audit)
{
    /// <summary>Makes an account with one role at one agency.</summary>
    /// <returns>The password: the given one, or a random one that is shown this once.</returns>
    /// <exception cref="AccountRefusedException">A name taken, an unknown role or agency, a weak password.</exception>
    public async Task<string> CreateAsync(NewAccount request, CancellationToken cancellation = default)
    {
        var reasons = new List<string>();
        if (!await db.Set<RoleDefinition>().AnyAsync(r => r.Name == request.Role, cancellation))
        {
            var known = await db.Set<RoleDefinition>().OrderBy(r => r.Name).Select(r => r.Name).ToListAsync(cancellation);
            reasons.Add($"没有角色“{request.Role}”，可用的角色：{string.Join("、", known)}");
        }

        if (await agencies.FindAsync(request.AgencyId, cancellation) is null)
        {
            reasons.Add($"没有编码为“{request.AgencyId}”的机关");
        }

        if (reasons.Count > 0)
        {
            throw new AccountRefusedException(reasons);
        }

        var password = request.Password ?? RandomPassword();
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = request.UserName,
            DisplayName = request.DisplayName,
            Email = request.Email,
        };
        account.Assignments.Add(new() { AccountId = account.Id, Role = request.Role, AgencyId = request.AgencyId });
        audit.Record("account.created", nameof(Account), account.Id.ToString(),
            new { request.UserName, request.Role, request.AgencyId });
        var made = await accounts.CreateAsync(account, password);
        return made.Succeeded ? password : throw new AccountRefusedException(made.Errors.Select(e => e.Description));
    }

    // 16 characters of a 56-letter alphabet without look-alikes: over 92 bits.
    private static string RandomPassword() =>
        RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16);
}
