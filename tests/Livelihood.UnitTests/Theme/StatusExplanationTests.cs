using Livelihood.Theme.Civic;
using Xunit;

namespace Livelihood.UnitTests.Theme;

public sealed class StatusExplanationTests
{
    [Fact]
    public void Of_EveryErrorCode_SaysWhatToDoNext()
    {
        for (var code = 400; code < 600; code++)
        {
            var explanation = StatusExplanation.Of(code);
            Assert.NotEmpty(explanation.Reason);
            Assert.NotEmpty(explanation.NextSteps);
        }
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(429, false)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    public void Of_ServerError_ShowsReference(int code, bool shown) => Assert.Equal(shown, StatusExplanation.Of(code).ShowReference);

    [Fact]
    public void Of_GoneAndMissing_AreToldApart() => Assert.NotEqual(StatusExplanation.Of(404).Title, StatusExplanation.Of(410).Title);
}
