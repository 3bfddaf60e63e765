using System.Text;
using Livelihood.Gazettes.Domain;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

public sealed class GazetteTextTests
{
    private const string Text = "云岭市人民政府公报\n第6号（总第161号）〇㐂";

    public static TheoryData<byte[]> Encodings()
    {
        Encoding[] marked = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];
        return new([.. marked.Select(e => (byte[])[.. e.GetPreamble(), .. e.GetBytes(Text)]), Encoding.UTF8.GetBytes(Text), SampleIssues.Gb18030(Text)]);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void TryDecode_KnownEncodings_GiveTheSameText(byte[] bytes)
    {
        Assert.True(GazetteText.TryDecode(bytes, out var text, out _));
        Assert.Equal(Text, text);
    }

    public static TheoryData<byte[], UnreadableReason> Refused() => new()
    {
        { [], UnreadableReason.Empty },
        { "  \n\t"u8.ToArray(), UnreadableReason.Empty },
        { [.. Encoding.UTF8.GetPreamble()], UnreadableReason.Empty },
        { "%PDF-1.7 …"u8.ToArray(), UnreadableReason.Binary },
        { [0x50, 0x4B, 0x03, 0x04, 1, 2], UnreadableReason.Binary },
        { [0x41, 0, 0x42, 0], UnreadableReason.Binary },
        { [1, 2, 3, 4, 5, 6, 7, 8, 14, 15], UnreadableReason.Binary },
        { [0x41, 0xFF, 0xFF, 0xFF], UnreadableReason.UnknownEncoding },
        { [0xEF, 0xBB, 0xBF, 0xC3], UnreadableReason.UnknownEncoding },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void TryDecode_NoText_IsRefusedInChinese(byte[] bytes, UnreadableReason reason)
    {
        Assert.False(GazetteText.TryDecode(bytes, out _, out var refusal));
        Assert.Equal(reason, refusal.Reason);
        Assert.EndsWith("。", refusal.Message);
    }
}
