using System.Text;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Requesters;

namespace Livelihood.Disclosure.Domain.PublicLog;

/// <summary>What the public is to read of an answered request.</summary>
/// <param name="Title">The information, in neutral words, on one line.</param>
/// <param name="Summary">A sentence or two for lists (内容概述).</param>
/// <param name="Text">What was asked and answered, and the information itself where it was disclosed; Markdown.</param>
/// <param name="Category">The category of what is disclosed (公开类别, 第二十条、第二十一条); null where none was chosen.</param>
public sealed record AnswerDraft(string Title, string Summary, string Text, string? Category = null)
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 100;

    /// <summary>Longest summary, in characters.</summary>
    public const int LongestSummary = 500;

    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 100_000;

    /// <summary>A first draft from request and reply, to be put into neutral words.</summary>
    public static AnswerDraft Of(WantedInformation wanted, RequestHistory history)
    {
        var text = new StringBuilder("## 申请的内容\n\n");
        foreach (var line in new[] { wanted.Subject, wanted.DocumentNumber is { } number ? $"文号：{number}" : null, wanted.Description }.OfType<string>())
        {
            text.Append(line).Append("\n\n");
        }

        text.Append("## 答复\n\n");
        if (history.Outcome is { } outcome)
        {
            text.Append(outcome.Name).Append(outcome.Article is null ? "。" : $"（《条例》{outcome.Article}）。").Append("\n\n");
        }

        foreach (var line in EventText.Of(history.Latest<ReplyProposed>()?.Content))
        {
            text.Append(line.ReplaceLineEndings("\n\n")).Append("\n\n");
        }

        var title = wanted.Summary.ReplaceLineEndings(" ");
        title = title.Length > LongestTitle ? title[..LongestTitle] : title;
        return new(title, $"申请公开“{title}”的答复：{history.Outcome?.Name}。", text.ToString().TrimEnd() + "\n");
    }

    /// <summary>What is wrong with it, by field, in Chinese sentences; empty where nothing is.</summary>
    public IEnumerable<(string Field, string Problem)> Problems()
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            yield return (nameof(Title), "请用一句话写明是什么信息，公众会在列表里看到它。");
        }
        else if (Title.Length > LongestTitle || Title.Contains('\n', StringComparison.Ordinal))
        {
            yield return (nameof(Title), $"名称写成一行，不超过{LongestTitle}个字。");
        }

        if (string.IsNullOrWhiteSpace(Category))
        {
            yield return (nameof(Category), "请选择公开类别，与这项信息最接近的一类。");
        }

        if (string.IsNullOrWhiteSpace(Summary) || Summary.Length > LongestSummary)
        {
            yield return (nameof(Summary), $"请用一两句话写明内容概述，不超过{LongestSummary}个字。");
        }

        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return (nameof(Text), "请写明申请的内容和答复。");
        }
        else if (Text.Length > LongestText)
        {
            yield return (nameof(Text), $"不超过{LongestText}个字；更长的信息，请发布员作为附件附上。");
        }
    }

    /// <summary>What in it looks like numbers of people, whoever they are.</summary>
    public IReadOnlyList<string> Numbers() => PersonalDataCheck.Numbers($"{Title}\n{Summary}\n{Text}");

    /// <summary>Where one of these names can be read in it, those of third parties that were consulted; a sentence each.</summary>
    public IEnumerable<(string Field, string Problem)> Names(IReadOnlyList<string> others) => Fields.Where(part => PersonalDataCheck.Names(others, part.Text))
        .Select(part => (part.Field, $"“{part.Name}”里有被征求意见的第三方的姓名或者名称，第三方没有同意公开。请删去；如果只是碰巧相同的词，请换一种说法。"));

    private (string Field, string Name, string Text)[] Fields => [(nameof(Title), "名称", Title), (nameof(Summary), "内容概述", Summary), (nameof(Text), "内容", Text)];

    /// <summary>Where who asked can be read in it, a sentence each that says what to do; empty where nowhere.</summary>
    public IEnumerable<(string Field, string Problem)> PersonalData(Requester requester)
    {
        foreach (var (field, name, text) in Fields)
        {
            foreach (var found in PersonalDataCheck.Found(requester, text))
            {
                yield return (field, $"“{name}”里有{found}，不能公开。请删去；如果只是碰巧相同的词，请换一种说法。");
            }
        }
    }
}
