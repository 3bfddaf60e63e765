using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Register;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>A paper of a request, opened by staff.</summary>
public sealed class PaperModel(RequestDesk desk, PaperDesk papers, ILogger<PaperModel> log) : OpenedPaperPage(desk, log)
{
    /// <inheritdoc />
    protected override Task<OpenedPaper?> ReadAsync(DisclosureRequest request, Guid id, CancellationToken cancellation) => papers.ReadByStaffAsync(request, id, cancellation);
}
