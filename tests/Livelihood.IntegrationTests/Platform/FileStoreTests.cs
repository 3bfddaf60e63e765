using System.Security.Cryptography;
using System.Text;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Files;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Platform;

/// <summary>The file store has no database, so one host is enough.</summary>
public sealed class FileStoreTests(SqlitePortal portal) : IClassFixture<SqlitePortal>
{
    private IFileStore Store => portal.Services.GetRequiredService<IFileStore>();

    [Fact]
    public async Task Save_KeepsTheBytesUnderTheirHash_Once()
    {
        var bytes = Encoding.UTF8.GetBytes("公报原文");

        var first = await Store.SaveAsync(new MemoryStream(bytes));
        var second = await Store.SaveAsync(new MemoryStream(bytes));

        Assert.Equal(first, second);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), first.Hash);
        Assert.Equal(bytes.Length, first.Length);
        await using var stored = Store.Open(first.Hash)!;
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Theory]
    [InlineData("../portal.db")]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("../../../../../../../../../../../../../../../../../../../etc/passwd")]
    public void Open_OfWhatIsNotThere_IsNull(string hash) => Assert.Null(Store.Open(hash));

    [Fact]
    public async Task Save_ThatBreaksOff_LeavesNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.SaveAsync(new BrokenStream()));

        Assert.Empty(Directory.GetFiles(Path.Combine(portal.DataFolder, "files", "incoming")));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection was lost.");
    }
}
