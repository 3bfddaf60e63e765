using System.Collections.Frozen;

namespace Livelihood.Content.Handbook;

/// <summary>The handbook for editors: chapters and pictures from a folder, read once.</summary>
public sealed class EditorsHandbook
{
    private readonly FrozenDictionary<string, string> _pictures;

    /// <summary>Reads the folder.</summary>
    /// <param name="folder">Chapters as <c>01-name.md</c>, pictures in <c>pictures/</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file does not begin as a chapter does.</exception>
    public EditorsHandbook(string folder)
    {
        Chapters =
        [
            .. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal)
                .Select(f => HandbookChapter.Read(Path.GetFileName(f), File.ReadAllText(f))),
        ];
        var pictures = Path.Combine(folder, "pictures");
        _pictures = (Directory.Exists(pictures) ? Directory.EnumerateFiles(pictures, "*.png") : [])
            .ToFrozenDictionary(p => Path.GetFileName(p), StringComparer.Ordinal);
    }

    /// <summary>The folder that lies beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "handbook");

    /// <summary>The chapters in their order.</summary>
    public IReadOnlyList<HandbookChapter> Chapters { get; }

    /// <summary>The chapter with its neighbours; null where there is none of this name.</summary>
    public (HandbookChapter Chapter, HandbookChapter? Before, HandbookChapter? After)? Find(string name) =>
        Chapters.Index().FirstOrDefault(c => c.Item.Name == name) is (var at, { } chapter)
            ? (chapter, Chapters.ElementAtOrDefault(at - 1), Chapters.ElementAtOrDefault(at + 1))
            : null;

    /// <summary>The path of a picture; null where there is none. Only what the folder holds is found, whatever the name says.</summary>
    public string? PictureFile(string fileName) => _pictures.GetValueOrDefault(fileName);
}
