using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Livelihood.Platform.Forms;

/// <summary>
/// Fills a page's form with what a person typed before, whatever form it is. What finds no field is shown below the
/// message, so that nothing is lost.
/// </summary>
public static class FormFilling
{
    private static readonly HtmlParser Parser = new();

    /// <summary>The page's HTML with the form filled in and the message above.</summary>
    /// <param name="html">The page.</param>
    /// <param name="restored">What was typed.</param>
    /// <param name="address">The page's own address, path and query, to which a form without an action is sent.</param>
    public static string Fill(string html, FormToRestore restored, string address)
    {
        var document = Parser.ParseDocument(html);
        if (document.QuerySelector("main") is not { } main)
        {
            return html;
        }

        var form = main.QuerySelectorAll("form").OfType<IHtmlFormElement>()
            .Where(f => string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(f => restored.Action is { } action && (f.GetAttribute("action") ?? address).EndsWith(action, StringComparison.Ordinal))
            .ThenByDescending(f => f.Elements.Count(e => NameOf(e) is { } name && restored.Typed.Fields.ContainsKey(name)))
            .FirstOrDefault();
        var left = form is null ? restored.Typed.Fields.ToDictionary() : FillForm(form, restored.Typed);
        main.InsertBefore(Banner(document, restored, left), main.FirstChild);
        return document.ToHtml();
    }

    // Returns what found no field.
    private static Dictionary<string, IReadOnlyList<string>> FillForm(IHtmlFormElement form, TypedForm typed)
    {
        var left = typed.Fields.ToDictionary(StringComparer.Ordinal);
        foreach (var controls in form.Elements.Where(e => NameOf(e) is not null).GroupBy(e => NameOf(e)!, StringComparer.Ordinal))
        {
            left.Remove(controls.Key);
            var values = typed.Fields.GetValueOrDefault(controls.Key);
            var boxes = controls.OfType<IHtmlInputElement>().Where(i => i.Type is "checkbox" or "radio").ToList();
            if (boxes.Count > 0)
            {
                // A box that was not ticked was not sent; a hidden field of the same name only stands for it.
                boxes.ForEach(box => Toggle(box, "checked", values?.Contains(box.Value) == true));
            }
            else if (values is not null)
            {
                var unplaced = Place([.. controls], values);
                if (unplaced.Count > 0)
                {
                    left[controls.Key] = unplaced;
                }
            }
        }

        return left;
    }

    private static IReadOnlyList<string> Place(IReadOnlyList<IElement> controls, IReadOnlyList<string> values)
    {
        var number = 0;
        foreach (var control in controls)
        {
            switch (control)
            {
                case IHtmlSelectElement select:
                    foreach (var option in select.Options)
                    {
                        Toggle(option, "selected", values.Contains(option.Value));
                    }

                    number = values.Count;
                    break;
                case IHtmlTextAreaElement area when number < values.Count:
                    area.TextContent = values[number++];
                    break;
                case IHtmlInputElement { Type: not ("file" or "password" or "submit" or "button" or "image" or "reset") } input when number < values.Count:
                    input.SetAttribute("value", values[number++]);
                    break;
                case IHtmlButtonElement:
                    number = values.Count;
                    break;
            }
        }

        return [.. values.Skip(number)];
    }

    private static IElement Banner(IDocument document, FormToRestore restored, IReadOnlyDictionary<string, IReadOnlyList<string>> left)
    {
        var banner = document.CreateElement("div");
        banner.ClassName = "govuk-inset-text restored-form";
        banner.SetAttribute("role", "alert");
        Add(banner, "p", "govuk-body", restored.Message);
        if (restored.Typed.Files.Count > 0)
        {
            Add(banner, "p", "govuk-body", $"选择的文件没有保留，请重新选择：{string.Join("、", restored.Typed.Files)}。");
        }

        var rest = left.Where(f => f.Value.Any(v => !string.IsNullOrWhiteSpace(v))).ToList();
        if (rest.Count > 0)
        {
            Add(banner, "p", "govuk-body", "下面这些内容在表单里没有对应的位置，需要的请复制：");
            foreach (var (number, value) in rest.SelectMany(f => f.Value).Index())
            {
                var area = Add(banner, "textarea", "govuk-textarea", value);
                area.SetAttribute("readonly", "");
                area.SetAttribute("aria-label", $"没有对应位置的内容{number + 1}");
            }
        }

        return banner;
    }

    private static IElement Add(IElement parent, string name, string className, string text)
    {
        var element = parent.Owner!.CreateElement(name);
        element.ClassName = className;
        element.TextContent = text;
        parent.AppendChild(element);
        return element;
    }

    private static void Toggle(IElement element, string attribute, bool isSet)
    {
        if (isSet)
        {
            element.SetAttribute(attribute, "");
        }
        else
        {
            element.RemoveAttribute(attribute);
        }
    }

    private static string? NameOf(IElement control) => control.GetAttribute("name") is { Length: > 0 } name ? name : null;
}
