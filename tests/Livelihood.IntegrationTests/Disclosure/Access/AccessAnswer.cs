using System.IO.Compression;
using System.Net;
using System.Text;

namespace Livelihood.IntegrationTests.Disclosure.Access;

/// <summary>Reads what an answer means for the right to it, as one letter of the table.</summary>
internal static class AccessAnswer
{
    /// <summary>The letter; an answer that means nothing of the kind is told by its number.</summary>
    public static async Task<string> LetterAsync(HttpResponseMessage answer)
    {
        var text = await TextAsync(answer);
        var tells = text.Contains(AccessScene.Subject, StringComparison.Ordinal);
        var isPersonal = AccessScene.Personal.Any(one => text.Contains(one, StringComparison.Ordinal));
        var letter = Refusal(answer) is { } refusal ? refusal : isPersonal ? "*" : tells ? "+" : "o";
        return (isPersonal && letter != "*") || (tells && letter is not ("+" or "*")) ? $"[{letter} but tells]" : letter;
    }

    private static string? Refusal(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Redirect => PathOf(answer.Headers.Location!) switch
        {
            "/account/sign-in" => "s",
            "/account/denied" => "-",
            "/account/citizen/sign-in" => "c",
            "/disclosure/requests/status" => "q",
            _ => null,
        },
        HttpStatusCode.Forbidden => "-",
        HttpStatusCode.NotFound => "0",
        // Let in, and told that what was sent is not good: this is about rights, not about forms.
        HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => null,
        // There is no browser to print with here.
        HttpStatusCode.ServiceUnavailable => null,
        var other => $"[{(int)other}]",
    };

    private static string PathOf(Uri location) => location.OriginalString.Split('?')[0] is var path && Uri.TryCreate(path, UriKind.Absolute, out var whole) ? whole.AbsolutePath : path;

    // Word files and workbooks are archives of XML.
    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder();
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
