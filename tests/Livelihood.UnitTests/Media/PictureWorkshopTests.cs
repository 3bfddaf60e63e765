using Livelihood.Content.Media;
using Livelihood.Content.Media.Pictures;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.UnitTests.Media;

/// <summary>The machine's picture program, where it is installed; without it pictures stay as large as they are.</summary>
public sealed class PictureWorkshopTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pictures-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task LargePicture_IsScaledDown_WithASmallCopy()
    {
        var program = new PictureProgram();
        Assert.SkipWhen(await program.NameAsync() is null, "Neither libvips nor ImageMagick is installed (Debian: libvips-tools).");

        var ready = await MakeReadyAsync(program, MediaKind.Png, SampleFiles.Png(3000, 1500, "secret comment"));

        Assert.Equal((2400, 1200), (ready.Width, ready.Height));
        Assert.Equal(480, ready.SmallWidth);
        Assert.Equal((480, 240), Size(MediaKind.Png, ready.SmallPath!));
        Assert.DoesNotContain("secret comment", await File.ReadAllTextAsync(ready.Path, System.Text.Encoding.Latin1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PictureThatLiesOnItsSide_IsTurnedUpright()
    {
        var program = new PictureProgram();
        Assert.SkipWhen(await program.NameAsync() is null, "Neither libvips nor ImageMagick is installed (Debian: libvips-tools).");

        var ready = await MakeReadyAsync(program, MediaKind.Jpeg, SampleFiles.JpegWithPlace(orientation: 6));

        Assert.Equal((8, 16), Size(MediaKind.Jpeg, ready.Path));
    }

    [Fact]
    public async Task SmallPicture_KeepsItsPixels()
    {
        var ready = await MakeReadyAsync(new PictureProgram(), MediaKind.Png, SampleFiles.Png(20, 10));

        Assert.Equal(SampleFiles.Png(20, 10), await File.ReadAllBytesAsync(ready.Path));
        Assert.Null(ready.SmallPath);
    }

    private async Task<ReadyPicture> MakeReadyAsync(PictureProgram program, MediaKind kind, byte[] bytes)
    {
        var original = Path.Combine(_folder.FullName, "received");
        await File.WriteAllBytesAsync(original, bytes);
        return await new PictureWorkshop(program).MakeReadyAsync(kind, original, _folder.FullName, TestContext.Current.CancellationToken);
    }

    private static (int Width, int Height) Size(MediaKind kind, string path)
    {
        var info = PictureCopy.Write(kind, File.ReadAllBytes(path), Stream.Null);
        return (info.Width, info.Height);
    }
}
