using Livelihood.Content.Catalogue;
using Livelihood.Content.Parts;
using Livelihood.Content.Relations;
using Xunit;

namespace Livelihood.UnitTests.Content;

public sealed class ValidityMarkTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Theory]
    [InlineData(null, null, null, ValidityState.NotStated)]
    [InlineData(Validity.InForce, "2026-01-01", null, ValidityState.InForce)]
    [InlineData(Validity.InForce, "2026-06-02", null, ValidityState.NotYetInForce)]
    [InlineData(null, "2026-07-01", null, ValidityState.NotYetInForce)]
    [InlineData(null, "2026-06-01", null, ValidityState.NotStated)]
    [InlineData(Validity.InForce, null, "2026-06-01", ValidityState.Repealed)]
    [InlineData(Validity.InForce, null, "2026-06-02", ValidityState.InForce)]
    [InlineData(Validity.Repealed, null, "2026-06-02", ValidityState.InForce)]
    [InlineData(Validity.Repealed, null, null, ValidityState.Repealed)]
    [InlineData(Validity.Expired, null, "2020-01-01", ValidityState.Expired)]
    [InlineData(Validity.Amended, "2026-01-01", null, ValidityState.Amended)]
    public void Dates_and_what_was_stated_decide(Validity? stated, string? effective, string? repealed, ValidityState expected) =>
        Assert.Equal(expected, ValidityMark.Of(stated, Day(effective), Day(repealed), [], Today).State);

    [Theory]
    [InlineData(RelationKind.Repeals, false, "2026-05-01", ValidityState.Repealed)]
    [InlineData(RelationKind.Repeals, false, "2026-07-01", ValidityState.InForce)]
    [InlineData(RelationKind.ReplacedBy, true, "2026-05-01", ValidityState.Repealed)]
    [InlineData(RelationKind.Amends, false, "2026-05-01", ValidityState.Amended)]
    [InlineData(RelationKind.Amends, false, "2026-07-01", ValidityState.InForce)]
    [InlineData(RelationKind.Amends, true, "2026-05-01", ValidityState.InForce)]
    [InlineData(RelationKind.Repeals, true, "2026-05-01", ValidityState.InForce)]
    [InlineData(RelationKind.Interprets, false, "2026-05-01", ValidityState.InForce)]
    public void What_others_do_to_it_decides_from_the_day_they_bind(RelationKind kind, bool isStated, string effective, ValidityState expected) =>
        Assert.Equal(expected, ValidityMark.Of(Validity.InForce, null, null, [new(kind, isStated, Entry("x", effective))], Today).State);

    [Fact]
    public void A_repeal_to_come_is_announced_with_who_repeals()
    {
        var mark = ValidityMark.Of(Validity.InForce, new(2020, 1, 1), null, [new(RelationKind.Repeals, false, Entry("x", "2026-07-01"))], Today);

        Assert.Equal((ValidityState.InForce, new DateOnly(2026, 7, 1)), (mark.State, mark.EndsOn));
        Assert.Equal(["x"], mark.ByWhat.Select(e => e.ItemId));
    }

    [Fact]
    public void Amendments_stand_newest_first()
    {
        var mark = ValidityMark.Of(null, null, null, [new(RelationKind.Amends, false, Entry("old", "2020-01-01")), new(RelationKind.Amends, false, Entry("new", "2025-01-01"))], Today);

        Assert.Equal(["new", "old"], mark.ByWhat.Select(e => e.ItemId));
        Assert.Equal(new DateOnly(2025, 1, 1), mark.Since);
        Assert.True(mark.IsRemarkable);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text);

    private static CatalogueEntry Entry(string id, string effective) => new()
    {
        ItemId = id, Type = "OfficialDocument", AgencyId = "YL", IndexNumber = id, Path = "/" + id, Title = id, Date = new(2020, 1, 1), EffectiveOn = Day(effective),
    };
}
