namespace Livelihood.Platform;

/// <summary>A part of the console's first page, registered by the module that knows what to show there.</summary>
/// <param name="ViewComponent">The view component's name; it shows nothing to those whom it does not concern.</param>
/// <param name="Order">The place on the page, from the top.</param>
public sealed record ConsoleSection(string ViewComponent, int Order);
