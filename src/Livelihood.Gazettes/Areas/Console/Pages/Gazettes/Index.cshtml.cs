using Livelihood.Gazettes.Import;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>All issues, drafts and published ones.</summary>
public sealed class IndexModel(DraftQuery drafts) : GazettePageModel
{
    public IReadOnlyList<DraftLine> Lines { get; private set; } = [];

    public int Number { get; private set; }

    public int Count { get; private set; }

    public bool MayImport => StaffAccess.May(User, Permissions.EditContent);

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellation)
    {
        Number = Math.Max(1, number);
        (Lines, var total) = await drafts.PageAsync(Number, cancellation);
        Count = Math.Max(1, (total + DraftQuery.PageSize - 1) / DraftQuery.PageSize);
        return Number > Count ? NotFound() : Page();
    }
}
