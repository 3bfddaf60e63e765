using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Recipes.Steps;

/// <summary>
/// Declares content types and parts (Orchard Core's <c>ContentDefinition</c>). What is there is updated and added to;
/// parts and fields that the recipe does not name stay, because content may have data for them.
/// </summary>
internal sealed class ContentDefinitionStep(PortalDbContext db, IAuditTrail audit, IEnumerable<ContentPartType> codeParts) : IRecipeStep
{
    public string Name => "ContentDefinition";

    public async Task ExecuteAsync(RecipeElement step, RecipeContext context, CancellationToken cancellation)
    {
        step.Only("name", "ContentTypes", "ContentParts");
        var parts = await db.Set<ContentPartDefinition>().ToDictionaryAsync(p => p.Name, StringComparer.Ordinal, cancellation);
        foreach (var item in step.Items("ContentParts"))
        {
            SetPart(item, parts);
        }

        var types = await db.Set<ContentTypeDefinition>().ToDictionaryAsync(t => t.Name, StringComparer.Ordinal, cancellation);
        foreach (var item in step.Items("ContentTypes"))
        {
            SetType(item, types, parts);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private void SetPart(RecipeElement item, Dictionary<string, ContentPartDefinition> parts)
    {
        item.Only("Name", "DisplayName", "Settings", "ContentPartFieldDefinitionRecords");
        var name = NameOf(item, "Name");
        if (codeParts.Any(c => c.Name == name))
        {
            throw item.WrongAt("Name", $"“{name}”由程序定义，不能在配方里声明。");
        }

        var fields = new List<PartField>();
        foreach (var record in item.Items("ContentPartFieldDefinitionRecords"))
        {
            record.Only("FieldName", "Name", "Settings");
            var kind = record.Text("FieldName");
            if (!ContentFields.Kinds.Contains(kind))
            {
                throw record.WrongAt("FieldName", $"没有“{kind}”这种字段。可以用的有：{string.Join("、", ContentFields.Kinds)}。");
            }

            var field = new PartField { FieldName = kind, Name = NameOf(record, "Name"), Settings = SettingsOf(record) };
            if (fields.Exists(f => f.Name == field.Name))
            {
                throw record.WrongAt("Name", $"字段“{field.Name}”在这个部件里出现了两次。");
            }

            fields.Add(field);
        }

        var settings = SettingsOf(item);
        if (!parts.TryGetValue(name, out var part))
        {
            part = new ContentPartDefinition { Name = name };
            db.Add(part);
            parts.Add(name, part);
        }

        List<PartField> merged = [.. fields, .. part.Fields.Where(old => !fields.Exists(f => f.Name == old.Name)).Select(Copy)];
        if (fields.Find(f => part.Fields.Exists(old => old.Name == f.Name && old.FieldName != f.FieldName)) is { } changed)
        {
            throw item.Wrong(null, $"字段“{changed.Name}”已经声明为另一种字段，改成 {changed.FieldName} 会使已有内容读不出来。请另起一个名称。");
        }

        if (part.Settings == settings && part.Fields.Select(Written).SequenceEqual(merged.Select(Written)) && db.Entry(part).State != EntityState.Added)
        {
            return;
        }

        (part.Settings, part.Fields) = (settings, merged);
        audit.Record("content.part-defined", nameof(ContentPartDefinition), name, new { Fields = merged.Select(f => f.Name) });
    }

    private void SetType(RecipeElement item, Dictionary<string, ContentTypeDefinition> types, Dictionary<string, ContentPartDefinition> parts)
    {
        item.Only("Name", "DisplayName", "Hidden", "Settings", "ContentTypePartDefinitionRecords");
        var name = NameOf(item, "Name");
        var display = item.Text("DisplayName");
        var given = new List<TypePart>();
        foreach (var record in item.Items("ContentTypePartDefinitionRecords"))
        {
            record.Only("PartName", "Name", "Settings");
            var part = NameOf(record, "PartName");
            if (part != name && !parts.ContainsKey(part) && !codeParts.Any(c => c.Name == part))
            {
                var known = codeParts.Select(c => c.Name).Concat(parts.Keys).Order(StringComparer.Ordinal);
                throw record.WrongAt("PartName", $"没有名为“{part}”的部件。可以用的有：{string.Join("、", known)}；或者先在 ContentParts 里声明它。");
            }

            given.Add(new TypePart { PartName = part, Name = record.OptionalText("Name") ?? part, Settings = SettingsOf(record) });
        }

        var settings = SettingsOf(item);
        if (!types.TryGetValue(name, out var type))
        {
            type = new ContentTypeDefinition { Name = name, DisplayName = display };
            db.Add(type);
            types.Add(name, type);
        }

        List<TypePart> merged = [.. given, .. type.Parts.Where(old => !given.Exists(p => p.Name == old.Name)).Select(Copy)];
        if (type.DisplayName == display && type.Settings == settings
            && type.Parts.Select(Written).SequenceEqual(merged.Select(Written)) && db.Entry(type).State != EntityState.Added)
        {
            return;
        }

        (type.DisplayName, type.Settings, type.Parts) = (display, settings, merged);
        audit.Record("content.type-defined", nameof(ContentTypeDefinition), name, new { Parts = merged.Select(p => p.Name) });
    }

    // Rows kept as JSON know their place in the list; moved, they must be new ones.
    private static PartField Copy(PartField field) => new() { FieldName = field.FieldName, Name = field.Name, Settings = field.Settings };

    private static TypePart Copy(TypePart part) => new() { PartName = part.PartName, Name = part.Name, Settings = part.Settings };

    private static (string, string, string) Written(PartField field) => (field.FieldName, field.Name, field.Settings);

    private static (string, string, string) Written(TypePart part) => (part.PartName, part.Name, part.Settings);

    private static string SettingsOf(RecipeElement item)
        => (item.Within("Settings")?.Json.DeepClone() as JsonObject ?? []).ToJsonString(ContentData.Json);

    private static string NameOf(RecipeElement item, string property)
    {
        var name = item.Text(property);
        return name.Length <= 64 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit)
            ? name
            : throw item.WrongAt(property, $"名称以英文字母开头，只含英文字母和数字，不超过 64 个字符；现为“{name}”。显示给人看的中文写在 DisplayName。");
    }
}
