using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Fees;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Office;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>The tables of the processing fee are data: which version computes, and which tables are refused.</summary>
public sealed class FeeStandardTests
{
    private static readonly FeeStandard Dearer = new("云政办〔2027〕1号", [new(5, 0), new(20, 50), new(40, 150)], new(5, 300, 50), [new(10, 0), new(null, 3)]);

    [Fact]
    public void R_FEE_The_amount_is_the_sum_over_one_page_after_another()
    {
        var bands = Gen.Choose(0, 40).SelectMany(_ => Gen.Choose(1, 60), (yuan, size) => (Yuan: yuan, Size: size)).ListOf(4);
        Prop.ForAll(Gen.Zip(bands, Gen.Choose(1, 400)).ToArbitrary(), sample =>
        {
            var (above, pages) = (0, new List<PageBand>());
            foreach (var (yuan, size) in sample.Item1)
            {
                pages.Add(new(above += size, yuan));
            }

            pages.Add(new(null, 99));
            var slow = Enumerable.Range(1, sample.Item2).Sum(page => pages.First(band => band.UpTo is null || page <= band.UpTo).Yuan);
            return (FeeStandard.Delivered with { Pages = pages }).Compute(FeeBasis.ByPage, sample.Item2).Yuan == slow;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 50)]
    [InlineData(40, 150)]
    [InlineData(41, 300)]
    [InlineData(45, 300)]
    [InlineData(46, 350)]
    public void R_FEE_By_request_each_costs_what_its_band_or_step_says(int number, int yuan)
    {
        var fee = Dearer.Compute(FeeBasis.ByRequest, number);
        Assert.Equal(yuan, fee.Yuan);
        Assert.EndsWith($"应缴{yuan}元（云政办〔2027〕1号）。", fee.Computation);
    }

    [Fact]
    public void R_FEE_A_notice_is_computed_by_the_version_that_held_on_its_day()
    {
        var book = new FeeBook([new(1, On("2026-03-10"), Dearer), new(2, On("2026-03-10"), Dearer with { Basis = "更正后的依据" }), new(3, On("2026-06-01"), FeeStandard.Delivered)]);
        Assert.Equal([0, 2, 2, 3], new[] { "2026-03-09", "2026-03-10", "2026-05-31", "2026-06-01" }.Select(day => book.On(On(day)).Version));
        Assert.Equal((0, 700), Fee(book, "2026-03-09"));
        Assert.Equal((2, 270), Fee(book, "2026-03-10"));
        Assert.Equal((0, 700), Fee(FeeBook.Delivered, "2026-03-10"));
    }

    [Fact]
    public void R_FEE_Tables_that_contradict_themselves_are_refused_with_the_place()
    {
        Assert.Empty(FeeStandardCheck.Objections(FeeStandard.Delivered));
        Assert.Empty(FeeStandardCheck.Objections(Dearer));
        (string Part, FeeStandard Wrong)[] wrong =
        [
            (nameof(FeeStandard.Basis), Dearer with { Basis = " " }),
            (nameof(FeeStandard.Requests), Dearer with { Requests = [new(30, 0), new(30, 100)] }),
            (nameof(FeeStandard.Requests), Dearer with { Requests = [new(10, 200), new(30, 100)] }),
            (nameof(FeeStandard.Requests), Dearer with { Requests = [new(10, -1)] }),
            (nameof(FeeStandard.Steps), Dearer with { Steps = new(0, 300, 100) }),
            (nameof(FeeStandard.Steps), Dearer with { Steps = new(10, 100, 100) }),
            (nameof(FeeStandard.Pages), Dearer with { Pages = [new(30, 0)] }),
            (nameof(FeeStandard.Pages), Dearer with { Pages = [new(null, 0), new(null, 10)] }),
            (nameof(FeeStandard.Pages), Dearer with { Pages = [] }),
            (nameof(FeeStandard.Pages), Dearer with { Pages = [new(100, 0), new(50, 10), new(null, 10)] }),
        ];
        Assert.All(wrong, sample => Assert.Equal(sample.Part, Assert.Single(FeeStandardCheck.Objections(sample.Wrong)).Part));
    }

    [Fact]
    public void R_FEE_Tables_are_kept_as_they_are_and_a_preview_shows_every_edge()
    {
        var kept = FeeStandards.Read(JsonSerializer.Serialize(Dearer, EventJson.Options));
        Assert.Equal(JsonSerializer.Serialize(Dearer), JsonSerializer.Serialize(kept));
        var examples = FeeExamples.Of(FeeStandard.Delivered, Dearer);
        Assert.Equal([1, 5, 6, 10, 11, 20, 21, 30, 31, 40, 41, 45, 46], examples.Where(example => example.Basis == FeeBasis.ByRequest).Select(example => example.Quantity));
        Assert.All(examples, example => Assert.Equal(FeeStandard.Delivered.Compute(example.Basis, example.Quantity).Yuan, example.Now));
    }

    private static (int? Version, int Yuan) Fee(FeeBook book, string on)
    {
        var occasion = new FormOccasion(
            new([new Submitted(On("2026-03-02"), Channel.Internet), new Confirmed(On("2026-03-02"))]), new("公路养护", null, null, WantedForm.Paper, DeliveryWay.Post),
            On("2026-03-20"), new(CalendarDocument.Delivered()), "handler") { Fees = book };
        var form = EventForms.Find("feeNoticed")!;
        var values = new FormValues(form.Fields(occasion), new Dictionary<string, string?> { ["On"] = on, ["Basis"] = nameof(FeeBasis.ByPage), ["Quantity"] = "100" });
        var fee = ((FeeNoticed)form.Make(values, occasion)).Fee!;
        return (fee.Version, fee.Yuan);
    }

    private static DateOnly On(string date) => DateOnly.Parse(date);
}
