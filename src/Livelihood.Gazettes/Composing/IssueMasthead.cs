using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Issues;

namespace Livelihood.Gazettes.Composing;

/// <summary>What stands at the head of an issue.</summary>
public sealed record IssueMasthead
{
    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The number in the year.</summary>
    public required int Number { get; init; }

    /// <summary>The running total number, or null.</summary>
    public int? TotalNumber { get; init; }

    /// <summary>The day of publication, or null.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The gazette's title.</summary>
    public required string Gazette { get; init; }

    /// <summary>主办, or null.</summary>
    public string? Publisher { get; init; }

    /// <summary>地址, or null.</summary>
    public string? Address { get; init; }

    /// <summary>编委会 and editors.</summary>
    public IReadOnlyList<GazetteEditor> Board { get; init; } = [];

    // 第二十条（一）: a gazette carries rules and normative documents.
    private const string Category = "20-1";

    /// <summary>The masthead of an issue.</summary>
    public static IssueMasthead Of(GazetteIssuePart issue) => new()
    {
        Year = issue.Year,
        Number = issue.Number,
        TotalNumber = issue.TotalNumber,
        PublishedOn = issue.PublishedOn,
        Gazette = issue.Gazette ?? "",
        Publisher = issue.Publisher,
        Address = issue.Address,
        Board = issue.Board,
    };

    /// <summary>The data of the issue with this masthead; everything else stays.</summary>
    internal ContentData Into(ContentData data)
    {
        var issue = (data.Get<GazetteIssuePart>() ?? new() { Year = Year, Number = Number, Composed = true }) with
        {
            TotalNumber = TotalNumber,
            PublishedOn = PublishedOn,
            Gazette = Gazette,
            Publisher = Publisher,
            Address = Address,
            Board = Board,
        };
        return data
            .Set(new TitlePart($"{Gazette}{issue.Citation()}"))
            .Set(new AutoroutePart(GazetteIssuePart.PathOf(issue.Year, issue.Number).TrimStart('/')))
            .Set(data.Get<DisclosureRecordPart>() ?? new() { Category = Category, Abstract = $"{Gazette}{issue.Citation()}的目录和全文。" })
            .Set(issue);
    }
}
