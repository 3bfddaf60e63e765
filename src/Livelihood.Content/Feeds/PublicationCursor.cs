using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;

namespace Livelihood.Content.Feeds;

/// <summary>In which order published items are listed; within one instant or day by their ids.</summary>
public enum PublicationOrder
{
    /// <summary>Newest publication first.</summary>
    NewestPublished,

    /// <summary>Oldest publication first: whoever follows along misses nothing that is published meanwhile.</summary>
    OldestPublished,

    /// <summary>Newest date of the document first.</summary>
    NewestDated,

    /// <summary>Oldest date of the document first.</summary>
    OldestDated,
}

/// <summary>
/// A place in a list: after which item the next page begins. Unlike a page number it stays right while items are
/// added in front.
/// </summary>
/// <param name="Order">The list's order.</param>
/// <param name="Key">Milliseconds since 1970 of the publication, or the date's day number, as the order has it.</param>
/// <param name="ItemId">The last item shown.</param>
public sealed record PublicationCursor(PublicationOrder Order, long Key, string ItemId)
{
    /// <summary>The place after an entry.</summary>
    public static PublicationCursor After(PublicationOrder order, CatalogueEntry entry) => new(
        order,
        IsByDate(order) ? entry.Date.DayNumber : entry.PublishedUtc.ToUnixTimeMilliseconds(),
        entry.ItemId);

    /// <summary>Whether an order goes by the documents' dates.</summary>
    public static bool IsByDate(PublicationOrder order) => order is PublicationOrder.NewestDated or PublicationOrder.OldestDated;

    /// <summary>Reads what <see cref="ToString"/> wrote; null for any other text.</summary>
    public static PublicationCursor? Parse(string? text)
    {
        if (text is null or { Length: > 100 } || !Base64Url.IsValid(text))
        {
            return null;
        }

        return Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.') is [var order, var key, { Length: ContentId.Length } id]
            && Enum.TryParse<PublicationOrder>(order, out var known) && Enum.IsDefined(known)
            && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most(known)
            && id.All(char.IsAsciiLetterOrDigit)
                ? new(known, number, id)
                : null;
    }

    /// <summary>As it stands in an address; its form is nobody else's concern.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{(int)Order}.{Key}.{ItemId}"));

    private static long Most(PublicationOrder order) =>
        IsByDate(order) ? DateOnly.MaxValue.DayNumber : DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
}
