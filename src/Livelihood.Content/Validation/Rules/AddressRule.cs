using Livelihood.Content.Items;
using Livelihood.Content.Parts;

namespace Livelihood.Content.Validation.Rules;

/// <summary>An address that people chose is well formed, and not one of the portal's own pages.</summary>
internal sealed class AddressRule(PortalAddresses portal) : IPartRule
{
    private const int Longest = 200;
    private const int MostSegments = 6;

    public string Part => nameof(AutoroutePart);

    public ValueTask<IReadOnlyList<ItemProblem>> ProblemsAsync(ValidatedItem item, CancellationToken cancellation) =>
        new(Problem(item) is { } problem ? [new($"{Part}.{nameof(AutoroutePart.Path)}", problem)] : []);

    private string? Problem(ValidatedItem item)
    {
        if (item.Data.Get<AutoroutePart>()?.Path?.Trim('/') is not { Length: > 0 } path)
        {
            return null;
        }

        var segments = path.Split('/');
        if (path.Length > Longest || segments.Length > MostSegments || !segments.All(AddressSegment.IsValid))
        {
            return $"地址由小写字母、数字和连字符组成，各段之间用斜线隔开，最多{MostSegments}段，例如 notices/road-works。请改写，或者不填。";
        }

        // What editors cannot make, such as a gazette's issue, is made by the portal for pages of its own.
        return item.Type.IsCreatable && portal.Has("/" + path) ? $"地址“/{path}”是本平台自己的页面，不能使用。请换一个。" : null;
    }
}
