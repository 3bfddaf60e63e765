using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Platform.Audit;

/// <summary>Who acts: <c>account:…</c>, <c>token:…</c> (an agency's own system), <c>public</c> (a visitor without an account) or <c>system</c> (command line, jobs).</summary>
public interface ICurrentActor
{
    /// <summary>The actor's name for the audit chain.</summary>
    string Current { get; }
}

/// <summary>The actor of the HTTP request under way, or the system where there is none.</summary>
public sealed class HttpActor(IHttpContextAccessor accessor) : ICurrentActor
{
    /// <summary>A command line's or a job's actor.</summary>
    public const string System = "system";

    /// <summary>A visitor without an account.</summary>
    public const string Public = "public";

    /// <summary>The type of the claim that names the token by which a system signed in.</summary>
    public const string TokenClaim = "livelihood:token";

    /// <inheritdoc />
    public string Current => ActingActor.Current ?? (accessor.HttpContext is not { } http
        ? System
        : http.User.FindFirstValue(TokenClaim) is { } token ? $"token:{token}"
        : http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? $"account:{id}" : Public);
}
