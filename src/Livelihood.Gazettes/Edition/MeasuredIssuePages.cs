using Livelihood.Content.Items;
using Livelihood.Formats.Pdf;
using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Edition.Printing;
using Microsoft.Extensions.Logging;

namespace Livelihood.Gazettes.Edition;

/// <summary>Measures the pages of an issue that is being composed, by setting it as it will be printed.</summary>
internal sealed class MeasuredIssuePages(IssueAssembly assembly, IssuePrinter printer, ILogger<MeasuredIssuePages> log) : IIssuePages
{
    public async Task<MeasuredPages?> MeasureAsync(ContentVersion issue, IReadOnlyList<ContentVersion> documents, CancellationToken cancellation)
    {
        if (!printer.Availability.IsAvailable)
        {
            return null;
        }

        var assembled = await assembly.OfAsync(issue, documents, isProof: false, cancellation);
        try
        {
            var sheets = await printer.MeasureAsync(assembled.Layout, cancellation);
            return new(sheets.Contents, assembled.Documents.DistinctBy(d => d.Version.ItemId).ToDictionary(d => d.Version.ItemId, d => sheets.Starts[d.Order], StringComparer.Ordinal));
        }
        catch (PdfUnavailableException fault)
        {
            log.LogWarning(fault, "The pages of {Issue} were not measured: {Reason}", issue.ItemId, fault.Message);
            return null;
        }
    }
}
