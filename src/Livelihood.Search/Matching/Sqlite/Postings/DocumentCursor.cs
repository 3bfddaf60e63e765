namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>Goes through documents in the order of their numbers.</summary>
internal abstract class DocumentCursor
{
    /// <summary>The number behind all documents.</summary>
    public const int End = int.MaxValue;

    /// <summary>About how many of the documents from here on it stops at, from 0 to 1; before the first move.</summary>
    public abstract double Share { get; }

    /// <summary>The first document that is not before a number. Never moves back.</summary>
    public abstract int SeekTo(int id);
}

/// <summary>Documents at which all of several cursors stand.</summary>
/// <param name="parts">The cursors; the rarest of them leads.</param>
internal sealed class AllOf(IEnumerable<DocumentCursor> parts) : DocumentCursor
{
    private readonly DocumentCursor[] _parts = [.. parts.OrderBy(p => p.Share)];

    public override double Share => _parts[0].Share;

    public override int SeekTo(int id)
    {
        for (var part = 0; part < _parts.Length; part++)
        {
            var found = _parts[part].SeekTo(id);
            if (found != id && (part > 0 || found == End))
            {
                if (found == End)
                {
                    return End;
                }

                part = -1;
            }

            id = found;
        }

        return id;
    }
}

/// <summary>Documents at which any of several cursors stands.</summary>
internal sealed class AnyOf(DocumentCursor[] parts) : DocumentCursor
{
    public override double Share => Math.Min(1, parts.Sum(p => p.Share));

    public override int SeekTo(int id)
    {
        var first = End;
        foreach (var part in parts)
        {
            first = Math.Min(first, part.SeekTo(id));
        }

        return first;
    }
}
