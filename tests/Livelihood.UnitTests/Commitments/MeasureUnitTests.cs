using Livelihood.Commitments.Domain;
using Xunit;

namespace Livelihood.UnitTests.Commitments;

public sealed class MeasureUnitTests
{
    [Theory]
    [InlineData("公里", "千米", 1, 1)]
    [InlineData("人", "万人", 11745, 1.1745)]
    [InlineData("万名", "人", 4.8, 48000)]
    [InlineData("万平方米", "平方米", 60, 600000)]
    [InlineData("亿元", "万元", 2.95, 29500)]
    [InlineData("场", "场", 130, 130)]
    public void Convert_Changes_Between_Units_Of_One_Kind(string from, string to, double quantity, double expected)
        => Assert.Equal((decimal)expected, new MeasureUnit(from).Convert((decimal)quantity, new MeasureUnit(to)));

    [Theory]
    [InlineData("公里", "个")]
    [InlineData("人", "人次")]
    [InlineData("户", "套")]
    [InlineData("%", "个百分点")]
    public void Units_Of_Different_Kinds_Are_Not_Compared(string one, string other)
    {
        Assert.False(new MeasureUnit(one).IsComparableTo(new MeasureUnit(other)));
        Assert.Throws<InvalidOperationException>(() => new MeasureUnit(one).Convert(1, new MeasureUnit(other)));
    }

    [Fact]
    public void A_Multiplier_Alone_Is_A_Unit_Of_Its_Own() => Assert.Equal("万", new MeasureUnit("万").Kind);
}
