using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>A file that is given with the reply as it is, opened by staff.</summary>
public sealed class OriginalModel(RequestDesk desk, OriginalDesk originals, ILogger<OriginalModel> log) : OpenedPaperPage(desk, log)
{
    /// <inheritdoc />
    protected override Task<OpenedPaper?> ReadAsync(DisclosureRequest request, Guid id, CancellationToken cancellation) => originals.ReadByStaffAsync(request, id, cancellation);
}
