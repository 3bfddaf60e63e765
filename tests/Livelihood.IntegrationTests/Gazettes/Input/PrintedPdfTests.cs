using System.Net;
using Livelihood.Formats.Pdf;
using Livelihood.Gazettes.Input;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes.Input;

/// <summary>A real PDF, printed by Chromium, is read and imported; one database is enough.</summary>
[Trait("Database", "SQLite")]
public sealed class PrintedPdfTests(SqlitePortal portal) : IClassFixture<SqlitePortal>
{
    private const string Paragraph = "市政府决定在城东修建一座公园，四月开工，次年完工，各有关单位应当配合施工，按季度报送进度，由市住房和城乡建设局汇总以后向社会公布，接受监督。";

    private async Task<byte[]> PrintAsync(string style, string body)
    {
        var printer = portal.Services.GetRequiredService<IPdfPrinter>();
        Assert.SkipWhen(!printer.Availability.IsAvailable, printer.Availability.Explanation);
        var missing = portal.Services.GetRequiredService<PdfIssueReader>().Missing;
        Assert.SkipWhen(missing is not null, missing ?? "");
        var html = $"<!doctype html><html lang=\"zh-CN\"><head><title>公报</title><style>@page {{ size: A4; margin: 25mm }} body {{ font: 12pt/1.8 'Noto Sans CJK SC', sans-serif; white-space: pre-wrap }} .next {{ break-before: page }} {style}</style></head><body>{body}</body></html>";
        return await printer.PrintAsync(new(html, new Uri("http://print.invalid/"), (_, _) => Task.FromResult<PrintResource?>(null)), TestContext.Current.CancellationToken);
    }

    private Task<GazetteFileText> ReadAsync(byte[] pdf) =>
        portal.Services.GetRequiredService<GazetteFileReader>().TextAsync(new("公报.pdf", pdf), TestContext.Current.CancellationToken);

    [Fact]
    public async Task An_issue_printed_as_PDF_is_imported_with_its_documents()
    {
        var text = WebUtility.HtmlEncode(PrintedIssueText.Of(301));
        var pdf = await PrintAsync("", text.Replace("三门峡市人民政府办公室\n关于做好", "</div><div class=\"next\">三门峡市人民政府办公室\n关于做好", StringComparison.Ordinal).Insert(0, "<div>") + "</div>");
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var form = await editor.GetPageAsync("/console/gazettes/import");

        // The name lies: what the file is, its content says.
        var draft = await form.SubmitAsync("main form", new Dictionary<string, string> { ["Files"] = PrintedIssueText.FileIn(portal.DataFolder, "公报.txt", pdf) });

        Assert.Equal("/console/gazettes/2022/301", draft.Address.AbsolutePath);
        Assert.Equal(2, draft.TextsOf("main th a").Count);
        Assert.Contains("三政办〔2022〕1503号", draft.VisibleText);
        Assert.Contains("\n\f", (await ReadAsync(pdf)).Text);
    }

    [Fact]
    public async Task Pages_in_two_columns_are_read_column_by_column()
    {
        var lines = string.Concat(Enumerable.Range(1, 16).Select(i => $"<p>第{i}段。{Paragraph}</p>"));
        var pdf = await PrintAsync("body { columns: 2; column-gap: 12mm; white-space: normal }", lines);

        var read = await ReadAsync(pdf);

        var text = Livelihood.Formats.Plain.Folding.Squeeze(read.Text);
        Assert.All(Enumerable.Range(1, 16), i => Assert.Contains($"第{i}段。{Paragraph}", text));
        Assert.Contains(read.Notes, n => n.Contains("分栏", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_keeps_its_columns_and_is_not_taken_for_columns_of_text()
    {
        var rows = string.Concat(Enumerable.Range(1, 20).Select(i => $"<tr><td>{i}</td><td>第{i}处草地</td><td>{i * 3}公顷</td></tr>"));
        var pdf = await PrintAsync("td { padding-right: 20mm }", $"<table><tr><td>序号</td><td>名称</td><td>面积</td></tr>{rows}</table>");

        var read = await ReadAsync(pdf);

        Assert.Matches(@"(?m)^\s*7\s{2,}第7处草地\s{2,}21公顷$", read.Text);
        Assert.DoesNotContain(read.Notes, n => n.Contains("分栏", StringComparison.Ordinal));
    }
}
