using System.Diagnostics.CodeAnalysis;

namespace Livelihood.Benchmarks.Digitisation;

/// <summary>What the command was asked.</summary>
internal sealed record DigitisationOptions(int Issues, int From, string? Only, int Show, string? Dump, bool Update, bool Floors)
{
    /// <summary>False where an argument is unknown or no number where one is due.</summary>
    public static bool TryParse(IReadOnlyList<string> arguments, [NotNullWhen(true)] out DigitisationOptions? options)
    {
        options = null;
        var read = new DigitisationOptions(3, 1000, null, 0, null, false, false);
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : null;
            var number = int.TryParse(value, out var n) && n > 0 ? n : (int?)null;
            switch (arguments[i])
            {
                case "--update":
                    read = read with { Update = true };
                    continue;
                case "--floors":
                    read = read with { Floors = true };
                    continue;
                case "--issues" when number is { } issues:
                    read = read with { Issues = issues };
                    break;
                case "--from" when number is { } from:
                    read = read with { From = from };
                    break;
                case "--show" when number is { } show:
                    read = read with { Show = show };
                    break;
                case "--only" when value is not null:
                    read = read with { Only = value };
                    break;
                case "--dump" when value is not null:
                    read = read with { Dump = value };
                    break;
                default:
                    return false;
            }

            i++;
        }

        options = read;
        return true;
    }
}
