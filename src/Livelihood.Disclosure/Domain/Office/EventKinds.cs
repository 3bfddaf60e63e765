using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Livelihood.Disclosure.Domain.Office;

/// <summary>The stored names of events, such as <c>correctionAsked</c>, read from the one list that JSON uses.</summary>
public static class EventKinds
{
    private static readonly FrozenDictionary<Type, string> s_names = typeof(RequestEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(known => known.DerivedType, known => (string)known.TypeDiscriminator!);

    /// <summary>The name of an event's type.</summary>
    public static string NameOf(Type happened) => s_names[happened];

    /// <summary>The name of an event.</summary>
    public static string NameOf(RequestEvent happened) => s_names[happened.GetType()];
}
