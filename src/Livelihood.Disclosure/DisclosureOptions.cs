namespace Livelihood.Disclosure;

/// <summary>Settings under <c>Disclosure</c>.</summary>
public sealed class DisclosureOptions
{
    /// <summary>How often one address may ask for the state of a request in a minute.</summary>
    public int QueriesPerMinute { get; set; } = 10;

    /// <summary>How often one address may send the request form in an hour; many people can share an address.</summary>
    public int FormsPerHour { get; set; } = 120;

    /// <summary>How often one address may fetch suggestions in a minute.</summary>
    public int SuggestionsPerMinute { get; set; } = 120;

    /// <summary>How often one address may ask the calculator's interface in a minute; one call may hold many questions.</summary>
    public int CalculationsPerMinute { get; set; } = 120;

    /// <summary>After how many wrong query codes a request refuses further ones for a while.</summary>
    public int WrongCodes { get; set; } = 10;

    /// <summary>For how many minutes it refuses them.</summary>
    public int RefusedMinutes { get; set; } = 15;
}
