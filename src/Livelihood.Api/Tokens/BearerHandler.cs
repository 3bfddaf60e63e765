using System.Security.Claims;
using System.Text.Encodings.Web;
using Livelihood.Api.Answers;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Api.Tokens;

/// <summary>Signs systems in by the token in their header (RFC 6750). Nowhere else is a token taken: an address lands in logs.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "ApiToken";

    /// <summary>The claim with the token's scope.</summary>
    public const string ScopeClaim = "livelihood:token-scope";

    /// <summary>The claim with the token's agency.</summary>
    public const string AgencyClaim = "livelihood:token-agency";

    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var token = await tokens.UseAsync(header[Prefix.Length..].Trim(), Context.RequestAborted);
        return token is not null && tokens.Works(token)
            ? AuthenticateResult.Success(new(PersonOf(token), Scheme.Name))
            : AuthenticateResult.Fail("The token is unknown, revoked or past its end.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer");
        return new ApiProblem(
            StatusCodes.Status401Unauthorized, "没有有效的令牌",
            "请在请求头 Authorization 里写 Bearer 和令牌。令牌可能写错、已经到期或者被停用；请向系统管理员申请新的。").WriteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => new ApiProblem(
        StatusCodes.Status403Forbidden, "令牌没有这项权限",
        $"送审需要 {ApiScopes.Submit} 权限的令牌。请由工作人员在工作台送审，或者向系统管理员申请另一个令牌。").WriteAsync(Context);

    // As an editor of its one agency, so that the same rules hold for systems and for people.
    private ClaimsPrincipal PersonOf(ApiToken token) => new(new ClaimsIdentity(
        [
            new Claim(HttpActor.TokenClaim, token.Id.ToString()),
            new Claim(ScopeClaim, token.Scope),
            new Claim(AgencyClaim, token.AgencyId),
            StaffAccess.ClaimOf(Permissions.EditContent, RoleReach.Own, token.AgencyId),
        ],
        Scheme.Name));
}
