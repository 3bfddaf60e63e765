using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Domain;
using Xunit;

namespace Livelihood.UnitTests.Citizens;

public sealed class FreshSignInTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(10, false, true)]
    [InlineData(11, false, false)]
    [InlineData(20, true, true)]
    [InlineData(21, true, false)]
    [InlineData(-1, true, false)]
    public void A_sign_in_is_fresh_for_ten_minutes_and_ten_more_for_the_form(int minutesAgo, bool isSending, bool isFresh) =>
        Assert.Equal(isFresh, FreshSignIn.Is(Now.AddMinutes(-minutesAgo), Now, isSending));

    [Fact]
    public void A_sign_in_of_which_nothing_is_known_is_not_fresh() => Assert.False(FreshSignIn.Is(null, Now, isSending: true));

    [Theory]
    [InlineData(true, 1, 0, true, true)]
    [InlineData(false, 1, 0, false, true)]
    [InlineData(false, 1, 1, true, true)]
    [InlineData(false, 0, 1, true, false)]
    [InlineData(false, 0, 2, true, true)]
    public void One_way_to_sign_in_always_remains(bool hasAddress, int identities, int passkeys, bool survivesUnbinding, bool survivesLosingAPasskey)
    {
        var ways = new SignInWays(hasAddress, identities, passkeys);
        Assert.Equal(survivesUnbinding, ways.SurvivesUnbinding);
        Assert.Equal(survivesLosingAPasskey, ways.SurvivesLosingAPasskey);
    }
}
