namespace Livelihood.Disclosure.Domain.Outcomes;

/// <summary>What a reply says, beside what every reply says (R-36-1 to R-39b). What its kind does not need is null.</summary>
/// <param name="Kind">The kind of reply, see <see cref="ReplyKinds"/>; stored, and never changed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Information">The information, or the way, place and time to get it.</param>
/// <param name="Withheld">Each withheld part with its article and reason.</param>
/// <param name="Search">Where and how was searched.</param>
/// <param name="Responsible">Name and contact of the responsible agency, if known.</param>
/// <param name="Earlier">Number and date of the earlier reply.</param>
/// <param name="Law">The special law, and how to query.</param>
/// <param name="Channel">The right channel, or how to get a publication.</param>
/// <param name="Result">What was corrected, where it was forwarded to, or where to ask .</param>
/// <param name="Files">The files given with it when it was proposed, one a line; null: none.</param>
public sealed record ReplyContent(
    string Kind, string? Reason = null, string? Information = null, string? Withheld = null, string? Search = null,
    string? Responsible = null, string? Earlier = null, string? Law = null, string? Channel = null, string? Result = null, string? Files = null)
{
    /// <summary>A part with the files that are given, numbered as a letter lists them.</summary>
    /// <param name="part">What stands before the list.</param>
    public string? WithFiles(string? part) => Files is null ? part : string.Join('\n', new[] { part, "随本答复提供的文件：" }.Where(line => !string.IsNullOrWhiteSpace(line))
        .Concat(Files.Split('\n').Select((file, place) => $"{place + 1}．{file}")));

    /// <summary>What stands under a field's name.</summary>
    public string? this[string field] => field switch
    {
        nameof(Reason) => Reason,
        nameof(Information) => Information,
        nameof(Withheld) => Withheld,
        nameof(Search) => Search,
        nameof(Responsible) => Responsible,
        nameof(Earlier) => Earlier,
        nameof(Law) => Law,
        nameof(Channel) => Channel,
        nameof(Result) => Result,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A reply has no such field."),
    };
}
