namespace Livelihood.Gazettes.Domain.Doubts;

/// <summary>Which page an entry of the contents probably stands for.</summary>
internal static class LikelyPages
{
    private const int Nearby = 50;

    /// <summary>
    /// The page between those of the entries before and after, by how many lines the documents between them take; null where
    /// the neighbours say nothing.
    /// </summary>
    public static int? Of(IReadOnlyList<ContentsEntry> entries, Dictionary<object, PrintedDocument> documents, int at)
    {
        var before = Nearest(at - 1, -1);
        var after = Nearest(at + 1, 1);
        if (before is null || entries[before.Value].Page is not { } from)
        {
            return after is not null && at == 0 && entries[after.Value].Page > 1 ? 1 : null;
        }

        if (after is null || entries[after.Value].Page is not { } to || to < from)
        {
            return null;
        }

        if (to - from <= 1)
        {
            return to;
        }

        if (First(before.Value) is not { } start || First(at) is not { } here || First(after.Value) is not { } end || here <= start || end <= here)
        {
            return null;
        }

        return Math.Clamp(from + (int)Math.Round((double)(to - from) * (here - start) / (end - start)), from, to);

        int? Nearest(int i, int step)
        {
            for (var seen = 0; i >= 0 && i < entries.Count && seen < Nearby; i += step, seen++)
            {
                if (entries[i].Page is not null)
                {
                    return i;
                }
            }

            return null;
        }

        int? First(int i) => documents.TryGetValue(entries[i], out var document) ? document.Lines.First : null;
    }
}
