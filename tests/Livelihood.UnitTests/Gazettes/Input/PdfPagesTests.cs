using Livelihood.Gazettes.Input;
using Xunit;

namespace Livelihood.UnitTests.Gazettes.Input;

/// <summary>Which pages of pdftotext's output are set in two columns.</summary>
public sealed class PdfPagesTests
{
    private const string Gutter = "      ";

    private static readonly string Full = new('文', 18);
    private static readonly string Half = new string('文', 7) + "。" + new string(' ', 20);

    private static bool IsInColumns(IEnumerable<string> lines) => PdfPages.Of(string.Join('\n', lines)).Single().IsInColumns;

    [Fact]
    public void Columns_OfLongParagraphs() => Assert.True(IsInColumns(Enumerable.Repeat(Full + Gutter + Full, 30)));

    [Fact]
    public void Columns_OfShortParagraphs_UnderATitleAcrossBoth() => Assert.True(IsInColumns(
        Enumerable.Repeat(Full + Gutter + Half.TrimEnd(), 14).Concat(Enumerable.Repeat(Half + Gutter + Full, 14)).Prepend("          云岭市人民政府关于整修水塔和水渠的通知以及其他事项")));

    [Fact]
    public void Columns_OfWhichOneIsShorter() => Assert.True(IsInColumns(
        Enumerable.Repeat(Full + Gutter + Full, 14).Concat(Enumerable.Repeat(Full, 10))));

    [Fact]
    public void OneColumn_IsNone() => Assert.False(IsInColumns(Enumerable.Repeat(Full + Full, 30)));

    [Fact]
    public void ATable_OfShortCells_IsNone() => Assert.False(IsInColumns(
        Enumerable.Range(10, 30).Select(i => $"  {i}        第{i}处草地                        {i * 3}公顷")));

    [Fact]
    public void ATable_OfNamesAndSentences_IsNone() => Assert.False(IsInColumns(
        Enumerable.Range(10, 30).Select(i => $"城东第{i}号水塔                              {Full}")));

    [Fact]
    public void ATable_OfManyCells_IsNone() => Assert.False(IsInColumns(
        Enumerable.Repeat("水塔名称    建成年份    容积    水渠名称    长度    备注栏", 30)));
}
