using System.Security.Claims;
using Livelihood.Content.Documents;
using Livelihood.Content.Editing.Picking;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Livelihood.Content.Editing;

/// <summary>What the form's scripts ask. The form does the same without them.</summary>
public static class EditingEndpoints
{
    private const int LongestNumber = 100;

    /// <summary>Maps the addresses, for staff who write.</summary>
    public static IEndpointRouteBuilder MapEditing(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/console/content").RequireAuthorization(Permissions.EditContent);
        group.MapGet("/find", async (string? q, string? types, ItemPicker picker, ClaimsPrincipal person, CancellationToken cancellation) =>
            Results.Json((await picker.FindAsync(person, q ?? "", (types ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries), cancellation))
                .Select(c => new { value = c.Value, text = c.Text, note = c.Note })));
        group.MapGet("/number", (string? q) => Results.Json(new
        {
            number = q?.Length <= LongestNumber && DocumentNumber.TryParse(q, out var number) ? number.ToString() : null,
        }));
        return endpoints;
    }
}
