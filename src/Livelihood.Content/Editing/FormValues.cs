using System.Text;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Content.Editing;

/// <summary>
/// What stands in the inputs of one editor, by the inputs' names without the editor's own. A form that is shown again
/// shows these, so that nothing typed is lost, however wrong.
/// </summary>
public sealed class FormValues
{
    /// <summary>Empty inputs.</summary>
    public static readonly FormValues None = new([]);

    private readonly ILookup<string, string> _values;

    /// <summary>Makes values; a name may come several times, null is left out.</summary>
    public FormValues(IEnumerable<(string Name, string? Value)> values) =>
        _values = values.Where(v => v.Value is not null).ToLookup(v => v.Name, v => v.Value!, StringComparer.Ordinal);

    /// <summary>The values that a form sent for the editor of this path.</summary>
    public static FormValues Of(IFormCollection form, string path) => new(
        from input in form
        where input.Key.Length > path.Length && input.Key[path.Length] == '.' && input.Key.StartsWith(path, StringComparison.Ordinal)
        from value in input.Value
        select (input.Key[(path.Length + 1)..], value));

    /// <summary>As typed; empty where nothing was.</summary>
    public string Raw(string name) => _values[name].FirstOrDefault() ?? "";

    /// <summary>All values of the name, without blanks and doubles.</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. _values[name].Select(v => v.Trim()).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>All values of the name as typed, blanks and doubles too.</summary>
    public IReadOnlyList<string> Every(string name) => [.. _values[name]];

    /// <summary>Whether a box of this name and value is ticked.</summary>
    public bool Has(string name, string value) => _values[name].Contains(value, StringComparer.Ordinal);

    /// <summary>On one line: line breaks and control characters become spaces, the ends are trimmed.</summary>
    public string Line(string name) => string.Concat(Raw(name).Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    /// <summary>On several lines, each ended by <c>\n</c>; control characters fall away, and white space at the end.</summary>
    public string Text(string name)
    {
        var text = new StringBuilder(Raw(name)).Replace("\r\n", "\n").Replace('\r', '\n').ToString();
        return string.Concat(text.Where(c => c is '\n' or '\t' || !char.IsControl(c))).TrimEnd();
    }

    /// <summary>The lines that say something, trimmed, each once.</summary>
    public IReadOnlyList<string> Lines(string name) =>
        [.. Text(name).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether the inputs say the same as those of another; how lines end does not matter, nor what is typed for a search.</summary>
    public bool Says(FormValues other) =>
        _values.Select(g => g.Key).Where(n => !n.Contains(".Query", StringComparison.Ordinal) && !n.Contains(".Searched", StringComparison.Ordinal)).Union(other._values.Select(g => g.Key), StringComparer.Ordinal)
            .All(n => Told(n).SequenceEqual(other.Told(n), StringComparer.Ordinal));

    private IEnumerable<string> Told(string name) =>
        _values[name].Select(v => v.Replace("\r\n", "\n", StringComparison.Ordinal)).Where(v => v.Length > 0);

    /// <summary>The same with other values for one name.</summary>
    public FormValues With(string name, params IEnumerable<string> values) =>
        new([.. _values.Where(g => g.Key != name).SelectMany(g => g.Select(v => (g.Key, (string?)v))), .. values.Select(v => (name, (string?)v))]);
}
