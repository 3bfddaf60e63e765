using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Definitions;

/// <summary>The declared types and parts, read once in a scope.</summary>
public sealed class ContentDefinitions(PortalDbContext db)
{
    private IReadOnlyDictionary<string, ContentTypeDefinition>? _types;
    private IReadOnlyDictionary<string, ContentPartDefinition>? _parts;

    /// <summary>All types by name.</summary>
    public async Task<IReadOnlyDictionary<string, ContentTypeDefinition>> TypesAsync(CancellationToken cancellation = default) =>
        _types ??= await db.Set<ContentTypeDefinition>().AsNoTracking().ToDictionaryAsync(t => t.Name, StringComparer.Ordinal, cancellation);

    /// <summary>A type, or null where none has this name.</summary>
    public async Task<ContentTypeDefinition?> TypeAsync(string name, CancellationToken cancellation = default) =>
        (await TypesAsync(cancellation)).GetValueOrDefault(name);

    /// <summary>The parts of a type that are made of fields, in the order of the type.</summary>
    public async Task<IReadOnlyList<(TypePart Use, ContentPartDefinition Part)>> FieldPartsAsync(
        string type, CancellationToken cancellation = default)
    {
        _parts ??= await db.Set<ContentPartDefinition>().AsNoTracking().ToDictionaryAsync(p => p.Name, StringComparer.Ordinal, cancellation);
        var definition = await TypeAsync(type, cancellation);
        return
        [
            .. from use in definition?.Parts ?? []
               let part = _parts.GetValueOrDefault(use.PartName)
               where part is { Fields.Count: > 0 }
               select (use, part),
        ];
    }
}
