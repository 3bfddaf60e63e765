using Livelihood.Content.Media;
using Livelihood.Content.Media.Inspection;
using Xunit;

namespace Livelihood.UnitTests.Media;

public sealed class UploadNameTests
{
    [Theory]
    [InlineData("关于做好防汛工作的通知.pdf", "关于做好防汛工作的通知.pdf")]
    [InlineData("C:\\文件\\通知.pdf", "通知.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("通\u0000知\r\n.pdf", "通知.pdf")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("  a   b .pdf. ", "a b .pdf")]
    [InlineData("a\"b<c>d:e|f?g*h%i#j;k.pdf", "a_b_c_d_e_f_g_h_i_j_k.pdf")]
    [InlineData("...", "")]
    [InlineData("Ａ１.pdf", "Ａ１.pdf")]
    public void Clean_MakesNamesHarmless(string name, string clean) => Assert.Equal(clean, UploadName.Clean(name));

    [Fact]
    public void Clean_OfALongName_KeepsItsEnding()
    {
        var clean = UploadName.Clean(new string('长', 300) + "😀.docx");

        Assert.Equal(UploadName.MaxLength, clean.Length);
        Assert.EndsWith("长.docx", clean);
    }

    [Theory]
    [InlineData("a.pdf.exe", true)]
    [InlineData("a.EXE.pdf", true)]
    [InlineData("网页.html", true)]
    [InlineData("图.svg", true)]
    [InlineData("三政办.2019.8号.pdf", false)]
    [InlineData("exe", false)]
    public void NamesProgram_LooksAtEveryEnding(string name, bool expected) => Assert.Equal(expected, UploadName.NamesProgram(name));

    [Theory]
    [InlineData("/media/2026/11/ab/通知.pdf", "2026/11/ab/通知.pdf")]
    [InlineData("~/media/2026/11/ab/%E9%80%9A%E7%9F%A5.pdf", "2026/11/ab/通知.pdf")]
    [InlineData("https://example.org/open/media/a/b.png?size=small#x", "a/b.png")]
    [InlineData("media/a/b.png", "a/b.png")]
    [InlineData("/documents/media", null)]
    [InlineData("https://example.org/", null)]
    [InlineData("/media/", null)]
    [InlineData(null, null)]
    public void PathIn_FindsTheFileBehindALink(string? link, string? path) => Assert.Equal(path, MediaAddress.PathIn(link));

    [Fact]
    public void Address_IsStable_AndDiffersByAgency()
    {
        var day = new DateOnly(2026, 11, 2);
        var one = MediaAddress.Of(day, "SMX-ZFB", new string('a', 64), "通知.pdf");

        Assert.Matches("^2026/11/[0-9a-f]{16}/通知\\.pdf$", one);
        Assert.Equal(one, MediaAddress.Of(day, "SMX-ZFB", new string('a', 64), "通知.pdf"));
        Assert.NotEqual(one, MediaAddress.Of(day, "SMX-JYJ", new string('a', 64), "通知.pdf"));
    }
}
