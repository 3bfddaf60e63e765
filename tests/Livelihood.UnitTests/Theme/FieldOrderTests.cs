using Livelihood.Theme.Civic;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Xunit;

namespace Livelihood.UnitTests.Theme;

public sealed class FieldOrderTests
{
    private static readonly ModelMetadata Form = new EmptyModelMetadataProvider().GetMetadataForType(typeof(Page));

    [Fact]
    public void KeyOf_Fields_SortAsDeclared()
    {
        string[] fields = ["Unknown", "Input.Address", "Input.Lines[1].Text", "Input.Subject", "Input.Lines[0].Text", "", "Consent"];

        var sorted = fields.OrderBy(field => FieldOrder.KeyOf(Form, field), StringComparer.Ordinal);

        Assert.Equal(["", "Input.Subject", "Input.Lines[0].Text", "Input.Lines[1].Text", "Input.Address", "Consent", "Unknown"], sorted);
    }

    [Fact]
    public void KeyOf_ManyLines_SortByNumber()
    {
        string[] fields = ["Input.Lines[10].Text", "Input.Lines[9].Text"];

        Assert.Equal(fields.Reverse(), fields.OrderBy(field => FieldOrder.KeyOf(Form, field), StringComparer.Ordinal));
    }

    private sealed class Page
    {
        public Fields Input { get; set; } = new();

        public bool Consent { get; set; }
    }

    private sealed class Fields
    {
        public string? Subject { get; set; }

        public IList<Line> Lines { get; set; } = [];

        public string? Address { get; set; }
    }

    private sealed class Line
    {
        public string? Text { get; set; }
    }
}
