using System.Text;
using Livelihood.Content.Rendering;
using Livelihood.Content.Writing;
using Livelihood.Formats;

namespace Livelihood.Gazettes.Edition.Printing;

/// <summary>An issue as one HTML page for the printer: cover, imprint, contents, documents. The theme gives the look.</summary>
internal static class IssueSheet
{
    /// <summary>Grows when what is printed comes to look different; an edition says by which layout it was made.</summary>
    public const int LayoutVersion = 1;

    /// <summary>The id of the contents.</summary>
    public const string ContentsId = "contents";

    /// <summary>The page.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="pages">The number of the page of each document by its place, as far as they are known.</param>
    /// <param name="withBlank">Whether a blank page comes before the first document, so that page 1 is a right-hand page.</param>
    public static string Of(IssueLayout issue, IReadOnlyDictionary<int, int> pages, bool withBlank) => $"""
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>{Text(issue.Name)}</title>
        <link rel="stylesheet" href="{PrintResources.Styles}"><link rel="stylesheet" href="{PrintResources.IssueStyles}"><link rel="stylesheet" href="{IssueStyles.Path}"></head>
        <body class="edition">{(issue.IsProof ? "<div class=\"edition-proof\" aria-hidden=\"true\">校样</div>" : "")}
        {Cover(issue)}
        {Imprint(issue)}
        {Contents(issue, pages)}
        {(withBlank ? "<div class=\"edition-blank\"></div>" : "")}
        {Documents(issue)}
        </body></html>
        """;

    private static string Text(string text) => DocumentSheet.Text(text);

    private static string Cover(IssueLayout issue) => $"""
        <section class="edition-cover" aria-label="封面">
        <p class="edition-cover__title"><a href="#{ContentsId}">{Text(issue.Title)}</a></p>
        <p class="edition-cover__year">{issue.Year}</p>
        <p class="edition-cover__number">第{issue.Number}号</p>
        {(issue.TotalNumber is { } total ? $"<p class=\"edition-cover__total\">（总第{total}号）</p>" : "")}
        <div class="edition-cover__foot">{(issue.Publisher is { } publisher ? $"<p>{Text(publisher)}主办</p>" : "")}{(issue.PublishedOn is { } on ? $"<p>{on.Text()}出版</p>" : "")}</div>
        </section>
        """;

    private static string Imprint(IssueLayout issue)
    {
        var lines = new StringBuilder();
        void Line(string name, string? text) => lines.Append(string.IsNullOrEmpty(text) ? "" : $"<dt>{Text(name)}</dt><dd>{Text(text)}</dd>");
        foreach (var role in issue.Board)
        {
            Line(role.Role, string.Join('　', role.Names));
        }

        Line("刊名", issue.Title);
        Line("期号", issue.Citation + (issue.TotalNumber is { } total ? $"（总第{total}号）" : ""));
        Line("主办", issue.Publisher);
        Line("出版日期", issue.PublishedOn?.Text());
        Line("地址", issue.Address);
        return $"""
            <section class="edition-imprint"><h1 class="edition-imprint__title">{(issue.Board.Count > 0 ? "编委会和刊期" : "刊期")}</h1><dl>{lines}</dl>
            {(issue.IsProof ? "<p>这是出版前的校样，不是公报，不得引用。</p>" : "<p>公报刊登的文本是标准文本。</p>")}
            {(issue.HasOlderPages ? "<p>本期曾以纸质版出版。这一电子版按原文重新排版，页码与纸质版不同；引用时请用各文件标题下注明的纸质版页码。</p>" : "")}
            </section>
            """;
    }

    private static string Contents(IssueLayout issue, IReadOnlyDictionary<int, int> pages)
    {
        var lines = new StringBuilder("<nav class=\"edition-contents\" id=\"contents\"><h1 class=\"edition-contents__title\">目录</h1>");
        foreach (var section in issue.Sections)
        {
            lines.Append(section.Name.Length > 0 ? $"<p class=\"edition-contents__section\">【{Text(section.Name)}】</p>" : "").Append("<ol>");
            foreach (var entry in section.Entries)
            {
                lines.Append(entry.Document is null
                    ? $"<li><span class=\"edition-contents__entry\"><span class=\"edition-contents__name\">{Text(entry.Title)}（本电子版未收录）</span></span></li>"
                    : $"<li><a class=\"edition-contents__entry\" href=\"#{DocumentSheet.IdOf(entry.Order)}\"><span class=\"edition-contents__name\">{Text(entry.Title)}</span> <span class=\"edition-contents__leader\"></span> <span class=\"edition-contents__page\">{(pages.TryGetValue(entry.Order, out var page) ? page : "")}</span></a></li>");
            }

            lines.Append("</ol>");
        }

        return lines.Append("</nav>").ToString();
    }

    private static string Documents(IssueLayout issue)
    {
        var sheets = new StringBuilder();
        foreach (var section in issue.Sections)
        {
            var name = section.Name;
            foreach (var entry in section.Entries.Where(e => e.Document is not null))
            {
                sheets.Append(DocumentSheet.Of(entry, name, section.Name.Length > 0));
                name = "";
            }
        }

        return sheets.ToString();
    }
}
