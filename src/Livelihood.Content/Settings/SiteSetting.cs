namespace Livelihood.Content.Settings;

/// <summary>A setting of the portal that a recipe made, such as its name. Configuration given on the machine goes before it.</summary>
public sealed class SiteSetting
{
    /// <summary>The configuration key, such as <c>Portal:Name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The value.</summary>
    public required string Value { get; set; }
}
