using System.Net;
using System.Text;
using Livelihood.Content.Media.Texts;
using Livelihood.Disclosure.Domain.Redaction;
using Livelihood.Disclosure.Redaction;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>The same with the files that offices have; on one database, as none of it depends on it.</summary>
[Trait("Database", "SQLite")]
public sealed class RedactionOnSqlite(SqlitePortal portal) : RedactionTests(portal), IClassFixture<SqlitePortal>
{
    private const string Firm = "玖佰号试验厂", Phone = "13987654321";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task R_37_Of_a_Word_file_only_what_its_readers_see_comes_in_and_only_what_is_left_comes_out()
    {
        using var citizen = Portal.NewVisitor();
        var (handler, head) = (await StaffAsync(Roles.Handler), await StaffAsync(Roles.Head));
        var (number, code) = await ConfirmedAsync(citizen, handler);
        var file = await UploadAsync(handler, number, "养护合同.docx", WordWithEverything.Make(Firm, Phone));

        // What a reader of the document does not see is not there, and the handler is told.
        Assert.All(WordWithEverything.Unseen, unseen => Assert.DoesNotContain(unseen, file.Html));
        Assert.All(WordWithEverything.Seen, seen => Assert.Contains(seen, file.VisibleText));
        var remarks = file.Find("[data-remarks]").TextContent;
        Assert.All(["删除的文字", "批注", "隐藏文字", "文本框", "页眉、页脚", WordWithEverything.Head], told => Assert.Contains(told, remarks));

        file = await MarkAsync(file, HttpStatusCode.OK, ("Passage", Firm), ("Ground", "r3_4"), ("Reason", "第三方的名称"));
        file = await MarkAsync(file, HttpStatusCode.OK, ("Passage", Phone), ("Ground", "r3_4"), ("Reason", "第三方的电话"));
        file = await MakeAsync(file);
        await Office.ConfirmAsync(await Office.CheckAsync(await Office.OpenAsync(handler, number, "replyProposed", "partly"), ("Information", "合同一份，部分涂黑")));
        await Office.RecordAsync(head, number, "replied");
        await Office.RecordAsync(handler, number, "served", ("Way", "InPerson"), ("Proof", "签收"));
        var mine = await Requests.AskAsync(citizen, number, code);
        var given = await DownloadAsync(citizen, mine.Find("a[href*='/requests/files/']").GetAttribute("href")!);
        await AssertAsync(given, [Firm, Phone, .. WordWithEverything.Unseen], [.. WordWithEverything.Seen, "■■■■■■〔1〕", "第三方的名称", "第三方的电话"]);

        // The letter lists the grounds, and says no more than the file.
        var letter = mine.Document.QuerySelectorAll("a[href$='.pdf'][href*='/letters/']").Select(a => a.GetAttribute("href")!).ToList();
        var reply = await Task.WhenAll(letter.Select(address => DownloadAsync(citizen, address)));
        var texts = await Task.WhenAll(reply.Select(TextOfAsync));
        var partly = Array.FindIndex(texts, text => text.Contains("第三方的名称", StringComparison.Ordinal));
        await AssertAsync(reply[partly], [Firm, Phone, .. WordWithEverything.Unseen], ["〔1〕", "第三方的名称", "〔2〕", "第三方的电话", "第十五条"]);
    }

    [Fact]
    public async Task R_37_Of_a_real_PDF_comes_out_what_is_left_and_nothing_of_it_lies_on_a_disk()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var (number, _) = await ConfirmedAsync(citizen, handler);
        var source = await Portal.Host.InScopeAsync(services => services.GetRequiredService<RedactionPrint>().PrintAsync(
            new($"与{Firm}的协议", $"承包人是{Firm}，联系电话{Phone}，工期一百二十天，验收合格后付款。\n质量保证金为合同价的百分之三，两年后退还。", []), Cancellation));
        Assert.Contains(Firm, await TextOfAsync(source));

        using var watched = new FileSystemWatcher(Path.GetTempPath(), "*.pdf") { IncludeSubdirectories = true, EnableRaisingEvents = true };
        var written = new System.Collections.Concurrent.ConcurrentBag<string>();
        watched.Created += (_, made) => written.Add(made.FullPath);
        var file = await UploadAsync(handler, number, "协议.pdf", source, written);
        Assert.Contains("看不见的文字", file.Find("[data-remarks]").TextContent);
        file = await MarkAsync(file, HttpStatusCode.OK, ("Passage", Firm), ("Ground", "r3_4"), ("Reason", "第三方的名称"));
        file = await MarkAsync(file, HttpStatusCode.OK, ("Passage", Phone), ("Ground", "r3_4"), ("Reason", "第三方的电话"));
        file = await MakeAsync(file);
        var made = await DownloadAsync(handler, file.Find("a[type='application/pdf']").GetAttribute("href")!);
        await AssertAsync(made, [Firm, Phone], ["工期一百二十天", "两年后退还", "■■■■■■〔1〕", "■■■■■■〔2〕"]);
    }

    [Fact]
    public async Task R_37_A_text_of_thousands_of_sentences_is_chosen_from_page_by_page()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var (number, _) = await ConfirmedAsync(citizen, handler);
        var page = await handler.GetPageAsync($"/console/disclosure/{number}/files");
        var file = await page.SubmitAsync("main form", new Dictionary<string, string>
        {
            ["Name"] = "长文件", ["Text"] = string.Concat(Enumerable.Range(1, 2_100).Select(i => $"第{i}号事项已经办结。")),
        });
        Assert.Contains("共11页", file.VisibleText);
        file = await handler.GetPageAsync(file.Address.AbsolutePath + "?p=11");
        var boxes = file.Document.QuerySelectorAll("input[name=Sentence]").ToList();
        Assert.Equal(100, boxes.Count);
        boxes.ForEach(box => box.SetAttribute("checked", ""));
        file = await MarkAsync(file, HttpStatusCode.OK, ("Ground", "r3_4"), ("Reason", "第三方的事项"));
        Assert.Contains("第2000号事项已经办结", file.VisibleText);
        Assert.DoesNotContain("第2100号事项", file.Find("[aria-labelledby=left-title]").TextContent);
        Assert.Equal("?p=11", file.Address.Query);
    }

    private static async Task<PortalPage> UploadAsync(PortalVisitor handler, string number, string name, byte[] content, IEnumerable<string>? written = null)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(path, content, Cancellation);
        var file = await (await handler.GetPageAsync($"/console/disclosure/{number}/files")).SubmitAsync("main form", new Dictionary<string, string> { ["file"] = path });
        Assert.DoesNotContain(written ?? [], made => !made.StartsWith(folder.Path, StringComparison.Ordinal) && File.Exists(made) && File.ReadAllBytes(made).AsSpan().SequenceEqual(content));
        return file;
    }

    private static async Task<PortalPage> MakeAsync(PortalPage file)
    {
        file = await file.SubmitAsync("form:has([formaction*='handler=Print'])", button: "button[formaction*='handler=Print']");
        return await file.SubmitAsync("form:has([formaction*='handler=Give'])", button: "button[formaction*='handler=Give']");
    }

    private static async Task<byte[]> DownloadAsync(PortalVisitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    private async Task<string> TextOfAsync(byte[] pdf) => string.Concat((await Portal.Host.InScopeAsync(
        services => services.GetRequiredService<FileTextReader>().ReadPdfAsync(pdf, Cancellation))).Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Neither as text nor anywhere in its bytes, unpacked and with the metadata, in any way of writing that PDF knows.</summary>
    private async Task AssertAsync(byte[] pdf, IReadOnlyList<string> gone, IReadOnlyList<string> kept)
    {
        var text = await TextOfAsync(pdf);
        Assert.All(gone, secret => Assert.DoesNotContain(secret, text));
        Assert.All(kept, shown => Assert.Contains(shown, text));
        var bytes = PdfBytes.Unpacked(pdf);
        Assert.All(
            from secret in gone
            from encoding in new[] { Encoding.UTF8, Encoding.BigEndianUnicode, Encoding.Unicode }
            from written in new[] { encoding.GetBytes(secret), Encoding.ASCII.GetBytes(Convert.ToHexString(encoding.GetBytes(secret))), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(encoding.GetBytes(secret))) }
            select (secret, written),
            one => Assert.Equal(-1, bytes.AsSpan().IndexOf(one.written)));
    }
}
