namespace Livelihood.Platform.Audit;

/// <summary>Says on whose behalf work is done that no HTTP request carries: a piece of long work that a person asked for.</summary>
public static class ActingActor
{
    private static readonly AsyncLocal<string?> Acting = new();

    /// <summary>The actor of the work under way; null where there is none.</summary>
    public static string? Current => Acting.Value;

    /// <summary>Acts as this actor until disposed, in this flow of work and what it calls.</summary>
    public static IDisposable Begin(string actor)
    {
        Acting.Value = actor;
        return new End();
    }

    private sealed class End : IDisposable
    {
        public void Dispose() => Acting.Value = null;
    }
}
