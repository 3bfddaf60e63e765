using System.Buffers;
using System.Text;

namespace Livelihood.Search.Domain.Suggestions;

/// <summary>Something that may be suggested.</summary>
/// <param name="Text">A title, an agency's name, or a query of others.</param>
/// <param name="Number">The document number, or null.</param>
/// <param name="Path">Where it leads, below the portal's root; null: to a search for it.</param>
public sealed record TitleEntry(string Text, string? Number = null, string? Path = null);

/// <summary>Many entries, one after the other in one array: as objects they would take twice the room, and each collection of garbage would visit them all.</summary>
internal sealed class PackedEntries
{
    private const char Separator = '\0';

    private readonly byte[] _entries;
    private readonly int[] _starts;

    private PackedEntries(byte[] entries, int[] starts) => (_entries, _starts) = (entries, starts);

    public int Count => _starts.Length - 1;

    /// <summary>The entry of this index.</summary>
    public TitleEntry this[int index]
    {
        get
        {
            // A title is the only part that may have the separator in it.
            var entry = Encoding.UTF8.GetString(_entries.AsSpan(_starts[index].._starts[index + 1]));
            var path = entry.LastIndexOf(Separator);
            var number = entry.LastIndexOf(Separator, path - 1);
            return new(entry[..number], OrNull(entry[(number + 1)..path]), OrNull(entry[(path + 1)..]));
        }
    }

    private static string? OrNull(string part) => part.Length > 0 ? part : null;

    /// <summary>Packs entries as they come.</summary>
    public sealed class Builder
    {
        private readonly ArrayBufferWriter<byte> _entries = new();
        private readonly List<int> _starts = [0];

        public void Add(TitleEntry entry)
        {
            Encoding.UTF8.GetBytes($"{entry.Text}{Separator}{entry.Number}{Separator}{entry.Path}", _entries);
            _starts.Add(_entries.WrittenCount);
        }

        public PackedEntries Build() => new(_entries.WrittenSpan.ToArray(), [.. _starts]);
    }
}
