using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Gazettes.Issues;

namespace Livelihood.Gazettes.Import;

/// <summary>Turns what was read into the parts of content items. Parts and fields that the text does not know stay as they are.</summary>
internal static class IssueContent
{
    public const string IssueType = "GazetteIssue";
    public const string DocumentType = "OfficialDocument";

    public static ContentData Document(
        ContentVersion? existing, PrintedDocument printed, Issuer issuer, Masthead masthead, PrintedInPart printedIn, SourceTextPart source, bool isEdited = false)
    {
        var data = existing is null ? new() : ContentData.Parse(existing.Data);
        var record = Without(data.Get<OfficialDocumentPart>() ?? new(), printed.Emptied);
        return data
            .Set(new TitlePart(printed.Title))
            .Set(record with
            {
                Number = printed.Number?.ToString() ?? record.Number,
                IssuingAgencies = record.IssuingAgencies.Count > 0 && !(isEdited && issuer.Names.Count > 0) ? record.IssuingAgencies : issuer.Names,
                FormedOn = printed.FormedOn ?? record.FormedOn,
                PublishedOn = record.PublishedOn ?? masthead.PublishedOn,
                EffectiveOn = isEdited ? printed.EffectiveOn ?? record.EffectiveOn : record.EffectiveOn ?? printed.EffectiveOn,
                Addressees = printed.Addressees ?? record.Addressees,
                CopiedTo = printed.CopiedTo ?? record.CopiedTo,
                SubjectTerms = printed.SubjectTerms.Count > 0 ? printed.SubjectTerms : record.SubjectTerms,
            })
            .Set(data.Get<DisclosureRecordPart>() ?? new())
            .Set(printedIn)
            .Set(new MarkdownBodyPart(GazetteMarkdown.Write(printed)))
            .Set(source);
    }

    public static ContentData Issue(
        ContentVersion? existing, PrintedIssue issue, IReadOnlyList<ImportedDocument> documents, SourceTextPart source)
    {
        var masthead = issue.Masthead;
        var part = new GazetteIssuePart
        {
            Gazette = masthead.Title,
            Year = masthead.Year!.Value,
            Number = masthead.Number!.Value,
            TotalNumber = masthead.TotalNumber,
            PublishedOn = masthead.PublishedOn,
            Publisher = masthead.Publisher,
            Board = [.. masthead.Board.Select(b => new GazetteEditor(b.Role, b.Name))],
            Sections = Sections(issue, documents),
        };
        var data = existing is null ? new() : ContentData.Parse(existing.Data);
        return data
            .Set(new TitlePart($"{masthead.Title}{part.Citation()}"))
            .Set(new AutoroutePart(GazetteIssuePart.PathOf(part.Year, part.Number).TrimStart('/')))
            .Set(data.Get<DisclosureRecordPart>() ?? new())
            .Set(part)
            .Set(source);
    }

    /// <summary>A record without what an editor said there is none of.</summary>
    private static OfficialDocumentPart Without(OfficialDocumentPart record, IReadOnlySet<DocumentField> emptied) => record with
    {
        Number = emptied.Contains(DocumentField.Number) ? null : record.Number,
        FormedOn = emptied.Contains(DocumentField.FormedOn) ? null : record.FormedOn,
        EffectiveOn = emptied.Contains(DocumentField.EffectiveOn) ? null : record.EffectiveOn,
        Addressees = emptied.Contains(DocumentField.Addressees) ? null : record.Addressees,
        IssuingAgencies = emptied.Contains(DocumentField.Signature) ? [] : record.IssuingAgencies,
    };

    /// <summary>The contents as printed, each entry with its document; documents that have no entry stand at the end.</summary>
    private static List<GazetteSection> Sections(PrintedIssue issue, IReadOnlyList<ImportedDocument> documents)
    {
        var byEntry = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        foreach (var document in documents.Where(d => d.Printed.Entry is not null))
        {
            byEntry[document.Printed.Entry!] = document.ItemId;
        }

        var sections = issue.Sections
            .Select(s => new GazetteSection(s.Name, [.. s.Entries.Select(e => new GazetteEntry(byEntry.GetValueOrDefault(e), e.Title, e.Page))]))
            .ToList();
        var rest = documents.Where(d => d.Printed.Entry is null).Select(d => new GazetteEntry(d.ItemId, d.Printed.Title, null)).ToList();
        if (rest.Count > 0)
        {
            sections.Add(new("", rest));
        }

        return sections;
    }
}
