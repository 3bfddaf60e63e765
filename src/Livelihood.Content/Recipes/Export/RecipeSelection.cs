namespace Livelihood.Content.Recipes.Export;

/// <summary>What a recipe is made of; what is empty or null is left open.</summary>
public sealed record RecipeSelection
{
    /// <summary>How many items one recipe may hold: it is read into memory as a whole where it is run.</summary>
    public const int MaxItems = 5_000;

    /// <summary>These items.</summary>
    public IReadOnlyList<string> ItemIds { get; init; } = [];

    /// <summary>Of this content type.</summary>
    public string? Type { get; init; }

    /// <summary>Of this agency.</summary>
    public string? AgencyId { get; init; }

    /// <summary>With an index number of this year.</summary>
    public int? Year { get; init; }

    /// <summary>The latest version, drafts included, in place of what the public sees.</summary>
    public bool Drafts { get; init; }

    /// <summary>With the declarations of the types and the agencies, so that it runs on a portal that has neither.</summary>
    public bool WithDefinitions { get; init; } = true;
}
