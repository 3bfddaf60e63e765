using Livelihood.Content.Documents;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Time;
using static Livelihood.Gazettes.Domain.Composing.FindingSeverity;

namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>Rules on each document that an issue prints.</summary>
internal static class DocumentRules
{
    public static IEnumerable<IssueFinding> Missing(IssueFacts facts) =>
        from line in facts.Entries
        where line.Entry.ItemId is null || !facts.Documents.ContainsKey(line.Entry.ItemId)
        select new IssueFinding(nameof(Missing), Blocking, $"“{line.Entry.Title}”没有对应的文件。请移出这一篇，或者重新选择文件。", MendAt.Contents) { Place = line.Place, ItemId = line.Entry.ItemId };

    public static IEnumerable<IssueFinding> NotApproved(IssueFacts facts) =>
        from line in facts.Printed
        let document = line.Document
        where document.Stage is VersionStage.SecrecyReview or VersionStage.Approval
        select Of(line, nameof(NotApproved), Blocking, $"《{document.Title}》还没有批准，现在是“{document.Stage.Text()}”。请{document.AgencyName}办完审查，选择“批准，随公报发布”；或者移出这一篇。", MendAt.Document)
            with { IsForPublicationOnly = true };

    public static IEnumerable<IssueFinding> NotHandedIn(IssueFacts facts) =>
        from line in facts.Printed
        let document = line.Document
        where document.Stage is VersionStage.Draft or VersionStage.Withdrawn
        select Of(line, nameof(NotHandedIn), Blocking, document.Stage == VersionStage.Draft
            ? $"《{document.Title}》还是草稿。请{document.AgencyName}送审，或者移出这一篇。"
            : $"《{document.Title}》已经撤下，不能刊登。请移出这一篇。", MendAt.Document);

    public static IEnumerable<IssueFinding> Newer(IssueFacts facts) =>
        from line in facts.Printed
        where line.Document.Newer is not null
        select Of(line, nameof(Newer), Blocking, $"《{line.Document.Title}》在公开的版本之后又有修改，现在是“{line.Document.Newer!.Value.Text()}”。请{line.Document.AgencyName}先定下刊登哪一版：办完新版本的审查和批准，再刊登。", MendAt.Document);

    public static IEnumerable<IssueFinding> SetForAnotherTime(IssueFacts facts) =>
        from line in facts.Printed
        where line.Document.Stage == VersionStage.Scheduled && line.Document.IntendedUtc is not null
        select Of(line, nameof(SetForAnotherTime), Warning, $"《{line.Document.Title}》定于{ChinaClock.Text(line.Document.IntendedUtc!.Value)}发布；公报先发布的话，它随公报公开，不再等到那时。", MendAt.Document);

    public static IEnumerable<IssueFinding> NumberMissing(IssueFacts facts) =>
        from line in facts.Printed
        where line.Document.Record is { Number: null or "" }
        select Of(line, nameof(NumberMissing), Warning, $"《{line.Document.Title}》没有发文字号。漏填的请补上；法规、讲话等本来没有的，请确认。", MendAt.Document);

    public static IEnumerable<IssueFinding> DateMissing(IssueFacts facts) =>
        from line in facts.Printed
        where line.Document.Record is { FormedOn: null }
        select Of(line, nameof(DateMissing), Warning, $"《{line.Document.Title}》没有成文日期。请补上，或者确认。", MendAt.Document);

    public static IEnumerable<IssueFinding> FormedLater(IssueFacts facts) =>
        from line in facts.Printed
        where line.Document.Record?.FormedOn > facts.Issue.PublishedOn
        select Of(line, nameof(FormedLater), Blocking, $"《{line.Document.Title}》的成文日期是{line.Document.Record!.FormedOn!.Value.Text()}，晚于公报的出版日期{facts.Issue.PublishedOn!.Value.Text()}。请核对这两个日期。", MendAt.Document);

    public static IEnumerable<IssueFinding> PrintedBefore(IssueFacts facts) =>
        from line in facts.Printed
        where line.Document.PrintedIn.Count > 0
        select Of(line, nameof(PrintedBefore), Warning, $"《{line.Document.Title}》已在{string.Join("、", line.Document.PrintedIn)}刊登过。不是有意再次刊登的，请移出。", MendAt.Contents);

    public static IEnumerable<IssueFinding> Repealed(IssueFacts facts) =>
        from line in facts.Printed
        where line.Document.Record?.Validity is Validity.Repealed or Validity.Expired
        select Of(line, nameof(Repealed), Warning, $"《{line.Document.Title}》的有效性是“{(line.Document.Record!.Validity == Validity.Repealed ? "已废止" : "已失效")}”。请确认要刊登。", MendAt.Document);

    public static IEnumerable<IssueFinding> WithoutText(IssueFacts facts) =>
        from line in facts.Printed
        where !line.Document.HasText
        select Of(line, nameof(WithoutText), Warning, $"《{line.Document.Title}》没有正文，公报上只会有题名。请补上正文，或者确认。", MendAt.Document);

    public static IEnumerable<IssueFinding> Unnamed(IssueFacts facts) =>
        from line in facts.Printed
        where line.Document.Unnamed > 0
        select Of(line, nameof(Unnamed), Warning, $"《{line.Document.Title}》有{line.Document.Unnamed}处图片或者附件没有文字说明，看不见图的人不知道是什么。请补上，或者确认。", MendAt.Document);

    public static IEnumerable<IssueFinding> OtherGovernment(IssueFacts facts) =>
        from line in facts.Printed
        where line.Document.StrangeAgencies.Count > 0
        select Of(line, nameof(OtherGovernment), Hint, $"《{line.Document.Title}》的发文机关{string.Join("、", line.Document.StrangeAgencies)}不在机关名录里。公报刊登本级政府和部门的文件；上级文件一般不刊登。", MendAt.Contents);

    private static IssueFinding Of(
        (EntryPlace Place, GazetteEntry Entry, DocumentFacts Document) line, string rule, FindingSeverity severity, string message, MendAt mend) =>
        new(rule, severity, message, mend) { Place = line.Place, ItemId = line.Document.ItemId };
}
