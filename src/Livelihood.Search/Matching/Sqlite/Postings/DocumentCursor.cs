namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>Goes through documents in the order of their numbers.</summary>
internal abstract class DocumentCursor
{
    /// <summary>The number behind all documents.</summary>
    public const int End = int.MaxValue;

    /// <summary>The document that it stands at; -1 before the first move.</summary>
    public int Id { get; protected set; } = -1;

    /// <summary>Moves, unless it stands there already, to the first document that is not before a number. Never moves back.</summary>
    public int SeekTo(int id) => Id >= id ? Id : Id = Move(id);

    /// <summary>Finds the first document that is not before a number, which lies behind where it stands.</summary>
    protected abstract int Move(int id);
}

/// <summary>Documents at which all of several cursors stand.</summary>
internal sealed class AllOf(DocumentCursor[] parts) : DocumentCursor
{
    protected override int Move(int id)
    {
        var (part, agreed) = (0, 0);
        while (agreed < parts.Length && id != End)
        {
            var found = parts[part].SeekTo(id);
            (id, agreed) = found == id ? (id, agreed + 1) : (found, 1);
            part = part + 1 == parts.Length ? 0 : part + 1;
        }

        return id;
    }
}

/// <summary>Documents at which any of several cursors stands.</summary>
internal sealed class AnyOf(DocumentCursor[] parts) : DocumentCursor
{
    protected override int Move(int id)
    {
        var first = End;
        foreach (var part in parts)
        {
            first = Math.Min(first, part.SeekTo(id));
        }

        return first;
    }
}
