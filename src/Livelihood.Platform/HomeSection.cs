namespace Livelihood.Platform;

/// <summary>A part of the home page, registered by the module that knows what to show there.</summary>
/// <param name="ViewComponent">The view component's name.</param>
/// <param name="Order">The place on the page, from the top.</param>
public sealed record HomeSection(string ViewComponent, int Order);
