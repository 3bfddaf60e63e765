using System.Security.Cryptography;
using Livelihood.Content.Media;
using Livelihood.Disclosure;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Keeping;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Papers;
using Livelihood.TestSupport;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>How long personal data are kept, what papers are taken and how they lie, how often one can complain.</summary>
public sealed class KeepingTests
{
    [Theory]
    [InlineData(5, "2026-03-02", "2021-03-02")]
    [InlineData(1, "2028-02-29", "2027-02-28")]
    [InlineData(0, "2026-03-02", null)]
    public void What_ended_before_the_day_is_past_its_time_and_zero_keeps_for_ever(int years, string today, string? before) =>
        Assert.Equal(before is null ? null : DateOnly.Parse(before), new KeepingRule(1, years).EndedBefore(DateOnly.Parse(today)));

    [Fact]
    public void A_request_is_kept_through_its_last_day()
    {
        var (rule, ended) = (new KeepingRule(1, 5), new DateOnly(2024, 2, 29));
        Assert.Equal(new DateOnly(2029, 2, 28), rule.LastDay(ended));
        Assert.False(ended < rule.EndedBefore(new DateOnly(2029, 2, 28)));
        Assert.True(ended < rule.EndedBefore(new DateOnly(2029, 3, 1)));
        Assert.Equal(5, KeepingRule.Delivered.Years);
    }

    [Fact]
    public void R_47_Complaints_end_somewhere_and_the_sentence_says_what_remains()
    {
        var limit = new ComplaintLimit(PerRequest: 2, OpenOfPerson: 3);
        RequestEvent Complaint(int id) => new ComplaintFiled(new(2026, 4, 1), $"{id}");
        Assert.Null(limit.Objection(new([Complaint(1)]), openOfPerson: 2));
        Assert.Contains("已经投诉2次，网上最多投诉2次", limit.Objection(new([Complaint(1), Complaint(2)]), openOfPerson: 0));
        Assert.Contains("行政复议或者提起行政诉讼", limit.Objection(new([Complaint(1), Complaint(2)]), openOfPerson: 0));
        Assert.Contains("您有3件投诉还没有处理完", limit.Objection(new([]), openOfPerson: 3));
    }

    [Fact]
    public async Task A_paper_is_what_its_bytes_are_and_what_is_not_taken_is_told()
    {
        Assert.Equal((MediaKind.Pdf, "甲.pdf"), await KindAsync(SampleFiles.Pdf("one"), "甲.pdf"));
        Assert.Equal((MediaKind.Png, "文件.png"), await KindAsync(SampleFiles.Png(3, 3), "\u202E"));
        Assert.Equal((MediaKind.Docx, "来信.docx"), await KindAsync(SampleFiles.Docx("来信"), @"C:\My\来信.docx"));
        Assert.Contains("与名称的后缀“.pdf”不符", await RefusalAsync(SampleFiles.Png(3, 3), "甲.pdf"));
        Assert.Contains("程序、脚本", await RefusalAsync("MZ"u8.ToArray(), "甲.exe"));
        Assert.Contains("这是ZIP 压缩包，这里不收", await RefusalAsync(SampleFiles.Zip(("a.txt", "a"u8.ToArray())), "甲.zip"));
        Assert.Contains("空的", await RefusalAsync([], "甲.pdf"));
        Assert.Contains("超过1MB", await RefusalAsync(new byte[(1024 * 1024) + 1], "甲.txt"));

        // It names what can be sent here, not what editors can upload.
        var unknown = await RefusalAsync([0, 1, 2, 3, 255, 254], "甲");
        Assert.Contains(PaperKinds.Names, unknown);
        Assert.DoesNotContain("mp4", unknown);
    }

    [Fact]
    public void A_kept_paper_cannot_be_read_after_a_change_nor_in_anothers_place()
    {
        var vault = new PaperVault(new EphemeralDataProtectionProvider());
        var (mine, others) = (Guid.NewGuid(), Guid.NewGuid());
        var kept = vault.Protect(mine, "来信"u8.ToArray());
        Assert.Equal("来信"u8.ToArray(), vault.Unprotect(mine, kept));
        Assert.Equal(-1, kept.AsSpan().IndexOf("来信"u8));
        Assert.Throws<CryptographicException>(() => vault.Unprotect(others, kept));
        kept[^1] ^= 1;
        Assert.Throws<CryptographicException>(() => vault.Unprotect(mine, kept));
        var name = vault.ProtectName(mine, "申请人甲的来信.pdf");
        Assert.Equal("申请人甲的来信.pdf", vault.ReadName(mine, name));
        Assert.Null(vault.ReadName(others, name));
        Assert.Null(vault.ReadName(mine, "%"));
    }

    private static PaperInspection Inspection() =>
        new(Options.Create(new DisclosureOptions { PaperMegabytes = 1 }), Options.Create(new UploadOptions()), NullLogger<PaperInspection>.Instance);

    private static async Task<(MediaKind, string)> KindAsync(byte[] bytes, string name)
    {
        using var content = new MemoryStream(bytes);
        var paper = await Inspection().ReadAsync(content, name, TestContext.Current.CancellationToken);
        Assert.Equal(bytes, paper.Bytes);
        return (paper.Kind, paper.Name);
    }

    private static async Task<string> RefusalAsync(byte[] bytes, string name)
    {
        using var content = new MemoryStream(bytes);
        return (await Assert.ThrowsAsync<UploadRefusedException>(() => Inspection().ReadAsync(content, name, TestContext.Current.CancellationToken))).Message;
    }
}
