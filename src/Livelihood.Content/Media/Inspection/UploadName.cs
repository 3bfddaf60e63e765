using System.Globalization;
using System.Text;

namespace Livelihood.Content.Media.Inspection;

/// <summary>The name of a file that somebody uploads: made harmless, and refused where it pretends.</summary>
public static class UploadName
{
    /// <summary>Characters that a name keeps at the most, its ending included.</summary>
    public const int MaxLength = 100;

    private static readonly HashSet<string> Programs = new(
        ("ade adp apk app application asp aspx bat bin cgi chm class cmd com cpl crt dll dmg elf exe gadget hta htm html inf ins iso jar js jse jsp "
            + "lnk mht mhtml msc msi msp mst php phtml pif pl ps1 psm1 py pyw rb reg run scf scr sh shtml svg svgz sys url vb vbe vbs war "
            + "wsc wsf wsh xhtml xht xml xsl xslt").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The name without folders, control and direction characters, and characters that file systems refuse; at most
    /// <see cref="MaxLength"/> characters, its ending kept. Empty where nothing is left.
    /// </summary>
    public static string Clean(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1].Normalize(NormalizationForm.FormC);
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                // Format characters turn the reading direction round: invoice[U+202E]fdp.exe reads invoiceexe.pdf.
                case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    break;
                case UnicodeCategory.SpaceSeparator:
                    kept.Append(' ');
                    break;
                default:
                    kept.Append("<>:\"|?*%#&;".Contains(rune.ToString(), StringComparison.Ordinal) || rune.Value == Rune.ReplacementChar.Value ? "_" : rune.ToString());
                    break;
            }
        }

        var clean = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '.');
        return clean.Length <= MaxLength ? clean : Shorten(clean);
    }

    /// <summary>The ending with its point, in lower case; empty where there is none.</summary>
    public static string Extension(string name) => Path.GetExtension(name).ToLowerInvariant();

    /// <summary>Whether an ending, the last or one before it, names a program, a script or a page.</summary>
    public static bool NamesProgram(string name) => name.Split('.').Skip(1).Any(part => Programs.Contains(part.Trim()));

    private static string Shorten(string name)
    {
        var extension = Path.GetExtension(name) is { Length: <= 10 } short_ ? short_ : "";
        var length = MaxLength - extension.Length;
        // No half of a surrogate pair.
        return name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)].TrimEnd(' ', '.') + extension;
    }
}
