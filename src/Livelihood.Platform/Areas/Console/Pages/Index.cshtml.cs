using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Platform.Areas.Console.Pages;

/// <summary>The console's first page: what the person signed in can do.</summary>
public sealed class IndexModel(IEnumerable<ConsoleLink> links) : PageModel
{
    public IReadOnlyList<ConsoleLink> Links { get; private set; } = [];

    public void OnGet() => Links = [.. links.Where(l => StaffAccess.May(User, l.Permission)).DistinctBy(l => l.Path).OrderBy(l => l.Order)];
}
