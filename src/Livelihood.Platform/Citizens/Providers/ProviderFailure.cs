namespace Livelihood.Platform.Citizens.Providers;

/// <summary>Why a sign-in by a provider came to nothing.</summary>
public enum ProviderFault
{
    /// <summary>It cannot be reached, or says nothing that can be understood.</summary>
    Unreachable,

    /// <summary>The answer does not belong to a sign-in that this browser began, or the time is over.</summary>
    State,

    /// <summary>The person, or the provider, did not agree.</summary>
    Denied,

    /// <summary>The provider does not take the code: used already, or too old.</summary>
    Code,

    /// <summary>The ID token is not what was asked for, see <see cref="IdTokenFault"/>.</summary>
    Token,

    /// <summary>The identity belongs to another account.</summary>
    Taken,
}

/// <summary>A sign-in by a provider came to nothing.</summary>
/// <param name="fault">Why, for the person.</param>
/// <param name="detail">What exactly, for the log.</param>
/// <param name="inner">What was caught, or null.</param>
public sealed class ProviderFailureException(ProviderFault fault, string detail, Exception? inner = null) : Exception(detail, inner)
{
    /// <summary>Why.</summary>
    public ProviderFault Fault { get; } = fault;
}
