using System.Globalization;
using Livelihood.Disclosure.Domain.Fees;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Areas.Console.Pages.Fees;

/// <summary>A band as typed; a row without anything is none.</summary>
public sealed class BandRow
{
    public string? UpTo { get; set; }

    public string? Yuan { get; set; }
}

/// <summary>The tables of the fee as typed.</summary>
public sealed class FeeForm
{
    /// <summary>The most rows that a table can have.</summary>
    public const int MostRows = 20;

    private const int SpareRows = 1;
    private const int MoreRows = 4;

    public string? Basis { get; set; }

    public List<BandRow> Requests { get; set; } = [];

    public string? StepSize { get; set; }

    public string? StepFirst { get; set; }

    public string? StepMore { get; set; }

    public List<BandRow> Pages { get; set; } = [];

    public string? EffectiveOn { get; set; }

    /// <summary>The last version when the page was opened.</summary>
    public int BasedOn { get; set; }

    /// <summary>The form of tables.</summary>
    public static FeeForm Of(FeeStandard standard, int basedOn, DateOnly effectiveOn) => new()
    {
        Basis = standard.Basis,
        Requests = Padded(standard.Requests.Select(band => new BandRow { UpTo = Text(band.UpTo), Yuan = Text(band.Yuan) })),
        StepSize = Text(standard.Steps.Size), StepFirst = Text(standard.Steps.FirstYuan), StepMore = Text(standard.Steps.MoreYuan),
        Pages = Padded(standard.Pages.Select(band => new BandRow { UpTo = Text(band.UpTo), Yuan = Text(band.Yuan) })),
        EffectiveOn = effectiveOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        BasedOn = basedOn,
    };

    /// <summary>Keeps what was typed and offers more empty rows.</summary>
    public void AddRows() => (Requests, Pages) = (Padded(Requests, MoreRows), Padded(Pages, MoreRows));

    /// <summary>Keeps what was typed, with an empty row after it.</summary>
    public void Pad() => (Requests, Pages) = (Padded(Requests), Padded(Pages));

    /// <summary>The tables; null where something cannot be read.</summary>
    /// <param name="mistake">Told of each field that is wrong, with a Chinese sentence.</param>
    public FeeStandard? Read(Action<string, string> mistake)
    {
        Pad();
        var isRead = true;
        var requests = Filled(Requests).Select(row => new RequestBand(Number(row.Row.UpTo, $"Requests[{row.Index}].UpTo", "到第几件", least: 1), Number(row.Row.Yuan, $"Requests[{row.Index}].Yuan", "每件多少元"))).ToList();
        var steps = new RequestSteps(Number(StepSize, nameof(StepSize), "每增加多少件", least: 1), Number(StepFirst, nameof(StepFirst), "第一档每件多少元"), Number(StepMore, nameof(StepMore), "每件多收多少元"));
        var pages = Filled(Pages).Select(row => new PageBand(
            string.IsNullOrWhiteSpace(row.Row.UpTo) ? null : Number(row.Row.UpTo, $"Pages[{row.Index}].UpTo", "到第几页", least: 1), Number(row.Row.Yuan, $"Pages[{row.Index}].Yuan", "每页多少元"))).ToList();
        return isRead ? new((Basis ?? "").Trim(), requests, steps, pages) : null;

        int Number(string? typed, string field, string name, int least = 0)
        {
            if (int.TryParse(HalfWidth.Of(typed ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
            {
                return number;
            }

            isRead = false;
            mistake(field, $"{name}请填{least}或者更大的整数，例如10");
            return 0;
        }
    }

    private static IEnumerable<(int Index, BandRow Row)> Filled(IEnumerable<BandRow> rows) =>
        rows.Index().Where(row => IsFilled(row.Item));

    /// <summary>The rows up to the last one that is filled, and some empty ones.</summary>
    private static List<BandRow> Padded(IEnumerable<BandRow> rows, int spare = SpareRows)
    {
        var typed = rows.Take(MostRows).ToList();
        var filled = typed.FindLastIndex(IsFilled) + 1;
        return [.. typed.Take(filled), .. Enumerable.Range(0, Math.Min(spare, MostRows - filled)).Select(_ => new BandRow())];
    }

    private static bool IsFilled(BandRow row) => !string.IsNullOrWhiteSpace(row.UpTo) || !string.IsNullOrWhiteSpace(row.Yuan);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
