using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Platform.Forms;

/// <summary>What a person typed into a form, apart from passwords, files and the form's own token.</summary>
/// <param name="Fields">The values by name, in the order in which they were sent.</param>
/// <param name="Files">The names of the files that were chosen; the files themselves are not kept.</param>
public sealed record TypedForm(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, IReadOnlyList<string> Files)
{
    /// <summary>How much text is kept, in characters.</summary>
    public const int MaxLength = 2_000_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What was sent; null where it is too much to be kept.</summary>
    public static TypedForm? Of(IFormCollection form)
    {
        var fields = form.Where(f => !IsSecret(f.Key))
            .ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.OfType<string>()], StringComparer.Ordinal);
        return fields.Sum(f => f.Key.Length + f.Value.Sum(v => v.Length)) > MaxLength
            ? null
            : new(fields, [.. form.Files.Select(f => f.FileName).Where(n => n.Length > 0)]);
    }

    /// <summary>Reads the stored form.</summary>
    public static TypedForm Parse(string json) => JsonSerializer.Deserialize<TypedForm>(json, Json)!;

    /// <summary>The stored form.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Json);

    private static bool IsSecret(string name) =>
        name == "__RequestVerificationToken" || name.Contains("password", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A form to be shown again with what was typed.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Action">The address that the form is sent to, below the path base; null where any form of the page fits.</param>
/// <param name="Message">What the person is told, in Chinese.</param>
public sealed record FormToRestore(TypedForm Typed, string? Action, string Message);

/// <summary>Finds what a person typed before, for an address with a query parameter of this name.</summary>
public interface IFormSource
{
    /// <summary>The query parameter's name, such as <c>kept</c>.</summary>
    string Parameter { get; }

    /// <summary>What was typed; null where there is nothing, or it is not this person's.</summary>
    Task<FormToRestore?> FindAsync(HttpContext http, string value, CancellationToken cancellation);
}
