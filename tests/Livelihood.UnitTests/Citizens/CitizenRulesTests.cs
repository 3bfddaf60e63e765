using System.Text;
using Livelihood.Platform.Citizens.Domain;
using Xunit;

namespace Livelihood.UnitTests.Citizens;

/// <summary>The rules of citizens' accounts, as pure code.</summary>
public sealed class CitizenRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("Name@Example.COM", "name@example.com")]
    [InlineData("　ｎａｍｅ＠example.com ", "name@example.com")]
    [InlineData("first.last+tag@mail.example.cn", "first.last+tag@mail.example.cn")]
    public void OneAddress_HasOneSpelling(string typed, string read) => Assert.Equal(read, CitizenEmail.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name@host")]
    [InlineData("name@example.")]
    [InlineData("a@example.com,b@example.com")]
    [InlineData("甲 <a@example.com>")]
    [InlineData("a@example.com\nBcc: b@example.com")]
    public void WhatIsNoAddress_IsRefused(string? typed) => Assert.Null(CitizenEmail.Read(typed));

    [Fact]
    public void AnAddress_OfTooManyCharacters_IsRefused() => Assert.Null(CitizenEmail.Read(new string('a', 250) + "@example.com"));

    [Fact]
    public void Codes_AreSixDigits_AndAllOfThemOccur()
    {
        var codes = Enumerable.Range(0, 2_000).Select(_ => SignInCode.New()).ToList();

        Assert.All(codes, c => Assert.Matches("^[0-9]{6}$", c));
        Assert.Contains(codes, c => c[0] == '0');
        Assert.True(codes.Distinct().Count() > 1_980);
        Assert.Equal(codes[0], SignInCode.Read($" {codes[0][..3]} {codes[0][3..]}　"));
        Assert.Equal("123456", SignInCode.Read("１２３４５６"));
        Assert.Null(SignInCode.Read("12345"));
        Assert.Null(SignInCode.Read("12345a"));
    }

    [Fact]
    public void ACode_LastsTenMinutes()
    {
        Assert.True(SignInCode.IsFresh(Now, Now.AddMinutes(10).AddMilliseconds(-1)));
        Assert.False(SignInCode.IsFresh(Now, Now.AddMinutes(10)));
    }

    // RFC 6238, appendix B, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void OneTimePasswords_AreThoseOfTheRfc(long seconds, string code)
    {
        var key = Encoding.ASCII.GetBytes("12345678901234567890");
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, Totp.CodeOf(key, Totp.StepOf(at)));
        Assert.Equal(Totp.StepOf(at), Totp.Match(key, code, at, last: null));
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Text(key));
    }

    [Fact]
    public void AOneTimePassword_IsTakenOnce_AndNotLongBeforeOrAfter()
    {
        var key = Totp.NewKey();
        var step = Totp.StepOf(Now);
        string Code(long of) => Totp.CodeOf(key, of);

        Assert.Equal(step - 1, Totp.Match(key, Code(step - 1), Now, last: null));
        Assert.Equal(step + 1, Totp.Match(key, Code(step + 1), Now, last: step));
        Assert.Null(Totp.Match(key, Code(step), Now, last: step));
        Assert.Null(Totp.Match(key, Code(step - 2), Now, last: null));
        Assert.Null(Totp.Match(key, Code(step + 2), Now, last: null));
    }

    [Fact]
    public void APassword_IsLong_AndOtherwiseFree()
    {
        Assert.Null(CitizenPassword.ProblemOf("correct horse battery"));
        Assert.Null(CitizenPassword.ProblemOf("春眠不觉晓处处闻啼鸟夜来"));
        Assert.Contains("至少要有12个字符", CitizenPassword.ProblemOf("Aa1!Aa1!Aa1"));
        Assert.Contains("不能超过", CitizenPassword.ProblemOf(new string('a', 100) + new string('b', 101)));
        Assert.Contains("重复", CitizenPassword.ProblemOf("aaaaaaaaaaaa"));
        Assert.Contains("请填写", CitizenPassword.ProblemOf(null));
    }

    [Fact]
    public void ARecoveryCode_CanBeTypedCarelessly()
    {
        var code = RecoveryCode.New();

        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", code);
        Assert.Equal(code, RecoveryCode.Read($" {code.Replace("-", " ").ToLowerInvariant()} "));
        Assert.Null(RecoveryCode.Read("12345"));
    }
}
