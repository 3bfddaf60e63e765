using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Livelihood.TestSupport;

/// <summary>
/// An authenticator of software that answers what the portal asks of a passkey (WebAuthn, ES256, no attestation), so that
/// tests can also answer wrongly.
/// </summary>
public sealed class SoftPasskey(Uri portal) : IDisposable
{
    private const byte UserPresent = 0x01, UserVerified = 0x04, HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _userHandle = "";
    private uint _count;

    /// <summary>The site that the browser says it is on.</summary>
    public string Origin { get; init; } = portal.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether the device asked for a finger, a face or a PIN.</summary>
    public bool IsVerifying { get; set; } = true;

    /// <summary>Makes the passkey: what <c>navigator.credentials.create</c> gives for the portal's options.</summary>
    public string Create(string options)
    {
        using var asked = JsonDocument.Parse(options);
        _userHandle = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] key = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
        byte[] data = [.. AuthenticatorData(HasCredential), .. new byte[16], 0, (byte)_id.Length, .. _id, .. key];
        byte[] attestation =
        [
            0xa3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xa0, .. Text("authData"), 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data,
        ];
        return Credential(new { clientDataJSON = Write(ClientData("webauthn.create", asked)), attestationObject = Write(attestation), transports = new[] { "internal" } });
    }

    /// <summary>Uses it: what <c>navigator.credentials.get</c> gives for the portal's options.</summary>
    public string Get(string options)
    {
        using var asked = JsonDocument.Parse(options);
        _count++;
        var (client, data) = (ClientData("webauthn.get", asked), AuthenticatorData(flags: 0));
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Write(client), authenticatorData = Write(data), signature = Write(signature), userHandle = _userHandle });
    }

    public void Dispose() => _key.Dispose();

    private byte[] AuthenticatorData(byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, _count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(portal.Host)), (byte)(flags | UserPresent | (IsVerifying ? UserVerified : 0)), .. count];
    }

    private byte[] ClientData(string type, JsonDocument asked) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = asked.RootElement.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });

    private string Credential(object response) => JsonSerializer.Serialize(
        new { id = Write(_id), rawId = Write(_id), type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response });

    private static string Write(byte[] bytes) => Base64Url.EncodeToString(bytes);

    // A short text in CBOR.
    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];
}
