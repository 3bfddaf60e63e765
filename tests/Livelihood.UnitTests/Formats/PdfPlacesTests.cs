using System.Globalization;
using System.Text;
using Livelihood.Formats.Pdf;
using Xunit;

namespace Livelihood.UnitTests.Formats;

/// <summary>Reading pages of named places from a PDF as Chromium writes it.</summary>
public sealed class PdfPlacesTests
{
    private static byte[] Pdf(params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        return Encoding.Latin1.GetBytes(file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}\n/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").ToString());
    }

    [Fact]
    public void Places_are_found_through_a_tree_of_pages_whatever_their_objects_numbers_are()
    {
        var places = PdfPlaces.Read(Pdf(
            "<</Type /Catalog\n/Pages 2 0 R\n/Dests 8 0 R>>",
            "<</Type /Pages\n/Kids [3 0 R 4 0 R]\n/Count 3>>",
            "<</Type /Pages\n/Kids [7 0 R 5 0 R]>>",
            "<</Type /Pages\n/Kids [6 0 R]>>",
            "<</Type /Page>>",
            "<</Type /Page>>",
            "<</Type /Page>>",
            "<</document-1 [7 0 R /XYZ 0 828 0]\n/document-2 [6 0 R /XYZ 0 1.5 0]\n/#E7#AC#AC [5 0 R /XYZ 0 0 0]\n/gone [99 0 R /XYZ 0 0 0]>>"));

        Assert.Equal(3, places.Pages);
        Assert.Equal(new Dictionary<string, int> { ["document-1"] = 1, ["第"] = 2, ["document-2"] = 3 }, places.PageOf);
    }

    [Fact]
    public void A_file_without_places_has_its_pages()
    {
        var places = PdfPlaces.Read(Pdf("<</Pages 2 0 R>>", "<</Kids [3 0 R]>>", "<</Type /Page>>"));

        Assert.Equal(1, places.Pages);
        Assert.Empty(places.PageOf);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("%PDF-1.4\nstartxref\n99999\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 4 0 R>>\nstartxref\n9\n%%EOF")]
    public void Other_files_are_refused(string file) =>
        Assert.Throws<InvalidDataException>(() => PdfPlaces.Read(Encoding.ASCII.GetBytes(file)));

    [Fact]
    public void Pages_that_contain_themselves_end() =>
        Assert.Throws<InvalidDataException>(() => PdfPlaces.Read(Pdf("<</Pages 2 0 R>>", "<</Kids [2 0 R]>>")));
}
