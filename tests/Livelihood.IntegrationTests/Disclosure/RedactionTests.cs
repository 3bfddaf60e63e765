using System.Net;
using System.Text;
using Livelihood.Content.Media;
using Livelihood.Content.Media.Texts;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Redaction;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>A file for the reply: read, blacked out, made, given .</summary>
public abstract partial class RedactionTests(PortalFixture portal) : OfficeDays(portal)
{
    private const string Secret = "乙测试公司", Number = "13912345678", Sentence = "成本价每米三百元。";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task R_37_What_is_blacked_out_is_nowhere_in_the_file_that_the_requester_gets()
    {
        using var citizen = Portal.NewVisitor();
        var (handler, head) = (await StaffAsync(Roles.Handler), await StaffAsync(Roles.Head));
        var (number, code) = await ConfirmedAsync(citizen, handler);
        var file = await BeginAsync(handler, number);
        file = await BlackOutAsync(file);
        file = await file.SubmitAsync("form:has([formaction*='handler=Print'])", button: "button[formaction*='handler=Print']");
        file = await file.SubmitAsync("form:has([formaction*='handler=Give'])", button: "button[formaction*='handler=Give']");
        Assert.Contains("随答复提供", file.Find(".govuk-tag").TextContent);

        // The grounds stand in the reply's form already.
        var form = await Office.OpenAsync(handler, number, "replyProposed", "partly");
        var withheld = form.Find("[name='Input[Withheld]']").TextContent;
        Assert.Contains("〔1〕《中华人民共和国政府信息公开条例》第十五条", withheld);
        Assert.DoesNotContain(Secret, withheld);
        await Office.ConfirmAsync(await Office.CheckAsync(form, ("Information", "合同一份，部分涂黑")));
        var download = $"/disclosure/requests/files/{file.Address.Segments[^1]}";
        await Requests.AskAsync(citizen, number, code);
        await citizen.GetPageAsync(download, HttpStatusCode.NotFound); // not before it is served
        await AssertKeptAsProposedAsync(handler, number, file);
        Assert.Contains("合同■■■■■■〔1〕".Replace("合同", ""), (await head.GetPageAsync(file.Address.AbsolutePath)).VisibleText);
        await Office.RecordAsync(head, number, "replied");
        await Office.RecordAsync(handler, number, "served", ("Way", "InPerson"), ("Proof", "签收"));
        Assert.Contains("不能再改", (await handler.GetPageAsync($"/console/disclosure/{number}/files")).VisibleText);
        Assert.Empty((await handler.GetPageAsync(file.Address.AbsolutePath)).Document.QuerySelectorAll("main form"));

        var mine = await Requests.AskAsync(citizen, number, code);
        Assert.Contains(download, mine.Find("a[href*='/requests/files/']").GetAttribute("href"));
        using var answer = await citizen.GetAsync(download);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString());
        await AssertGoneAsync(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        using var stranger = Portal.NewVisitor();
        Assert.Equal("/disclosure/requests/status", (await stranger.GetPageAsync(download)).Address.AbsolutePath);
        await AssertEncryptedAsync(number);
    }

    [Fact]
    public async Task R_37_A_file_that_cannot_be_read_and_a_form_that_is_stale_say_what_to_do()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var (number, _) = await ConfirmedAsync(citizen, handler);
        var page = await handler.GetPageAsync($"/console/disclosure/{number}/files");
        Assert.Empty(PageFaults.Of(page));
        Assert.Contains("请选择文件，或者粘贴文字", (await page.SubmitAsync("main form", new Dictionary<string, string> { ["Name"] = "甲" }, expected: HttpStatusCode.UnprocessableEntity)).VisibleText);
        using var folder = new TemporaryFolder();
        var picture = Path.Combine(folder.Path, "a.pdf");
        await File.WriteAllBytesAsync(picture, "%PDF-1.4 broken"u8.ToArray(), Cancellation);
        Assert.Contains("读不出", (await page.SubmitAsync("main form", new Dictionary<string, string> { ["file"] = picture }, expected: HttpStatusCode.UnprocessableEntity)).VisibleText);

        var file = await BeginAsync(handler, number);
        var refused = await MarkAsync(file, HttpStatusCode.UnprocessableEntity, ("Passage", "没有的文字"), ("Ground", "r3_4"), ("Reason", "个人隐私"));
        Assert.Contains("文件里没有这段文字", refused.VisibleText);
        Assert.Contains("没有的文字", refused.Find("[name=Passage]").TextContent);
        await BlackOutAsync(file);
        await MarkAsync(file, HttpStatusCode.Conflict, ("Passage", "甲方"), ("Ground", "r3_4"), ("Reason", "个人隐私"));
        using var others = await Portal.Host.SignInAsync(await Portal.Host.CreateStaffAsync(Roles.Handler, "SMX-KJJ"));
        await others.GetPageAsync(file.Address.AbsolutePath, HttpStatusCode.NotFound);
    }

    /// <summary>What waits for the head cannot become another file in between, and who looked at the text is on record.</summary>
    private async Task AssertKeptAsProposedAsync(PortalVisitor handler, string number, PortalPage open)
    {
        var refused = await open.SubmitAsync("form:has([formaction*='handler=Unmark'])", button: "button[formaction*='handler=Unmark']", expected: HttpStatusCode.UnprocessableEntity);
        Assert.Contains("请负责人先退回拟定的答复", refused.VisibleText);
        Assert.Contains("请负责人先退回拟定的答复", (await handler.GetPageAsync($"/console/disclosure/{number}/files")).VisibleText);
        Assert.Empty((await handler.GetPageAsync(open.Address.AbsolutePath)).Document.QuerySelectorAll("main form"));
        Assert.True((await AssertEncryptedAsync(number)).IsGiven);
        using var supervisor = await Portal.Host.SignInAsync(Roles.Supervisor, "SMX");
        Assert.Contains("随答复提供的文件的原文", (await supervisor.GetPageAsync($"/console/disclosure-readings?number={number}")).VisibleText);
    }

    private static async Task<PortalPage> BeginAsync(PortalVisitor handler, string number)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, $"与{Secret}的合同.txt");
        await File.WriteAllTextAsync(path, $"养护合同\n甲方：测试局。\n乙方：{Secret}，电话 139 1234\n5678。\n{Sentence}工期九十天。", Cancellation);
        var page = await handler.GetPageAsync($"/console/disclosure/{number}/files");
        var file = await page.SubmitAsync("main form", new Dictionary<string, string> { ["file"] = path });
        Assert.Empty(PageFaults.Of(file));
        Assert.Contains("工期九十天。", file.VisibleText);
        return file;
    }

    private static async Task<PortalPage> BlackOutAsync(PortalPage file)
    {
        var marked = await MarkAsync(file, HttpStatusCode.OK, ("Passage", Secret), ("Ground", "r3_4"), ("Reason", "第三方的名称"));
        marked = await MarkAsync(marked, HttpStatusCode.OK, ("Passage", Number), ("Ground", "r3_4"), ("Reason", "第三方的电话"));
        var sentence = marked.Document.QuerySelectorAll("label.govuk-checkboxes__label").Single(label => label.TextContent == Sentence).GetAttribute("for")!;
        marked.Document.GetElementById(sentence)!.SetAttribute("checked", "");
        marked = await MarkAsync(marked, HttpStatusCode.OK, ("Ground", "r3_2"), ("Reason", "商业秘密"));
        Assert.Contains("乙方：■■■■■■〔1〕，电话 ■■■■■■〔2〕。", marked.VisibleText);
        Assert.Contains("■■■■■■〔3〕工期九十天。", marked.VisibleText);
        return marked;
    }

    protected static Task<PortalPage> MarkAsync(PortalPage file, HttpStatusCode expected, params (string Field, string Value)[] fields) => file.SubmitAsync(
        "form:has([name=Passage])", fields.ToDictionary(field => field.Field, field => field.Value), expected: expected);

    private async Task AssertGoneAsync(byte[] pdf)
    {
        foreach (var secret in new[] { Secret, Number, Sentence.TrimEnd('。') })
        {
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.BigEndianUnicode, Encoding.Unicode })
            {
                Assert.Equal(-1, pdf.AsSpan().IndexOf(encoding.GetBytes(secret)));
                Assert.Equal(-1, pdf.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexString(encoding.GetBytes(secret)))));
            }
        }

        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "given.pdf");
        await File.WriteAllBytesAsync(path, pdf, Cancellation);
        var text = await Portal.Host.InScopeAsync(services => services.GetRequiredService<FileTextReader>().ReadAsync(MediaKind.Pdf, path, Cancellation));
        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        Assert.All([Secret, Number, Sentence], secret => Assert.DoesNotContain(secret, plain));
        Assert.All(["工期九十天", "■■■■■■〔1〕", "涂黑部分的依据和理由", "第十五条", "第三方的电话"], kept => Assert.Contains(kept, plain));
    }

    private Task<RedactedFile> AssertEncryptedAsync(string number) => Portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var request = await db.Set<DisclosureRequest>().Where(r => r.Number == number).Select(r => r.Id).SingleAsync(Cancellation);
        var row = await db.Set<RedactedFile>().SingleAsync(f => f.RequestId == request, Cancellation);
        Assert.DoesNotContain("养护合同", row.Sheet);
        Assert.False(row.Pdf.AsSpan().StartsWith("%PDF"u8));
        return row;
    });
}

[Trait("Database", "PostgreSQL")]
public sealed class RedactionOnPostgres(PostgresPortal portal) : RedactionTests(portal), IClassFixture<PostgresPortal>;
