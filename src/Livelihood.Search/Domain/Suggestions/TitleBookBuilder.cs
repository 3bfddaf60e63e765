using System.Text;

namespace Livelihood.Search.Domain.Suggestions;

/// <summary>Takes entries as they come from the database, so that they never are in memory as objects, all at once.</summary>
public sealed class TitleBookBuilder
{
    /// <summary>The document of each entry, or below zero, counted from -1, where among the names it stands.</summary>
    internal List<int> Documents { get; } = [];

    internal List<string> Names { get; } = [];

    internal StringBuilder Text { get; } = new();

    internal NumberText Numbers { get; } = new();

    /// <summary>Where in the text each entry begins.</summary>
    internal List<int> Starts { get; } = [];

    /// <summary>Takes an entry, which is less important than those before.</summary>
    public void Add(TitleEntry entry)
    {
        Documents.Add(entry.Document > 0 ? entry.Document : -1 - Names.Count);
        if (entry.Document == 0)
        {
            Names.Add(entry.Text);
        }

        Starts.Add(Text.Length);
        Text.Append(TitleBook.Squeeze(entry.Text)).Append(TitleBook.End);
        Numbers.Add(TitleBook.Squeeze(entry.Number));
    }

    /// <summary>The book of all entries.</summary>
    public TitleBook Build() => new(this);

    internal static TitleBookBuilder Of(IEnumerable<TitleEntry> entries)
    {
        var builder = new TitleBookBuilder();
        foreach (var entry in entries)
        {
            builder.Add(entry);
        }

        return builder;
    }
}
