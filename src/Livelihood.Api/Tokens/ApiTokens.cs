using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Api.Tokens;

/// <summary>What a new token is to be.</summary>
public sealed record NewToken(string Name, string AgencyId, string Scope, DateOnly EndsOn);

/// <summary>Makes, finds and revokes tokens. Every step but use is audited.</summary>
public sealed class ApiTokens(PortalDbContext db, IAgencyDirectory agencies, IAuditTrail audit, ChinaClock clock)
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>The longest life, in days: a right that nobody renews ends.</summary>
    public const int LongestLife = 731;

    private const int MostListed = 500;

    /// <summary>What is wrong with a token to be made, by its property, in Chinese; empty where all is well.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ProblemsAsync(NewToken token, CancellationToken cancellation = default)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(token.Name) || token.Name.Length > LongestName)
        {
            problems[nameof(NewToken.Name)] = $"请填写名称，不超过{LongestName}个字，例如“科技局办公系统”。";
        }

        if (await agencies.FindAsync(token.AgencyId, cancellation) is null)
        {
            problems[nameof(NewToken.AgencyId)] = "请选择机关。";
        }

        if (!ApiScopes.All.Any(s => s.Name == token.Scope))
        {
            problems[nameof(NewToken.Scope)] = "请选择可以做什么。";
        }

        if (token.EndsOn < clock.Today || token.EndsOn > clock.Today.AddDays(LongestLife))
        {
            problems[nameof(NewToken.EndsOn)] = $"到期日期应当在今天和{clock.Today.AddDays(LongestLife):yyyy-MM-dd}之间。";
        }

        return problems;
    }

    /// <summary>Makes a token that has no problems.</summary>
    /// <returns>The secret; it can never be read again.</returns>
    public async Task<string> CreateAsync(NewToken request, CancellationToken cancellation = default)
    {
        var secret = TokenSecret.New();
        var token = new ApiToken
        {
            Name = request.Name.Trim(),
            AgencyId = request.AgencyId,
            Scope = request.Scope,
            Hash = TokenSecret.HashOf(secret),
            Beginning = TokenSecret.BeginningOf(secret),
            CreatedUtc = clock.UtcNow,
            EndsOn = request.EndsOn,
        };
        db.Add(token);
        audit.Record("token.created", nameof(ApiToken), token.Id.ToString(), new { token.Name, token.AgencyId, token.Scope, token.EndsOn });
        await db.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>Ends a token at once.</summary>
    /// <returns>False where there is none, or it was ended before.</returns>
    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancellation = default)
    {
        if (await db.Set<ApiToken>().FirstOrDefaultAsync(t => t.Id == id && t.RevokedUtc == null, cancellation) is not { } token)
        {
            return false;
        }

        token.RevokedUtc = clock.UtcNow;
        audit.Record("token.revoked", nameof(ApiToken), token.Id.ToString(), new { token.Name });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>All tokens, newest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> AllAsync(CancellationToken cancellation = default) =>
        await db.Set<ApiToken>().AsNoTracking().OrderByDescending(t => t.CreatedUtc).ThenBy(t => t.Id).Take(MostListed).ToListAsync(cancellation);

    /// <summary>Whether the token works today.</summary>
    public bool Works(ApiToken token) => token.RevokedUtc is null && token.EndsOn >= clock.Today;

    /// <summary>The token of a secret, and notes that it was used today; null where none has it.</summary>
    public async Task<ApiToken?> UseAsync(string secret, CancellationToken cancellation = default)
    {
        if (!TokenSecret.IsOne(secret))
        {
            return null;
        }

        var hash = TokenSecret.HashOf(secret);
        var token = await db.Set<ApiToken>().AsNoTracking().FirstOrDefaultAsync(t => t.Hash == hash, cancellation);
        if (token is not null && Works(token) && token.LastUsedOn != clock.Today)
        {
            var today = clock.Today;
            await db.Set<ApiToken>().Where(t => t.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedOn, today), cancellation);
        }

        return token;
    }
}
