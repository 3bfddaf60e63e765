using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;

namespace Livelihood.Content.Validation;

/// <summary>An item to be validated.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Data">Its parts.</param>
/// <param name="AgencyId">The agency it belongs to.</param>
/// <param name="ItemId">Its id; null while it is new.</param>
public sealed record ValidatedItem(ContentTypeDefinition Type, ContentData Data, string AgencyId, string? ItemId);

/// <summary>The rules of a part that code knows; asked also where the item has no data for it.</summary>
public interface IPartRule
{
    /// <summary>The part's name.</summary>
    string Part { get; }

    /// <summary>What is wrong or missing.</summary>
    ValueTask<IReadOnlyList<ItemProblem>> ProblemsAsync(ValidatedItem item, CancellationToken cancellation);
}

/// <summary>A rule of a kind of field that needs more than the field's own data.</summary>
public interface IFieldRule
{
    /// <summary>The kind of field.</summary>
    string Kind { get; }

    /// <summary>What is wrong, as the end of a sentence that begins with the field's label; null where nothing is.</summary>
    ValueTask<string?> ProblemAsync(PartField field, JsonObject data, CancellationToken cancellation);
}

/// <summary>
/// Holds an item against its type's definition: one validation for the form, for what is sent for review, for recipes and
/// for whoever writes through an interface.
/// </summary>
public sealed class ItemValidation(ContentDefinitions definitions, IEnumerable<IPartRule> partRules, IEnumerable<IFieldRule> fieldRules)
{
    /// <summary>Everything that is wrong or missing, in the order of the type's parts.</summary>
    public async Task<IReadOnlyList<ItemProblem>> ProblemsAsync(ValidatedItem item, CancellationToken cancellation = default)
    {
        var fieldParts = (await definitions.FieldPartsAsync(item.Type.Name, cancellation)).ToDictionary(p => p.Use.Name, p => p.Part, StringComparer.Ordinal);
        var problems = new List<ItemProblem>();
        foreach (var use in item.Type.Parts)
        {
            if (fieldParts.TryGetValue(use.Name, out var part))
            {
                problems.AddRange(await OfFieldsAsync(use, part, item.Data.Get(use.Name) ?? [], cancellation));
            }

            foreach (var rule in partRules.Where(r => r.Part == use.PartName))
            {
                problems.AddRange(await rule.ProblemsAsync(item, cancellation));
            }
        }

        return problems;
    }

    /// <summary>What is wrong with a field's own data, or missing from it; null where nothing is. <paramref name="data"/> is null where there is none.</summary>
    public static ItemProblem? OfField(string part, PartField field, JsonObject? data)
    {
        var path = $"{part}.{field.Name}";
        if (data is not null && !ContentFields.IsEmpty(data))
        {
            return ContentFields.Problem(field, data) is { } problem ? new(path, $"“{field.Label}”{problem}。") : null;
        }

        return ContentFields.Required(field) ? new(path, $"请填写“{field.Label}”。", IsMissing: true) : null;
    }

    private async Task<IEnumerable<ItemProblem>> OfFieldsAsync(
        TypePart use, ContentPartDefinition part, JsonObject content, CancellationToken cancellation)
    {
        var problems = new List<ItemProblem>();
        foreach (var field in part.Fields)
        {
            var data = content[field.Name] as JsonObject;
            if (OfField(use.Name, field, data) is { } problem)
            {
                problems.Add(problem);
                continue;
            }

            foreach (var rule in data is null ? [] : fieldRules.Where(r => r.Kind == field.FieldName))
            {
                if (await rule.ProblemAsync(field, data!, cancellation) is { } text)
                {
                    problems.Add(new($"{use.Name}.{field.Name}", $"“{field.Label}”{text}。"));
                }
            }
        }

        return problems;
    }
}
