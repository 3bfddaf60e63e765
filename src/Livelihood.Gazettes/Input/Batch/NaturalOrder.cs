namespace Livelihood.Gazettes.Input.Batch;

/// <summary>Orders names as people do: 第2期 before 第10期, a folder's files together.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Comparer = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        while (a.Length > 0 && b.Length > 0)
        {
            var (digitsA, digitsB) = (Digits(a), Digits(b));
            var order = digitsA > 0 && digitsB > 0
                ? Numbers(a[..digitsA], b[..digitsB])
                : a[0] == b[0] ? 0 : a[0] == '/' ? -1 : b[0] == '/' ? 1 : a[0].CompareTo(b[0]);
            if (order != 0)
            {
                return order;
            }

            var isNumber = digitsA > 0 && digitsB > 0;
            a = a[(isNumber ? digitsA : 1)..];
            b = b[(isNumber ? digitsB : 1)..];
        }

        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(x, y);
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }

        return count;
    }

    private static int Numbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.SequenceCompareTo(b);
    }
}
