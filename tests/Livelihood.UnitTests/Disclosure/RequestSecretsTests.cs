using Livelihood.Disclosure.Domain;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

public sealed class RequestSecretsTests
{
    [Fact]
    public void The_query_code_follows_from_the_form_and_can_be_typed_carelessly()
    {
        var key = SubmissionKey.New();
        var again = SubmissionKey.Parse(key.ToString())!;
        Assert.Equal(key.Code, again.Code);
        Assert.Equal(key.Fingerprint, again.Fingerprint);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{12}$", key.Code);

        var shown = QueryCode.Format(key.Code);
        Assert.Matches("^.{4}-.{4}-.{4}$", shown);
        var careless = " " + shown.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l') + "　";
        Assert.Equal(key.Code, QueryCode.Normalise(careless));
    }

    [Fact]
    public void Keys_and_codes_do_not_repeat()
    {
        var keys = Enumerable.Range(0, 2000).Select(_ => SubmissionKey.New()).ToList();
        Assert.Equal(2000, keys.Select(key => key.Code).Distinct().Count());
        Assert.Equal(32, keys.SelectMany(key => key.Code).Distinct().Count());
    }

    [Fact]
    public void Only_the_right_code_matches_the_hash_and_the_hash_is_salted()
    {
        var code = SubmissionKey.New().Code;
        var hash = QueryCode.Hash(code);
        Assert.True(QueryCode.Matches(code, hash));
        Assert.False(QueryCode.Matches(SubmissionKey.New().Code, hash));
        Assert.False(QueryCode.Matches("", hash));
        Assert.NotEqual(hash, QueryCode.Hash(code));
        Assert.DoesNotContain(code, hash);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    public void A_damaged_key_is_no_key(string? text) => Assert.Null(SubmissionKey.Parse(text));

    [Fact]
    public void A_receipt_number_has_agency_year_and_serial()
    {
        Assert.Equal("SMX-ZFB-2026-000012", RequestNumber.Of("SMX-ZFB", 2026, 12));
        Assert.Equal("SMX-ZFB-2026-000012", RequestNumber.Normalise(" smx－zfb－2026－000012 "));
        Assert.True(RequestNumber.IsWellFormed("SMX-ZFB-2026-000012"));
        Assert.False(RequestNumber.IsWellFormed("SMX-ZFB-2026"));
        Assert.False(RequestNumber.IsWellFormed("'; DROP TABLE"));
    }
}
