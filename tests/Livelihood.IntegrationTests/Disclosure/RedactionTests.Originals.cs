using System.Net;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Papers;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

public abstract partial class RedactionTests
{
    [Fact]
    public async Task R_36_2_An_original_is_given_as_it_is_when_the_head_saw_it_and_the_reply_is_served()
    {
        using var citizen = Portal.NewVisitor();
        var (handler, head) = (await StaffAsync(Roles.Handler), await StaffAsync(Roles.Head));
        var (number, code) = await ConfirmedAsync(citizen, handler);
        var (pdf, table) = (SampleFiles.Pdf("the whole contract"), SampleFiles.Docx("whole table"));
        var page = await handler.GetPageAsync($"/console/disclosure/{number}/files");

        // Nobody gives a file without having looked, nor an archive that nobody can look through.
        var blind = await GiveAsync(page, "合同.pdf", pdf, isChecked: false, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("请核对整个文件", blind.VisibleText);
        var archive = await GiveAsync(blind, "合同.zip", SampleFiles.Zip(("a.txt", "a"u8.ToArray())), isChecked: true, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("这是ZIP 压缩包，这里不收", archive.VisibleText);
        Assert.Empty(PageFaults.Of(archive));
        page = await GiveAsync(archive, "合同.pdf", pdf);
        page = await GiveAsync(page, "明细.docx", table);
        page = await GiveAsync(page, "照片.jpg", SampleFiles.JpegWithPlace());
        Assert.Equal(3, page.Document.QuerySelectorAll("main a[href*='/originals/']").Length);
        Assert.Empty(PageFaults.Of(page));
        page = await page.SubmitAsync("form[action*=Keep]:has(p:contains('明细.docx'))");
        Assert.DoesNotContain("明细.docx", page.VisibleText);
        Assert.DoesNotContain("合同.pdf", (await handler.GetPageAsync($"/console/disclosure/{number}/papers")).VisibleText);

        // A reply that gives nothing cannot go out with files; one that gives names them.
        var refused = await Office.CheckAsync(await Office.OpenAsync(handler, number, "replyProposed", "absent"), ("Search", "查过档案室"));
        Assert.Contains("请先到“随答复提供的文件”取消提供", refused.VisibleText);
        var check = await Office.CheckAsync(await Office.OpenAsync(handler, number, "replyProposed", "disclosed"), ("Information", "合同一份"));
        Assert.Equal(["合同.pdf（PDF 文件，1 KB）", "照片.jpg（JPEG 图片，1 KB）"], check.TextsOf("[data-files] span"));
        await Office.ConfirmAsync(check);
        Assert.Contains("随答复提供的文件：合同.pdf（PDF 文件，1 KB）；照片.jpg（JPEG 图片，1 KB）", (await head.GetPageAsync($"/console/disclosure/{number}")).VisibleText);
        var late = await GiveAsync(page, "后加.pdf", pdf, isChecked: true, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("请负责人先退回拟定的答复", late.VisibleText);
        Assert.Contains("请负责人先退回", (await page.SubmitAsync("form[action*=Keep]:has(p:contains('合同.pdf'))", expected: HttpStatusCode.UnprocessableEntity)).VisibleText);

        var original = (await head.GetPageAsync($"/console/disclosure/{number}")).Find("a[href*='/originals/']").GetAttribute("href")!;
        using (var seen = await head.GetAsync(original))
        {
            Assert.Equal(pdf, await seen.Content.ReadAsByteArrayAsync(Cancellation));
        }

        using var supervisor = await Portal.Host.SignInAsync(Roles.Supervisor, "SMX");
        Assert.Contains("原样提供的文件", (await supervisor.GetPageAsync($"/console/disclosure-readings?number={number}")).VisibleText);
        await supervisor.GetPageAsync(original, HttpStatusCode.Forbidden);
        await Requests.AskAsync(citizen, number, code);
        var download = $"/disclosure/requests/files/{original.Split('/')[^1]}";
        await citizen.GetPageAsync(download, HttpStatusCode.NotFound); // not before it is served
        await Office.RecordAsync(head, number, "replied");
        var desk = await Office.RecordAsync(handler, number, "served", ("Way", "InPerson"), ("Proof", "签收"));
        var letter = await handler.GetPageAsync(LetterBook.Of(desk)["政府信息公开答复书"]);
        Assert.Contains("1．合同.pdf（PDF 文件，1 KB）", letter.VisibleText);

        var mine = await Requests.AskAsync(citizen, number, code);
        Assert.Equal(2, mine.Document.QuerySelectorAll("a[href*='/requests/files/']").Length);
        Assert.DoesNotContain("■是不公开的部分", mine.VisibleText);
        using (var got = await citizen.GetAsync(download))
        {
            Assert.Equal(pdf, await got.Content.ReadAsByteArrayAsync(Cancellation));
        }

        var photo = mine.Document.QuerySelectorAll("a[href*='/requests/files/']").Single(link => link.TextContent.Contains("照片.jpg")).GetAttribute("href")!;
        using (var got = await citizen.GetAsync(photo))
        {
            var bytes = await got.Content.ReadAsByteArrayAsync(Cancellation);
            Assert.True(bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]));
            Assert.True(bytes.Length < SampleFiles.JpegWithPlace().Length); // where it was taken is gone
        }

        await AssertOriginalsEncryptedAsync(number);
    }

    private static async Task<PortalPage> GiveAsync(PortalPage page, string name, byte[] bytes, bool isChecked = true, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(path, bytes, Cancellation);
        var fields = new Dictionary<string, string> { ["Original"] = path };
        if (isChecked)
        {
            fields["Checked"] = "true";
        }

        return await page.SubmitAsync("form[action*='handler=Original']", fields, expected: expected);
    }

    private Task AssertOriginalsEncryptedAsync(string number) => Portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var kept = await (from paper in db.Set<Paper>()
                          join content in db.Set<PaperContent>() on paper.ContentId equals content.Id
                          where paper.Of == PaperOf.Reply && db.Set<DisclosureRequest>().Any(r => r.Id == paper.RequestId && r.Number == number)
                          select new { paper.Name, content.Bytes }).ToListAsync(Cancellation);
        Assert.Equal(2, kept.Count);
        Assert.All(kept, one => Assert.True(one.Bytes.AsSpan().IndexOf("%PDF"u8) < 0 && !one.Name.Contains("合同")));
    });
}
