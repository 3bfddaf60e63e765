using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Requesters;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>What makes two requests one person's, and two descriptions alike.</summary>
public sealed class PersonKeyTests
{
    [Theory]
    [InlineData("411200198001010011", "411200800101001")] // the old 15 digits
    [InlineData("11010519491231002X", "11010519491231002x")]
    [InlineData("11010519491231002X", "１１０１０５ 19491231 002Ｘ")]
    [InlineData("11010519491231002X", "110105491231002")]
    public void A_resident_card_is_one_number_however_it_is_written(string one, string other) =>
        Assert.Equal(Identity(IdentityDocumentKind.ResidentCard, one), Identity(IdentityDocumentKind.ResidentCard, other));

    [Fact]
    public void Other_documents_stay_as_they_are_and_kinds_are_kept_apart()
    {
        Assert.NotEqual(Identity(IdentityDocumentKind.ResidentCard, "411200198001010011"), Identity(IdentityDocumentKind.ResidentCard, "411200198001010038"));
        Assert.NotEqual(Identity(IdentityDocumentKind.Passport, "E12345678"), Identity(IdentityDocumentKind.OtherPersonal, "E12345678"));
        Assert.Equal(Identity(IdentityDocumentKind.Passport, "E12345678"), Identity(IdentityDocumentKind.Passport, "e 1234-5678"));
        Assert.EndsWith("411200800101001", Identity(IdentityDocumentKind.OtherPersonal, "411200800101001"));
    }

    [Theory]
    [InlineData("13800001234", "+86 138-0000-1234")]
    [InlineData("13800001234", "0086 138 0000 1234")]
    [InlineData("13800001234", "１３８００００１２３４")]
    [InlineData("0398-2800000", "(0398)2800000转12")]
    [InlineData("0398-2800000-12", "0398-2800000")]
    [InlineData("010-62345678-801", "+86 10 62345678转12")]
    [InlineData("+81 3 1234 5678", "0081 312345678")]
    public void A_telephone_is_one_line_however_it_is_written(string one, string other) => Assert.Equal(Key(PersonKeyKind.Phone, Who(phone: one)), Key(PersonKeyKind.Phone, Who(phone: other)));

    [Theory]
    [InlineData("411200198001010011", PersonKeyKind.Identity)]
    [InlineData("１１０１０５ 19491231 002ｘ", PersonKeyKind.Identity)]
    [InlineData("411200800101001", PersonKeyKind.Identity)]
    [InlineData("138 0000-1234", PersonKeyKind.Phone)]
    [InlineData("(0398)2800000转12", PersonKeyKind.Phone)]
    [InlineData("+81 3 1234 5678", PersonKeyKind.Phone)]
    [InlineData("2800000", null)]
    [InlineData("YL-ZFB-2026-000012", null)]
    [InlineData("20260101", null)]
    [InlineData("公路养护经费", null)]
    [InlineData(null, null)]
    public void What_somebody_types_to_look_for_a_person_reads_as_the_key_that_is_kept(string? typed, PersonKeyKind? kind)
    {
        var read = PersonKey.Read(typed);
        Assert.Equal(kind, read.Count == 0 ? null : read[0].Kind);
        var known = kind == PersonKeyKind.Identity ? PersonKey.Of(Who() with { DocumentKind = IdentityDocumentKind.ResidentCard, DocumentNumber = typed! })
            : kind == PersonKeyKind.Phone ? PersonKey.Of(Who(phone: typed)) : [];
        Assert.All(known.Where(key => key.Kind == kind), key => Assert.Contains(key, read));
    }

    [Fact]
    public void An_address_of_mail_has_no_case_and_what_is_missing_is_no_key()
    {
        Assert.Equal("name@example.com", Key(PersonKeyKind.Email, Who(email: " Name@Example.com ")));
        Assert.Equal([PersonKeyKind.Identity], PersonKey.Of(Who()).Select(key => key.Kind));
        Assert.DoesNotContain(PersonKey.Of(Who(phone: "13800001234", email: "a@example.com")), key => key.Text.Contains("申请人", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2019年公路养护经费安排", "２０１９年 公路养护经费的安排")]
    [InlineData("云岭市城东片区征收补偿方案", "云岭市城东片区的征收补偿方案及附件")]
    [InlineData("云政办〔2019〕8号", "云政办[2019]8号")]
    public void Descriptions_that_differ_by_little_are_alike_and_share_a_key(string one, string other)
    {
        Assert.InRange(Likeness.Of(one, other), Likeness.Alike, 1);
        Assert.NotEmpty(Likeness.KeysOf(one).Intersect(Likeness.KeysOf(other)));
    }

    [Theory]
    [InlineData("2019年公路养护经费安排", "2019年学校食堂采购合同")]
    [InlineData("城东片区征收补偿方案", "城西水厂环境影响报告")]
    [InlineData("甲", "乙")]
    [InlineData("", "")]
    [InlineData("——", "……")]
    public void Descriptions_of_other_things_are_not_alike(string one, string other) => Assert.InRange(Likeness.Of(one, other), 0, Likeness.Alike - 0.01);

    [Fact]
    public void Keys_are_the_same_on_every_day_and_find_nine_of_ten_alike_ones()
    {
        Assert.Equal(Likeness.Bands, Likeness.KeysOf("公路养护").Distinct().Count());
        Assert.Equal(Likeness.KeysOf("公路养护"), Likeness.KeysOf(" 公路，养护"));
        Assert.Equal(Likeness.Bands + 1, Likeness.KeysOf(new WantedInformation("公路养护", "云政办〔2019〕8号", null, default, default)).Count);
        Assert.Equal(
            Likeness.KeysOf(new WantedInformation("甲", "云政办〔2019〕8号", null, default, default))[^1],
            Likeness.KeysOf(new WantedInformation("乙", "云政办 2019 8号", null, default, default))[^1]);

        // Titles of twelve to twenty different characters with one of them replaced.
        var random = new Random(6);
        var titles = Enumerable.Range(0, 500).Select(_ => string.Concat(Enumerable.Range(0, random.Next(12, 21)).Select(_ => (char)('\u4E00' + random.Next(3000))))).ToList();
        var found = titles.Count(title =>
        {
            var place = random.Next(title.Length);
            return Likeness.KeysOf(title).Intersect(Likeness.KeysOf(title[..place] + "某" + title[(place + 1)..])).Any();
        });
        Assert.InRange(found, 450, 500);
        Assert.InRange(titles.Zip(titles.Skip(1)).Count(pair => Likeness.KeysOf(pair.First).Intersect(Likeness.KeysOf(pair.Second)).Any()), 0, 5);
    }

    private static string Identity(IdentityDocumentKind kind, string number) => Key(PersonKeyKind.Identity, Who(kind, IdentityDocument.Normalise(number)));

    private static string Key(PersonKeyKind kind, Requester who) => PersonKey.Of(who).Single(key => key.Kind == kind).Text;

    private static Requester Who(IdentityDocumentKind kind = IdentityDocumentKind.ResidentCard, string number = "411200198001010011", string? phone = null, string? email = null) =>
        new(RequesterKind.Natural, "申请人甲", null, kind, number, phone, email, null, null, null);
}
