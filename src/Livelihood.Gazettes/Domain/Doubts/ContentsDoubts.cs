using Livelihood.Content.Documents;
using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Doubts;

/// <summary>The contents against the text.</summary>
internal static class ContentsDoubts
{
    public static void Find(IReadOnlyList<SourceLine> lines, PrintedIssue issue, List<Doubt> doubts)
    {
        List<ContentsEntry> entries = [.. issue.Sections.SelectMany(s => s.Entries)];
        var documents = new Dictionary<object, PrintedDocument>(ReferenceEqualityComparer.Instance);
        foreach (var document in issue.Documents.Where(d => d.Entry is not null))
        {
            documents[document.Entry!] = document;
        }

        OfPages(entries, documents, doubts);
        foreach (var entry in entries.Where(e => !documents.ContainsKey(e)))
        {
            doubts.Add(new(DoubtCode.DocumentMissing, $"目录里有《{entry.Title}》，正文里没有找到。", [entry.Lines], DoubtSeverity.Serious)
            {
                Propose = () => LikelyPlaces.OfEntry(lines, issue, entry),
            });
        }

        var places = new Dictionary<object, int>(entries.Select((e, i) => KeyValuePair.Create((object)e, i)), ReferenceEqualityComparer.Instance);
        var order = -1;
        PrintedDocument? above = null;
        foreach (var (i, document) in issue.Documents.Index())
        {
            var before = above;
            above = document;
            if (document.Entry is not { } entry)
            {
                if (entries.Count > 0)
                {
                    doubts.Add(new(DoubtCode.EntryMissing, $"正文里有《{document.Title}》，目录里没有。请核对它是不是单独的文件，补上栏目和页码。", [document.Lines], DoubtSeverity.Warning)
                    {
                        Propose = () => WithoutEntry(issue, entries, documents, i),
                    });
                }

                continue;
            }

            OfEntry(document, entry, doubts);
            var at = places[entry];
            if (at < order)
            {
                doubts.Add(new(DoubtCode.OrderDiffers, $"《{document.Title}》在正文里的位置与目录不同。", [entry.Lines, document.Lines], DoubtSeverity.Hint)
                {
                    Propose = () => before?.Entry is { } last ? [new("目录按正文的次序排", After(issue, document, last))] : [],
                });
            }

            order = at;
        }
    }

    private static List<Proposal> WithoutEntry(PrintedIssue issue, List<ContentsEntry> entries, Dictionary<object, PrintedDocument> documents, int at)
    {
        var document = issue.Documents[at];
        var proposals = new List<Proposal>();
        var key = Titles.Key(document.Title);
        foreach (var entry in entries.Where(e => !documents.ContainsKey(e)).OrderBy(e => Titles.AreClose(Titles.Key(e.Title), key, 3) ? 0 : 1).Take(2))
        {
            proposals.Add(new($"就是目录里的《{Short(entry.Title)}》", new LinkEntry(document.Lines.First, entry.Lines.First)));
        }

        if (at > 0)
        {
            proposals.Add(new($"并入前一份《{Short(issue.Documents[at - 1].Title)}》", new JoinDocument(document.Lines.First)));
        }

        if (issue.Documents.Take(at).Reverse().Select(d => d.Entry).FirstOrDefault(e => e is not null) is { } before)
        {
            proposals.Add(new("补进目录，排在前一份之后", After(issue, document, before)));
        }
        else if (issue.Sections.Count > 0)
        {
            proposals.Add(new($"补进目录“{issue.Sections[0].Name}”的开头", new MoveDocument(document.Lines.First, issue.Sections[0].Line, 0)));
        }

        return proposals;
    }

    private static MoveDocument After(PrintedIssue issue, PrintedDocument document, ContentsEntry before)
    {
        var section = issue.Sections.First(s => s.Entries.Any(e => ReferenceEquals(e, before)));
        List<ContentsEntry> others = [.. section.Entries.Where(e => !ReferenceEquals(e, document.Entry))];
        return new(document.Lines.First, section.Line, others.FindIndex(e => ReferenceEquals(e, before)) + 1);
    }

    private static void OfPages(List<ContentsEntry> entries, Dictionary<object, PrintedDocument> documents, List<Doubt> doubts)
    {
        int? page = null;
        foreach (var (i, entry) in entries.Index())
        {
            if (entry.Page is null)
            {
                doubts.Add(new(DoubtCode.PageMissing, $"目录里《{entry.Title}》的页码没有读出。", [entry.Lines], DoubtSeverity.Warning)
                {
                    Propose = () => Pages(entry, LikelyPages.Of(entries, documents, i)),
                    Own = new SetEntry(entry.Lines.First, EntryField.Page, ""),
                });
            }
            else if (entry.Page < page)
            {
                doubts.Add(new(DoubtCode.PagesNotRising, $"目录里《{entry.Title}》的页码{entry.Page}小于前一条的{page}。请核对。", [entry.Lines], DoubtSeverity.Warning)
                {
                    Propose = () => [.. Pages(entry, LikelyPages.Of(entries, documents, i)), .. Pages(entries[i - 1], LikelyPages.Of(entries, documents, i - 1), "前一条")],
                    Own = new SetEntry(entry.Lines.First, EntryField.Page, $"{entry.Page}"),
                });
            }

            page = entry.Page ?? page;
        }
    }

    private static IReadOnlyList<Proposal> Pages(ContentsEntry entry, int? page, string whose = "") =>
        page is null || page == entry.Page ? [] : [new($"{whose}页码改为{page}", new SetEntry(entry.Lines.First, EntryField.Page, $"{page}"))];

    private static void OfEntry(PrintedDocument document, ContentsEntry entry, List<Doubt> doubts)
    {
        var (first, at) = (document.Lines.First, entry.Lines.First);
        var (inText, inContents) = (Titles.Key(document.Title), Titles.Key(entry.Title));
        if (inText != inContents && Titles.Core(inText) != Titles.Core(inContents))
        {
            var line = document.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Title)?.Lines ?? document.Lines;
            doubts.Add(new(
                DoubtCode.TitleDiffers, $"题名不一致：目录是“{entry.Title}”，正文是“{document.Title}”。采用了正文的。", [entry.Lines, line], DoubtSeverity.Warning)
            {
                Propose = () =>
                [
                    new("采用正文的", new SetEntry(at, EntryField.Title, document.Title)),
                    new("采用目录的", new SetField(first, DocumentField.Title, entry.Title)),
                ],
                Own = new SetField(first, DocumentField.Title, document.Title),
            });
        }

        if (entry.Number is not null && document.Number is not null && entry.Number != document.Number && !IsShortFor(entry.Number, document.Number))
        {
            doubts.Add(new(
                DoubtCode.NumberDiffers, $"发文字号不一致：目录是{entry.Number}，正文是{document.Number}。采用了正文的。", [entry.Lines, NumberDoubts.Place(document)], DoubtSeverity.Warning)
            {
                Propose = () =>
                [
                    new("采用正文的", new SetEntry(at, EntryField.Number, $"{document.Number}")),
                    new("采用目录的", new SetField(first, DocumentField.Number, $"{entry.Number}")),
                ],
                Own = new SetField(first, DocumentField.Number, $"{document.Number}"),
            });
        }
    }

    private static string Short(string title) => title.Length > 24 ? title[..24] + "……" : title;

    /// <summary>The contents name an order in short: 市政府令第45号 for that of 某某市人民政府.</summary>
    private static bool IsShortFor(DocumentNumber contents, DocumentNumber text)
    {
        if (contents.Serial != text.Serial || contents.Year != text.Year || !contents.AgencyCode.EndsWith('令') || !text.AgencyCode.EndsWith('令'))
        {
            return false;
        }

        var at = 0;
        foreach (var c in text.AgencyCode)
        {
            at += at < contents.AgencyCode.Length && contents.AgencyCode[at] == c ? 1 : 0;
        }

        return at == contents.AgencyCode.Length;
    }
}
