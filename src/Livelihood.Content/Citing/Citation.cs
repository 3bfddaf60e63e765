using Livelihood.Content.Rendering;

namespace Livelihood.Content.Citing;

/// <summary>A document, or a place in it, as somebody cites it. Pure: the texts follow from the record.</summary>
public sealed record Citation
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>发文字号, or null.</summary>
    public string? Number { get; init; }

    /// <summary>Who issued it, as printed.</summary>
    public required IReadOnlyList<string> Issuers { get; init; }

    /// <summary>The day on which it was published here.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>The place, such as 第三十三条 or 附件1; null for the whole.</summary>
    public string? Place { get; init; }

    /// <summary>The absolute address, with the place.</summary>
    public required string Address { get; init; }

    /// <summary>The day on which it is cited.</summary>
    public required DateOnly CitedOn { get; init; }

    /// <summary>《云岭市人民政府公报》2019年第6号，第32页; of a place in the document its first page is 第32页起.</summary>
    public static string InPrint(Printing printing, bool isPlace = false) =>
        $"《{printing.Publication}》{printing.Issue}{(printing.Page is { } page ? $"，第{page}页{(isPlace ? "起" : "")}" : "")}";

    /// <summary>《题名》（文号）第三十三条，《云岭市人民政府公报》2019年第6号，第32页起.</summary>
    public string Plain(Printing? printing) => Named() + (printing is null ? "" : "，" + InPrint(printing, Place is not null));

    /// <summary>
    /// GB/T 7714-2015 for a document in a periodical, of the printed issue: <c>责任者. 题名: 文号[J]. 刊名, 年(期): 页码.</c>
    /// </summary>
    public string OfPrint(Printing printing) =>
        $"{Author()}{TitleWithNumber()}[J]. {printing.Publication}, {printing.Year}({printing.Number}){(printing.Page is { } page ? $": {page}" : "")}.";

    /// <summary>
    /// GB/T 7714-2015 for the text on this site: [J/OL] where a periodical printed it, otherwise [EB/OL], with the day of
    /// citing and the address.
    /// </summary>
    public string OfSite(Printing? printing) => printing is null
        ? $"{Author()}{TitleWithNumber()}[EB/OL]. ({PublishedOn.Iso()})[{CitedOn.Iso()}]. {Address}."
        : $"{Author()}{TitleWithNumber()}[J/OL]. {printing.Publication}, {printing.Year}({printing.Number}){(printing.Page is { } page ? $": {page}" : "")}[{CitedOn.Iso()}]. {Address}.";

    /// <summary>The title with its own 《》 one level down: 《关于修改〈…〉的决定》.</summary>
    private string Named()
    {
        var inner = Title.Replace('《', '〈').Replace('》', '〉');
        return $"《{inner}》{(Number is null ? "" : $"（{Number}）")}{PlaceInText()}";
    }

    private string PlaceInText() => Place switch
    {
        null => "",
        ['第', .., '条' or '章' or '节' or '编'] or ['附', '件', ..] => Place,
        _ => $"“{Place}”",
    };

    private string Author() => Issuers.Count > 0 ? string.Join(", ", Issuers) + ". " : "";

    private string TitleWithNumber() => Number is null ? Title : $"{Title}: {Number}";
}
