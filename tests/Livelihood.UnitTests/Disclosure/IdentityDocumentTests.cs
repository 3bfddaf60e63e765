using Livelihood.Disclosure.Domain.Requesters;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

public sealed class IdentityDocumentTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static string? Problem(IdentityDocumentKind kind, string typed) =>
        IdentityDocument.Problem(kind, IdentityDocument.Normalise(typed), Today);

    [Theory]
    [InlineData(IdentityDocumentKind.ResidentCard, "411200198001010011")]
    [InlineData(IdentityDocumentKind.ResidentCard, "411200 19800101 002x")]
    [InlineData(IdentityDocumentKind.ResidentCard, "４１１２００１９８００１０１００２Ｘ")]
    [InlineData(IdentityDocumentKind.ResidentCard, "411200800101001")] // the old fifteen digits
    [InlineData(IdentityDocumentKind.ResidencePermit, "810000199003070015")]
    [InlineData(IdentityDocumentKind.Passport, "E12345678")]
    [InlineData(IdentityDocumentKind.HongKongMacaoPermit, "h12345678")]
    [InlineData(IdentityDocumentKind.TaiwanPermit, "12345678")]
    [InlineData(IdentityDocumentKind.TaiwanPermit, "1234567890A")]
    [InlineData(IdentityDocumentKind.ForeignPermanentResident, "CHN110000000000")]
    [InlineData(IdentityDocumentKind.ForeignPermanentResident, "900000198512310029")]
    [InlineData(IdentityDocumentKind.UnifiedCreditCode, "914112000000000abm")]
    [InlineData(IdentityDocumentKind.OtherOrganisational, "豫民登字第1号")]
    public void A_right_number_is_accepted_however_it_is_typed(IdentityDocumentKind kind, string typed) => Assert.Null(Problem(kind, typed));

    [Theory]
    [InlineData(IdentityDocumentKind.ResidentCard, "", "请填写")]
    [InlineData(IdentityDocumentKind.ResidentCard, "41120019800101001", "您填写了17位")]
    [InlineData(IdentityDocumentKind.ResidentCard, "411200198001010012", "校验位不符")]
    [InlineData(IdentityDocumentKind.ResidentCard, "110101190002299999", "不是有效的日期")] // 1900 had no 29 February
    [InlineData(IdentityDocumentKind.ResidentCard, "411200203001010019", "不是有效的日期")] // not born yet
    [InlineData(IdentityDocumentKind.ResidentCard, "41120019800101A011", "应为数字")]
    [InlineData(IdentityDocumentKind.ResidentCard, "411200801301001", "第7至12位")]
    [InlineData(IdentityDocumentKind.ResidencePermit, "411200800101001", "应为18位")]
    [InlineData(IdentityDocumentKind.Passport, "E123", "5至20位")]
    [InlineData(IdentityDocumentKind.HongKongMacaoPermit, "12345678", "H或M")]
    [InlineData(IdentityDocumentKind.TaiwanPermit, "1234567", "8位数字")]
    [InlineData(IdentityDocumentKind.ForeignPermanentResident, "12345", "以9开头")]
    [InlineData(IdentityDocumentKind.UnifiedCreditCode, "914112000000000ABN", "校验位不符")]
    [InlineData(IdentityDocumentKind.UnifiedCreditCode, "914112000000000ABO", "没有I、O、S、V、Z")]
    public void A_wrong_number_is_told_what_to_mend(IdentityDocumentKind kind, string typed, string expected) =>
        Assert.Contains(expected, Problem(kind, typed));
}
