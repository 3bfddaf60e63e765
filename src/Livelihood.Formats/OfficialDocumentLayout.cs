namespace Livelihood.Formats;

/// <summary>
/// What stands on the sheets of an official document (GB/T 9704-2012). What is left out is not printed, so that letters
/// and gazettes can be printed too.
/// </summary>
public sealed record OfficialDocumentLayout
{
    /// <summary>标题; a line feed parts it where its meaning does.</summary>
    public required string Title { get; init; }

    /// <summary>发文机关, for the red mark at the head; none: no head.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>发文字号, with 〔〕.</summary>
    public string? Number { get; init; }

    /// <summary>签发人, on documents to a superior.</summary>
    public string? Signatory { get; init; }

    /// <summary>主送机关; left out where the text begins with them.</summary>
    public string? Addressees { get; init; }

    /// <summary>正文, in the portal's Markdown.</summary>
    public required string Markdown { get; init; }

    /// <summary>附件说明: the names of the annexes.</summary>
    public IReadOnlyList<string> Annexes { get; init; } = [];

    /// <summary>发文机关署名; left out where the text ends with it.</summary>
    public string? Signature { get; init; }

    /// <summary>Whether a seal is put on signature and date by hand, so that room is left above them; printed pages always have it.</summary>
    public bool LeavesRoomForSeal { get; init; }

    /// <summary>成文日期, printed under the signature.</summary>
    public DateOnly? FormedOn { get; init; }

    /// <summary>附注, printed in brackets.</summary>
    public string? Note { get; init; }

    /// <summary>抄送机关.</summary>
    public string? CopiedTo { get; init; }

    /// <summary>印发机关.</summary>
    public string? PrintedBy { get; init; }

    /// <summary>印发日期.</summary>
    public DateOnly? PrintedOn { get; init; }

    /// <summary>Where links that begin at the portal's root lead from; null: such links become plain text.</summary>
    public Uri? Portal { get; init; }

    /// <summary>The bytes of pictures by their address in the Markdown; what is missing is shown by its description.</summary>
    public IReadOnlyDictionary<string, byte[]> Pictures { get; init; } = new Dictionary<string, byte[]>();
}
