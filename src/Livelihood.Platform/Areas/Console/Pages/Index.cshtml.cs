using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Platform.Areas.Console.Pages;

/// <summary>The console's first page: what the person signed in can do.</summary>
public sealed class IndexModel(IEnumerable<ConsoleLink> links, IEnumerable<ConsoleSection> sections) : PageModel
{
    public IReadOnlyList<ConsoleLink> Links { get; private set; } = [];

    /// <summary>The names of the view components that show what waits for the person, in order.</summary>
    public IEnumerable<string> Sections => sections.OrderBy(s => s.Order).Select(s => s.ViewComponent);

    public void OnGet() => Links = [.. links.Where(l => StaffAccess.May(User, l.Permission)).DistinctBy(l => l.Path).OrderBy(l => l.Order)];
}
