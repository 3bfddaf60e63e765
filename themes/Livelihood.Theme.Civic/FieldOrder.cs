using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Livelihood.Theme.Civic;

/// <summary>
/// The order of a form's fields as its model declares them. <see cref="ModelStateDictionary"/> lists them by name,
/// but an error summary has to list them as they stand on the page.
/// </summary>
public static class FieldOrder
{
    /// <summary>
    /// A key that sorts <paramref name="field"/> (such as <c>Input.Subject</c> or <c>Items[2].Name</c>) by declaration.
    /// What the model does not know comes last; errors of the whole form, whose field is empty, come first.
    /// </summary>
    /// <param name="model">The page's model.</param>
    /// <param name="field">The field.</param>
    /// <param name="order">Beginnings of names in the order of the page, for a form that no model declares; or null.</param>
    public static string KeyOf(ModelMetadata model, string field, IReadOnlyList<string>? order = null)
    {
        for (var place = 0; place < order?.Count; place++)
        {
            if (field == order[place] || field.StartsWith(order[place] + ".", StringComparison.Ordinal))
            {
                return place.ToString("D4");
            }
        }

        var places = new List<string>();
        ModelMetadata? here = model;
        foreach (var part in field.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            var place = here is null ? -1 : IndexOf(here.Properties, name);
            places.Add(place < 0 ? "~" + name : place.ToString("D4"));
            here = place < 0 ? null : here!.Properties[place];
            if (bracket >= 0)
            {
                places.Add(part[bracket..].PadLeft(8, '0'));
                here = here?.ElementMetadata;
            }
        }

        return string.Join('/', places);
    }

    private static int IndexOf(ModelPropertyCollection properties, string name)
    {
        for (var index = 0; index < properties.Count; index++)
        {
            if (string.Equals(properties[index].PropertyName, name, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}
