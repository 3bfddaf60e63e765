namespace Livelihood.Content.Items;

/// <summary>Makes ids of content items: 26 characters of Crockford's base 32 over a version 7 UUID, so that they sort by age.</summary>
public static class ContentId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The length of an id.</summary>
    public const int Length = 26;

    /// <summary>A new id.</summary>
    public static string New()
    {
        var bytes = Guid.CreateVersion7().ToByteArray(bigEndian: true);
        var number = new UInt128(Big(bytes, 0), Big(bytes, 8));
        return string.Create(Length, number, static (text, value) =>
        {
            for (var i = Length - 1; i >= 0; i--, value >>= 5)
            {
                text[i] = Alphabet[(int)(value & 31)];
            }
        });
    }

    private static ulong Big(byte[] bytes, int start) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(start));
}
