using Livelihood.Disclosure.Domain.Requesters;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

public sealed class ContactTests
{
    [Theory]
    [InlineData("13800001234", "13800001234")]
    [InlineData("+86 138 0000 1234", "13800001234")]
    [InlineData("１３８００００１２３４", "13800001234")]
    [InlineData("0398-2800000", "03982800000")]
    [InlineData("(0398) 2800000转12", "03982800000-12")]
    [InlineData("0398-2800000-1", "03982800000-1")]
    [InlineData("0398-2800000-12", "03982800000-12")]
    [InlineData("010-62345678-801", "01062345678-801")]
    [InlineData("010 6234 5678 - 801", "01062345678-801")]
    [InlineData("０１０－６２３４５６７８－８０１", "01062345678-801")]
    [InlineData("0398-2800000分机801", "03982800000-801")]
    [InlineData("0398-2800000 转 801", "03982800000-801")]
    [InlineData("0398-2800000，分机号：801", "03982800000-801")]
    [InlineData("010-62345678 ext. 801", "01062345678-801")]
    [InlineData("62345678-801", "62345678-801")]
    [InlineData("03982800000-12", "03982800000-12")] // as it is kept
    [InlineData("+86 10 6234 5678-801", "01062345678-801")]
    [InlineData("+86 10 6234 5678", "01062345678")]
    [InlineData("010-6234-5678", "01062345678")]
    [InlineData("138-0000-1234", "13800001234")]
    [InlineData("400-800-1234", "4008001234")]
    [InlineData("400-6789-123", "4006789123")]
    [InlineData("400-800-1234-5", "4008001234-5")]
    [InlineData("+1-202-555-0100", "+12025550100")]
    [InlineData("+12025550100-12", "+12025550100-12")]
    [InlineData("0081 3 1234 5678", "+81312345678")]
    [InlineData("+1 (202) 555-0100", "+12025550100")]
    public void A_telephone_number_is_read_as_people_type_it(string typed, string kept)
    {
        Assert.Equal(kept, Contact.NormalisePhone(typed));
        Assert.Null(Contact.PhoneProblem(kept));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1380000123")]
    [InlineData("12800001234")]
    [InlineData("电话")]
    [InlineData("+0123456")]
    [InlineData("0398-2800000转")]
    [InlineData("转801")]
    [InlineData("13800001234-1")]
    public void A_wrong_telephone_number_is_refused(string typed) => Assert.NotNull(Contact.PhoneProblem(Contact.NormalisePhone(typed)));

    [Theory]
    [InlineData("name@example.com", true)]
    [InlineData("名字@example.com", true)]
    [InlineData("name@example", false)]
    [InlineData("name example@example.com", false)]
    [InlineData("a@b.cn, c@d.cn", false)]
    [InlineData("name@example.com\r\nBcc: x@example.com", false)]
    public void An_email_address_is_one_address(string address, bool right) => Assert.Equal(right, Contact.EmailProblem(address) is null);

    [Theory]
    [InlineData("472000", true)]
    [InlineData("SW1A 1AA", true)]
    [InlineData("4720001234567", false)]
    [InlineData("邮编", false)]
    public void A_postcode_may_be_foreign(string postcode, bool right) => Assert.Equal(right, Contact.PostcodeProblem(postcode) is null);

    [Fact]
    public void Full_width_addresses_and_postcodes_are_read_in_half_width()
    {
        Assert.Equal("name@example.com", Contact.NormaliseEmail("ｎａｍｅ＠ｅｘａｍｐｌｅ。ｃｏｍ"));
        Assert.Equal("472000", Contact.NormalisePostcode("４７２０００"));
    }

    [Fact]
    public void Masks_show_what_publishing_norms_allow()
    {
        Assert.Equal("138****1234", Mask.Phone("13800001234"));
        Assert.Equal("411***********0011", Mask.Number("411200198001010011"));
        Assert.Equal("E******78", Mask.Number("E12345678"));
        Assert.Equal("申***", Mask.Name("申请人甲"));
        Assert.Equal("*", Mask.Name("甲"));
        Assert.Equal("n***@example.com", Mask.Email("name@example.com"));
        Assert.Equal("三门峡市湖滨区******", Mask.Address("三门峡市湖滨区某某路1号"));
        Assert.Equal("******", Mask.Address("某某路1号"));
    }
}
