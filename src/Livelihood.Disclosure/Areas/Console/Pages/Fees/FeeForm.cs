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
    /// <summary>Rows that a table offers.</summary>
    public const int Rows = 6;

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

    /// <summary>The tables; null where something cannot be read.</summary>
    /// <param name="mistake">Told of each field that is wrong, with a Chinese sentence.</param>
    public FeeStandard? Read(Action<string, string> mistake)
    {
        (Requests, Pages) = (Padded(Requests.Take(Rows)), Padded(Pages.Take(Rows)));
        var isRead = true;
        var requests = Filled(Requests).Select(row => new RequestBand(Number(row.Row.UpTo, $"Requests[{row.Index}].UpTo", "到第几件"), Number(row.Row.Yuan, $"Requests[{row.Index}].Yuan", "每件多少元"))).ToList();
        var steps = new RequestSteps(Number(StepSize, nameof(StepSize), "每增加多少件"), Number(StepFirst, nameof(StepFirst), "第一档每件多少元"), Number(StepMore, nameof(StepMore), "每件多收多少元"));
        var pages = Filled(Pages).Select(row => new PageBand(
            string.IsNullOrWhiteSpace(row.Row.UpTo) ? null : Number(row.Row.UpTo, $"Pages[{row.Index}].UpTo", "到第几页"), Number(row.Row.Yuan, $"Pages[{row.Index}].Yuan", "每页多少元"))).ToList();
        return isRead ? new((Basis ?? "").Trim(), requests, steps, pages) : null;

        int Number(string? typed, string field, string name)
        {
            if (int.TryParse(HalfWidth.Of(typed ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            isRead = false;
            mistake(field, $"{name}请填整数，例如10");
            return 0;
        }
    }

    private static IEnumerable<(int Index, BandRow Row)> Filled(IEnumerable<BandRow> rows) =>
        rows.Index().Where(row => !string.IsNullOrWhiteSpace(row.Item.UpTo) || !string.IsNullOrWhiteSpace(row.Item.Yuan));

    private static List<BandRow> Padded(IEnumerable<BandRow> rows)
    {
        var padded = rows.ToList();
        while (padded.Count < Rows)
        {
            padded.Add(new());
        }

        return padded;
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
