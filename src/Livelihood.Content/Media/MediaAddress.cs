using System.Security.Cryptography;
using System.Text;

namespace Livelihood.Content.Media;

/// <summary>The addresses of files: made of month, content and name, so that they are stable and nobody guesses them.</summary>
public static class MediaAddress
{
    /// <summary>The path of an upload, such as <c>2026/11/0f3a…/通知.pdf</c>. It differs by agency, as each has its own file.</summary>
    public static string Of(DateOnly day, string agencyId, string hash, string name)
    {
        var secret = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{agencyId}:{hash}")))[..16];
        return $"{day:yyyy}/{day:MM}/{secret}/{name}";
    }

    /// <summary>The address in a page, beginning with <c>~/</c>.</summary>
    public static string Url(string path) => "~/media/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The path of the file that a link leads to, or null where it leads elsewhere.</summary>
    /// <param name="link">As written in a text, such as <c>/media/2026/11/…</c>, with a host and a prefix or without.</param>
    public static string? PathIn(string? link)
    {
        const string folder = "/media/";
        if (link is null)
        {
            return null;
        }

        var start = link.StartsWith("media/", StringComparison.Ordinal) ? -1 : link.IndexOf(folder, StringComparison.Ordinal);
        if (start < 0 && !link.StartsWith("media/", StringComparison.Ordinal))
        {
            return null;
        }

        var end = link.IndexOfAny(['?', '#']);
        var path = Uri.UnescapeDataString(link[(start + folder.Length)..(end < start + folder.Length ? link.Length : end)]);
        return path.Length is > 0 and <= 200 ? path : null;
    }
}
