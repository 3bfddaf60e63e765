namespace Livelihood.Platform;

/// <summary>An entry of the console's navigation, registered by the module whose page it opens.</summary>
/// <param name="Text">The Chinese text.</param>
/// <param name="Path">The page's path, such as <c>/console/gazettes</c>.</param>
/// <param name="Permission">Shown to those who have it.</param>
/// <param name="Order">The place in the navigation.</param>
/// <param name="Hint">A sentence for the console's first page.</param>
public sealed record ConsoleLink(string Text, string Path, string Permission, int Order, string Hint);
