using Livelihood.Content.Editing;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain.Office;

/// <summary>What was typed into a form, checked field by field.</summary>
public sealed class FormValues
{
    private readonly Dictionary<string, string> _read = new(StringComparer.Ordinal);
    private readonly List<(string Field, string Message)> _mistakes = [];

    /// <summary>Checks what was typed against the fields.</summary>
    public FormValues(IReadOnlyList<EventField> fields, IReadOnlyDictionary<string, string?> typed)
    {
        foreach (var field in fields)
        {
            var text = Clean(typed.GetValueOrDefault(field.Name), field.Kind);
            if (text.Length == 0)
            {
                if (field.IsRequired)
                {
                    _mistakes.Add((field.Name, field.Kind == FieldKind.Choice ? $"请选择{field.Label}" : $"请填写{field.Label}"));
                }
            }
            else if (Problem(field, text) is { } problem)
            {
                _mistakes.Add((field.Name, problem));
            }
            else
            {
                _read[field.Name] = text;
            }
        }
    }

    /// <summary>What is wrong, in the order of the form; the event may be made only where nothing is.</summary>
    public IReadOnlyList<(string Field, string Message)> Mistakes => _mistakes;

    /// <summary>A text, or null where the field is empty.</summary>
    public string? Text(string field) => _read.GetValueOrDefault(field);

    /// <summary>A date, or null where the field is empty.</summary>
    public DateOnly? Date(string field) => Text(field) is { } text && DateText.TryRead(text, out var date) ? date : null;

    /// <summary>A whole number, or null where the field is empty.</summary>
    public int? Number(string field) => Text(field) is { } text ? int.Parse(text) : null;

    /// <summary>The day of the event.</summary>
    public DateOnly On => Date(EventField.On)!.Value;

    private static string Clean(string? typed, FieldKind kind) => kind switch
    {
        FieldKind.Text => string.Concat((typed ?? "").ReplaceLineEndings("\n").Replace('\t', ' ').Where(c => c == '\n' || !char.IsControl(c))).Trim(),
        FieldKind.Number => HalfWidth.Of(string.Concat((typed ?? "").Where(c => !char.IsControl(c)))).Trim(),
        _ => string.Concat((typed ?? "").Where(c => !char.IsControl(c))).Trim(),
    };

    private static string? Problem(EventField field, string text) => field.Kind switch
    {
        FieldKind.Date => DateText.TryRead(text, out _) ? null : $"{field.Label}{DateText.Problem}",
        FieldKind.Number => int.TryParse(text, out _) ? null : $"{field.Label}请填整数，例如10",
        FieldKind.Choice => field.Choices.Any(choice => choice.Value == text) ? null : $"请从列出的里面选择{field.Label}",
        _ => text.Length <= field.Longest ? null : $"{field.Label}不能超过{field.Longest}个字，现在有{text.Length}个字",
    };
}
