using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Livelihood.Platform.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Livelihood.UnitTests.Platform;

public sealed class FormFillingTests
{
    private const string Page = """
        <!DOCTYPE html><html><body><header><form method="post" action="/sign-out"><button>退出</button></form></header><main>
        <form method="post" action="/console/x?handler=Other"><input name="Name" value=""></form>
        <form method="post" action="/console/x"><input type="hidden" name="__RequestVerificationToken" value="new">
        <input type="hidden" name="Revision" value="9"><input name="Name" value="旧"><textarea name="Text">旧</textarea>
        <select name="Kind"><option value="a" selected>甲</option><option value="b">乙</option></select>
        <input type="checkbox" name="Box" value="true" checked><input type="hidden" name="Box" value="false">
        <input type="radio" name="Pick" value="1" checked><input type="radio" name="Pick" value="2">
        <input name="Row" value="一"><input name="Row" value="二"><input type="file" name="File"><button name="then" value="save">保存</button></form>
        </main></body></html>
        """;

    [Fact]
    public void EveryKindOfField_IsFilled_InTheFormThatWasSent()
    {
        var main = Fill(new()
        {
            ["Revision"] = "7", ["Name"] = "新<名>", ["Text"] = "第一行\n<第二行>", ["Kind"] = "b", ["Box"] = "false", ["Pick"] = "2",
            ["Row"] = new(["甲", "乙"]), ["then"] = "save", ["__RequestVerificationToken"] = "old",
        });

        var forms = main.QuerySelectorAll("main form").OfType<IHtmlFormElement>().ToList();
        Assert.Equal("", Input(forms[0], "Name"));
        var form = forms[1];
        Assert.Equal(("7", "新<名>", "new"), (Input(form, "Revision"), Input(form, "Name"), Input(form, "__RequestVerificationToken")));
        Assert.Equal("第一行\n<第二行>", form.QuerySelector("textarea")!.TextContent);
        Assert.Equal("b", ((IHtmlSelectElement)form.QuerySelector("select")!).Value);
        Assert.False(((IHtmlInputElement)form.QuerySelector("[type=checkbox]")!).IsChecked);
        Assert.Equal("2", form.QuerySelectorAll("[name=Pick]").OfType<IHtmlInputElement>().Single(r => r.IsChecked).Value);
        Assert.Equal(["甲", "乙"], form.QuerySelectorAll("[name=Row]").Select(r => r.GetAttribute("value")));
        Assert.Equal("说明", main.QuerySelector("[role=alert]")!.TextContent.Trim());
    }

    [Fact]
    public void WhatFindsNoField_IsShownAllTheSame()
    {
        var main = Fill(new() { ["Row"] = new(["甲", "乙", "多出来的"]), ["Gone"] = "没有位置的", ["Box"] = "true" });

        Assert.Equal(["多出来的", "没有位置的"], main.QuerySelectorAll("[role=alert] textarea").Select(a => a.TextContent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Passwords_AndTheFormsToken_AreNotKept()
    {
        var typed = TypedForm.Of(new FormCollection(new() { ["Password"] = "x", ["NewPassword"] = "y", ["__RequestVerificationToken"] = "z", ["Name"] = "名" }))!;

        Assert.Equal(["Name"], typed.Fields.Keys);
        Assert.Equal(typed.Fields["Name"], TypedForm.Parse(typed.ToString()).Fields["Name"]);
    }

    [Fact]
    public void TooMuch_IsNotKept() =>
        Assert.Null(TypedForm.Of(new FormCollection(new() { ["Text"] = new string('字', TypedForm.MaxLength + 1) })));

    private static IHtmlDocument Fill(Dictionary<string, StringValues> fields) => new HtmlParser().ParseDocument(
        FormFilling.Fill(Page, new(TypedForm.Of(new FormCollection(fields))!, "/console/x", "说明"), "/console/x"));

    private static string? Input(IHtmlFormElement form, string name) => form.QuerySelector($"input[name={name}]")!.GetAttribute("value");
}
