using System.Text;
using Livelihood.Platform.Files;

namespace Livelihood.Content.Media.Pictures;

/// <summary>
/// The machine's program for scaling pictures: libvips' <c>vipsthumbnail</c>, else ImageMagick. It runs as a bounded
/// child process, is told the format beforehand, and writes pixels only, turned upright, without metadata.
/// </summary>
public sealed class PictureProgram
{
    private static readonly BoundedProcess Process = new();

    private readonly Lazy<Task<(string Path, bool IsVips)?>> _found = new(FindAsync);

    /// <summary>The program's name, or null where there is none.</summary>
    public async Task<string?> NameAsync() => await _found.Value is { } found ? found.IsVips ? "libvips" : "ImageMagick" : null;

    /// <summary>Writes a copy that fits into a square. Never larger than the original.</summary>
    /// <param name="kind">The original's kind; the copy is of the same.</param>
    /// <param name="original">The original; only its content counts, its name is ours.</param>
    /// <param name="edge">The square's edge in pixels.</param>
    /// <param name="folder">An empty folder for the copy.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The copy's path; null where there is no program, or it failed.</returns>
    public async Task<string?> ScaleAsync(MediaKind kind, string original, int edge, string folder, CancellationToken cancellation)
    {
        if (await _found.Value is not { } program)
        {
            return null;
        }

        var copy = Path.Combine(folder, $"{edge}.{kind.Name}");
        IEnumerable<string> arguments = program.IsVips ? Vips(kind, original, edge, copy) : Magick(kind, original, edge, copy);
        try
        {
            var answer = await Process.RunAsync(program.Path, folder, arguments, cancellation);
            return answer.ExitCode == 0 && new FileInfo(copy) is { Exists: true, Length: > 0 } ? copy : null;
        }
        catch (Exception problem) when (problem is TimeoutException or IOException)
        {
            return null;
        }
    }

    private static string[] Vips(MediaKind kind, string original, int edge, string copy) =>
    [
        original, "--size", $"{edge}x{edge}>", "--eprofile", "srgb",
        "-o", $"{copy}[strip{(kind == MediaKind.Png ? ",compression=9" : ",Q=82")}]",
    ];

    // The coder stands before the path: ImageMagick would otherwise choose by content, and some coders start other programs.
    private static string[] Magick(MediaKind kind, string original, int edge, string copy) =>
    [
        "-limit", "memory", "512MiB", "-limit", "map", "512MiB", "-limit", "disk", "512MiB", "-limit", "thread", "1",
        $"{Coder(kind)}:{original}[0]", "-auto-orient", "-colorspace", "sRGB", "-resize", $"{edge}x{edge}>", "-strip", "-quality", "82",
        $"{Coder(kind)}:{copy}",
    ];

    private static string Coder(MediaKind kind) => kind.Name == "jpg" ? "jpeg" : kind.Name;

    // A program of the right name may be another one: what it says of itself counts.
    private static async Task<(string Path, bool IsVips)?> FindAsync()
    {
        foreach (var (name, argument, sign) in new[]
        {
            ("vipsthumbnail", "--vips-version", "libvips"), ("magick", "-version", "ImageMagick"), ("convert", "-version", "Version: ImageMagick"),
        })
        {
            foreach (var path in BoundedProcess.FindAll(name))
            {
                try
                {
                    var answer = await Process.RunAsync(path, Path.GetTempPath(), [argument]);
                    if (answer.ExitCode == 0 && Encoding.UTF8.GetString(answer.Output).Contains(sign, StringComparison.Ordinal))
                    {
                        return (path, sign == "libvips");
                    }
                }
                catch (Exception problem) when (problem is TimeoutException or IOException)
                {
                    // Not this one.
                }
            }
        }

        return null;
    }
}
