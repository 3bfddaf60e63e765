using FsCheck;
using FsCheck.Fluent;
using Livelihood.Commitments.Domain;
using Xunit;

namespace Livelihood.UnitTests.Commitments;

/// <summary>The shares of the 2021 report, each at the precision it is stated with.</summary>
public sealed class ShareOfTargetTests
{
    [Theory]
    [InlineData(130, 300, "43.34%", false, "43.33%")]
    [InlineData(146, 300, "48%", false, "48.67%")]
    [InlineData(123, 280, "44%", true, "43.93%")]
    [InlineData(689, 700, "98.4%", true, "98.43%")]
    [InlineData(1105, 2500, "44.2%", true, "44.20%")]
    [InlineData(300, 300, "100%", true, "100.00%")]
    [InlineData(310, 300, "103.3%", true, "103.33%")]
    [InlineData(0, 300, "0%", true, "0.00%")]
    public void Against_Judges_At_The_Stated_Precision(int done, int target, string stated, bool follows, string exact)
    {
        Assert.True(ShareOfTarget.TryParse(stated, out var share));

        var check = share.Against(done, target);

        Assert.Equal(follows, check.Follows);
        Assert.Equal(exact, check.Exact.ToString());
        Assert.Equal(stated, check.Stated.ToString());
    }

    [Fact]
    public void A_Share_Whose_Digits_Were_Cut_Off_Is_Recognised()
    {
        Assert.True(ShareOfTarget.TryParse("48%", out var share));
        Assert.True(ShareOfTarget.TryParse("43.34%", out var other));

        Assert.True(share.Against(146, 300).IsCutOff);
        Assert.False(other.Against(130, 300).IsCutOff);
    }

    [Theory]
    [InlineData("43.34")]
    [InlineData(" 43.34 % ")]
    [InlineData("43.34％")]
    public void TryParse_Reads_The_Ways_It_Is_Written(string text)
    {
        Assert.True(ShareOfTarget.TryParse(text, out var share));
        Assert.Equal((43.34m, 2), (share.Percent, share.Decimals));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("四成")]
    [InlineData("-1%")]
    [InlineData("1,000%")]
    [InlineData("0.12345678%")]
    public void TryParse_Refuses_What_Is_No_Share(string? text) => Assert.False(ShareOfTarget.TryParse(text, out _));

    [Fact]
    public void Of_Refuses_A_Target_Of_Nothing() => Assert.Throws<ArgumentOutOfRangeException>(() => ShareOfTarget.Of(1, 0));

    [Fact]
    public void What_Is_Computed_Always_Follows()
        => Prop.ForAll<PositiveInt, NonNegativeInt, byte>((target, done, decimals) =>
        {
            var share = ShareOfTarget.Of(done.Get, target.Get, decimals % 7);
            return ShareOfTarget.TryParse(share.ToString(), out var read) && read.Against(done.Get, target.Get).Follows;
        }).QuickCheckThrowOnFailure();
}
