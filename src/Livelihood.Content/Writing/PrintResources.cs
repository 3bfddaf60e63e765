using Livelihood.Content.Media;
using Livelihood.Formats.Pdf;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace Livelihood.Content.Writing;

/// <summary>Hands the printer what a page needs: the theme's style sheets, and the pictures of the text; nothing else.</summary>
public sealed class PrintResources(IWebHostEnvironment environment)
{
    private const string Theme = "/_content/Livelihood.Theme.Civic/css/";

    /// <summary>The address of the theme's styles, in which documents have their look on paper.</summary>
    public const string Styles = Theme + "civic.css";

    /// <summary>The address of the theme's further styles for an issue of the gazette.</summary>
    public const string IssueStyles = Theme + "edition.css";

    /// <summary>The resource at a path, or null.</summary>
    /// <param name="path">Such as <c>/media/a.png</c>.</param>
    /// <param name="pictures">The bytes of pictures by their address in the text.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<PrintResource?> FindAsync(string path, IReadOnlyDictionary<string, byte[]> pictures, CancellationToken cancellation = default)
    {
        if (path is Styles or IssueStyles && environment.WebRootFileProvider.GetFileInfo(path) is { Exists: true } style)
        {
            await using var content = style.CreateReadStream();
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellation);
            return new("text/css; charset=utf-8", bytes.ToArray());
        }

        return MediaAddress.PathIn(path) is { } wanted && MediaKind.Of(wanted) is { } kind
            && pictures.FirstOrDefault(p => MediaAddress.PathIn(p.Key) == wanted) is { Value: { } picture } ? new(kind.ContentType, picture) : null;
    }
}
