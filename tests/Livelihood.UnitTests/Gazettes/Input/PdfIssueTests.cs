using System.Text;
using Livelihood.Content.Media.Texts;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Input;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.UnitTests.Gazettes.Input;

/// <summary>PDF is read by pdftotext; what has no text, is locked or broken is refused with advice.</summary>
public sealed class PdfIssueTests
{
    private const string Sentence = "The whole of this line is printed text.";

    private static GazetteFileReader Reader(string? program = null) => new(new PdfIssueReader(new PdfToText(program)));

    private static Task<GazetteFileText> ReadAsync(byte[] file) => Reader().TextAsync(new("issue.docx", file), TestContext.Current.CancellationToken);

    [Fact]
    public async Task Text_is_read_whatever_the_file_is_called()
    {
        SkipWithoutPoppler();
        var read = await ReadAsync(SampleFiles.Pdf(Sentence));

        Assert.Equal(GazetteFormat.Pdf, read.Format);
        Assert.Equal(Sentence, read.Text.Trim());
        Assert.Empty(read.Notes);
    }

    [Fact]
    public async Task Text_printed_twice_for_bold_is_read_once()
    {
        SkipWithoutPoppler();
        var file = Encoding.Latin1.GetString(SampleFiles.Pdf("X"));
        var drawn = $"BT /F1 24 Tf 72 720 Td ({Sentence}) Tj ET BT /F1 24 Tf 72.4 720.2 Td ({Sentence}) Tj ET";
        file = System.Text.RegularExpressions.Regex.Replace(file, @"<< /Length \d+ >>\nstream\n.*?\nendstream", $"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream");

        Assert.Equal(Sentence, (await ReadAsync(Encoding.Latin1.GetBytes(file))).Text.Trim());
    }

    [Fact]
    public async Task A_scan_without_text_is_refused_with_what_to_do()
    {
        SkipWithoutPoppler();
        var refused = await Assert.ThrowsAsync<GazetteRefusedException>(() => ReadAsync(SampleFiles.Pdf("")));

        Assert.Contains("没有文字层", refused.Message);
        Assert.Contains("OCR", refused.Message);
    }

    [Fact]
    public async Task A_locked_file_is_refused_as_such()
    {
        SkipWithoutPoppler();
        var refused = await Assert.ThrowsAsync<GazetteRefusedException>(() => ReadAsync(LockedPdf()));

        Assert.Contains("打开密码", refused.Message);
    }

    [Fact]
    public async Task A_broken_file_is_refused_as_such()
    {
        SkipWithoutPoppler();
        var refused = await Assert.ThrowsAsync<GazetteRefusedException>(() => ReadAsync("%PDF-1.7 and no more"u8.ToArray()));

        Assert.Contains("损坏", refused.Message);
    }

    [Fact]
    public async Task Without_poppler_it_says_what_is_missing_and_how_to_get_it()
    {
        var reader = new PdfIssueReader(new PdfToText("/nowhere/pdftotext"));

        Assert.Contains("/nowhere/pdftotext", reader.Missing);
        Assert.Contains("poppler-utils", reader.Missing);
        var refused = await Assert.ThrowsAsync<GazetteRefusedException>(() => Reader("/nowhere/pdftotext").TextAsync(new("a.pdf", SampleFiles.Pdf(Sentence)), TestContext.Current.CancellationToken));
        Assert.Equal(reader.Missing, refused.Message);
    }

    // An encryption dictionary whose keys fit no password.
    private static byte[] LockedPdf()
    {
        var key = string.Concat(Enumerable.Repeat("5A", 32));
        var file = Encoding.Latin1.GetString(SampleFiles.Pdf(Sentence));
        return Encoding.Latin1.GetBytes(file.Replace(
            "/Root 1 0 R >>", $"/Root 1 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> >>", StringComparison.Ordinal));
    }

    private static void SkipWithoutPoppler() => Assert.SkipWhen(new PdfToText(null).Program is null, "There is no pdftotext on PATH.");
}
