using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Livelihood.Content.Citing;
using Livelihood.Content.Columns;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;
using Livelihood.Platform.Time;

namespace Livelihood.Content.Pages;

/// <summary>What an item's page says of itself to programs: meta tags that inspectors read, and schema.org data.</summary>
/// <param name="view">What the page shows.</param>
/// <param name="way">The columns that lead to the item, the highest first; empty where no column shows it.</param>
/// <param name="addressOf">The absolute address of a path.</param>
/// <param name="siteName">The portal's name.</param>
public sealed class ItemHead(ItemView view, IReadOnlyList<Column> way, Func<string, string> addressOf, string siteName)
{
    private const int LongestDescription = 200;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The item's one address.</summary>
    public string Url { get; } = addressOf(view.Version.Item.Path);

    /// <summary>内容概述; without one, the text's first sentence.</summary>
    public string? Description { get; } = DescriptionOf(view);

    /// <summary>关键词; without any, topic, category and type.</summary>
    public IReadOnlyList<string> Keywords { get; } = view.Document?.SubjectTerms is { Count: > 0 } terms
        ? terms
        : [.. view.Record.Where(l => l.Label is "主题分类" or "公开类别").Select(l => l.Text).Append(view.TypeName)];

    private Column? Nearest => way.Count > 0 ? way[^1] : null;

    /// <summary>The meta tags (国办秘函〔2019〕19号).</summary>
    public IEnumerable<KeyValuePair<string, string?>> Meta =>
    [
        new("ColumnName", Nearest?.Name ?? view.TypeName),
        new("ColumnType", Nearest?.Kind ?? Nearest?.Name ?? view.TypeName),
        new("ArticleTitle", view.Version.DisplayText),
        new("PubDate", view.Version.PublishedUtc is { } at ? ChinaClock.Local(at).ToString("yyyy-MM-dd HH:mm") : null),
        new("ContentSource", view.AgencyName),
        new("Keywords", string.Join(",", Keywords)),
        new("Description", Description),
        new("Url", Url),
    ];

    /// <summary>What reference managers read (Highwire Press tags).</summary>
    public IEnumerable<KeyValuePair<string, string>> Citation(IReadOnlyList<Printing> printings)
    {
        if (view.Document is not { } document)
        {
            yield break;
        }

        yield return new("citation_title", view.Version.DisplayText);
        foreach (var issuer in document.IssuingAgencies.DefaultIfEmpty(view.AgencyName))
        {
            yield return new("citation_author", issuer);
        }

        if ((document.PublishedOn ?? document.FormedOn) is { } date)
        {
            yield return new("citation_publication_date", date.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
        }

        yield return new("citation_language", "zh-CN");
        if (printings is [var printing, ..])
        {
            yield return new("citation_journal_title", printing.Publication);
            yield return new("citation_issue", printing.Number.ToString(CultureInfo.InvariantCulture));
            if (printing.Page is { } page)
            {
                yield return new("citation_firstpage", page.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The schema.org data as JSON-LD; safe inside a <c>script</c> element, as no angle bracket is left in it.</summary>
    public string Schema => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@graph"] = new JsonArray(Article(), Breadcrumbs()),
    }.ToJsonString(Json);

    private JsonObject Article()
    {
        var (version, document) = (view.Version, view.Document);
        var article = new JsonObject
        {
            ["@type"] = document is null ? "Article" : new JsonArray("Article", "Legislation"),
            ["@id"] = Url,
            ["url"] = Url,
            ["headline"] = version.DisplayText,
            ["name"] = version.DisplayText,
            ["identifier"] = version.Item.IndexNumber,
            ["inLanguage"] = "zh-CN",
            ["description"] = Description,
            ["keywords"] = string.Join(",", Keywords),
            ["datePublished"] = version.PublishedUtc is { } at ? ChinaClock.Local(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz") : null,
            ["publisher"] = new JsonObject { ["@type"] = "GovernmentOrganization", ["name"] = view.AgencyName },
            ["isAccessibleForFree"] = true,
        };
        if (document is not null)
        {
            article["legislationIdentifier"] = document.Number;
            article["legislationDate"] = document.FormedOn?.Iso();
            article["legislationLegalForce"] = document.Validity switch
            {
                null => null,
                Validity.InForce => "https://schema.org/InForce",
                Validity.Amended => "https://schema.org/PartiallyInForce",
                _ => "https://schema.org/NotInForce",
            };
        }

        foreach (var empty in article.Where(m => m.Value is null).Select(m => m.Key).ToList())
        {
            article.Remove(empty);
        }

        return article;
    }

    private JsonObject Breadcrumbs()
    {
        var steps = way.Select(c => (c.Name, Address: addressOf(c.Path)))
            .Prepend((siteName, addressOf("/")))
            .Append((view.Version.DisplayText, Url));
        return new()
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. steps.Index().Select(step => new JsonObject
            {
                ["@type"] = "ListItem", ["position"] = step.Index + 1, ["name"] = step.Item.Item1, ["item"] = step.Item.Item2,
            })]),
        };
    }

    private static string? DescriptionOf(ItemView view)
    {
        if (view.Version.Part<DisclosureRecordPart>()?.Abstract is { Length: > 0 } summary)
        {
            return summary;
        }

        var text = view.Version.Part<MarkdownBodyPart>() is { } body
            ? MarkdownRenderer.Sections(body.Markdown).SelectMany(s => s.Text.Split('\n')).Select(p => p.Trim()).FirstOrDefault(p => p.Length > 0)
            : null;
        var end = text?.IndexOfAny(['。', '！', '？']) ?? -1;
        var sentence = end >= 0 ? text![..(end + 1)] : text;
        return sentence is { Length: > LongestDescription } ? sentence[..LongestDescription] + "……" : sentence;
    }
}
