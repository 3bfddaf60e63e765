namespace Livelihood.Disclosure.Domain;

/// <summary>How long what a requester types may be, in characters; form, checks and columns share them.</summary>
public static class FormLimits
{
    /// <summary>A person's or organisation's name.</summary>
    public const int Name = 100;

    /// <summary>The name of the wanted information.</summary>
    public const int Subject = 200;

    /// <summary>文号.</summary>
    public const int DocumentNumber = 100;

    /// <summary>Other features of the wanted information.</summary>
    public const int Description = 2000;

    /// <summary>A postal address.</summary>
    public const int Address = 200;

    /// <summary>What help is needed.</summary>
    public const int Help = 300;
}
