using System.Security.Claims;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Livelihood.Content.Definitions;
using Livelihood.Content.Editing;
using Livelihood.Content.Editing.FieldEditors;
using Livelihood.Content.Editing.PartEditors;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Livelihood.UnitTests.Editing;

/// <summary>What people type into a field, and what is stored of it.</summary>
public sealed class FieldEditorTests
{
    [Theory]
    [InlineData("TextField", "Text", "  一行\t字\u0000 ", """{"Text":"一行 字"}""")]
    [InlineData("TextField", "Text", " \u3000 ", null)]
    [InlineData("MarkdownField", "Markdown", "甲\r\n乙\r\n", """{"Markdown":"甲\n乙"}""")]
    [InlineData("MarkdownField", "Markdown", "\r\n \r\n", null)]
    [InlineData("DateField", "Value", "2026年3月5日", """{"Value":"2026-03-05"}""")]
    [InlineData("NumericField", "Value", "１,２３４．５", """{"Value":1234.5}""")]
    [InlineData("NumericField", "Value", "-0.50", """{"Value":-0.50}""")]
    [InlineData("BooleanField", "Value", "true", """{"Value":true}""")]
    [InlineData("BooleanField", "Value", "on; DROP TABLE", """{"Value":false}""")]
    [InlineData("LinkField", "Url", " https://www.gov.cn/ ", """{"Url":"https://www.gov.cn/"}""")]
    public async Task WhatIsTyped_IsStoredAs(string kind, string input, string typed, string? stored)
    {
        var (data, problems) = await ReadAsync(kind, (input, typed));

        Assert.Empty(problems);
        Assert.Equal(stored, data?.ToJsonString(ContentData.Json));
    }

    [Theory]
    [InlineData("DateField", "Value", "2026-02-30", "不是日期")]
    [InlineData("DateField", "Value", "<script>alert(1)</script>", "不是日期")]
    [InlineData("NumericField", "Value", "一千", "不是数")]
    [InlineData("NumericField", "Value", "1e999", "不是数")]
    [InlineData("NumericField", "Value", "99999999999999999999999999999999999999", "不是数")]
    [InlineData("NumericField", "Value", "NaN", "不是数")]
    [InlineData("LinkField", "Text", "只有文字", "没有网址")]
    public async Task WhatCannotBeRead_IsRefusedBesideTheField(string kind, string input, string typed, string because)
    {
        var (_, problems) = await ReadAsync(kind, (input, typed));

        Assert.Contains(because, Assert.Single(problems).Text);
    }

    [Fact]
    public void Numbers_AreReadAsTheyAreWritten() => Prop.ForAll(
        ArbMap.Default.ArbFor<decimal>(), number => RoundTrip("NumericField", new JsonObject { ["Value"] = number })).QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_AreReadAsTheyAreWritten() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyString>().Filter(t => t.Get.Trim().Length > 0 && !t.Get.Any(char.IsControl) && t.Get == t.Get.Trim()),
        text => RoundTrip("TextField", new JsonObject { ["Text"] = text.Get }) && RoundTrip("MarkdownField", new JsonObject { ["Markdown"] = text.Get }))
        .QuickCheckThrowOnFailure();

    [Fact]
    public async Task Documents_AreReadAsTheyAreWritten()
    {
        var part = new OfficialDocumentPart
        {
            Number = "三政办〔2026〕8号", IssuingAgencies = ["三门峡市人民政府办公室", "三门峡市财政局"], FormedOn = new(2026, 3, 5), EffectiveOn = new(2026, 4, 1),
            Validity = Validity.Amended, Addressees = "各县（市、区）人民政府：", Topic = "综合政务", SubjectTerms = ["财政", "通知"],
        };
        var editor = new OfficialDocumentPartEditor(null!);
        var place = new EditorPlace("OfficialDocumentPart", "OfficialDocumentPart", "", new TypePart { PartName = "OfficialDocumentPart", Name = "OfficialDocumentPart" });
        var stored = new ContentData(part).Get("OfficialDocumentPart")!;

        var read = await editor.ReadAsync(new(place, Subject, Form(place, editor.Write(place, stored), ["Number", "IssuingAgencies", "FormedOn", "EffectiveOn", "Validity", "Addressees", "Topic", "SubjectTerms"])), default);

        Assert.Equal(stored.ToJsonString(), read!.ToJsonString());
    }

    private static readonly EditorSubject Subject = new(new() { Name = "Test", DisplayName = "测试" }, "SMX", null, null, new ClaimsPrincipal());

    private static IEditor EditorOf(string kind) => kind switch
    {
        "TextField" => new TextFieldEditor(),
        "MarkdownField" => new MarkdownFieldEditor(),
        "DateField" => new DateFieldEditor(),
        "NumericField" => new NumericFieldEditor(),
        "BooleanField" => new BooleanFieldEditor(),
        _ => new LinkFieldEditor(),
    };

    private static EditorPlace PlaceOf(string kind) =>
        new("Test.Field", kind, "字段", new TypePart { PartName = "Test", Name = "Test" }, new PartField { FieldName = kind, Name = "Field" });

    private static async Task<(JsonObject? Data, IReadOnlyList<ItemProblem> Problems)> ReadAsync(string kind, (string Input, string Typed) value)
    {
        var reading = new EditorReading(PlaceOf(kind), Subject, new FormCollection(new Dictionary<string, StringValues> { ["Test.Field." + value.Input] = value.Typed }));
        return (await EditorOf(kind).ReadAsync(reading, default), reading.Problems);
    }

    private static bool RoundTrip(string kind, JsonObject data)
    {
        var (editor, place) = (EditorOf(kind), PlaceOf(kind));
        var reading = new EditorReading(place, Subject, Form(place, editor.Write(place, data), [editor.MainInput]));
        return JsonNode.DeepEquals(editor.ReadAsync(reading, default).AsTask().Result, data) && reading.Problems.Count == 0;
    }

    // As a browser sends it: lines end in CR LF.
    private static FormCollection Form(EditorPlace place, FormValues values, string[] inputs) =>
        new(inputs.ToDictionary(i => $"{place.Path}.{i}", i => new StringValues(values.Raw(i).Replace("\n", "\r\n", StringComparison.Ordinal))));
}
