namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>A document begins at a line; what stood before it stays with the document before.</summary>
/// <param name="Line">Its first line.</param>
/// <param name="Entry">The entry of the contents that is its, by line; 0 for none.</param>
public sealed record SplitDocument(int Line, int Entry = 0) : IssueEdit
{
    /// <inheritdoc />
    public override string Text => $"在第{Line}行处拆出一份文件";
}

/// <summary>A document becomes the end of the one before it.</summary>
/// <param name="Line">The document.</param>
public sealed record JoinDocument(int Line) : IssueEdit
{
    /// <inheritdoc />
    public override string Text => $"第{Line}行的文件并入前一份";
}

/// <summary>What of a document's record an editor can set.</summary>
public enum DocumentField
{
    /// <summary>题名.</summary>
    Title,

    /// <summary>发文字号.</summary>
    Number,

    /// <summary>成文日期.</summary>
    FormedOn,

    /// <summary>施行日期.</summary>
    EffectiveOn,

    /// <summary>主送机关.</summary>
    Addressees,

    /// <summary>发文机关署名, parted by 、 or line feeds.</summary>
    Signature,
}

/// <summary>Sets a field of a document's record; the text stays as printed.</summary>
/// <param name="Line">The document.</param>
/// <param name="Field">Which field.</param>
/// <param name="Value">The value as typed; empty for none.</param>
public sealed record SetField(int Line, DocumentField Field, string Value) : ValueEdit(Value)
{
    /// <inheritdoc />
    public override string Name => $"第{Line}行的文件的{Word(Field)}";

    /// <summary>The field's name in Chinese.</summary>
    public static string Word(DocumentField field) => field switch
    {
        DocumentField.Title => "题名",
        DocumentField.Number => "发文字号",
        DocumentField.FormedOn => "成文日期",
        DocumentField.EffectiveOn => "施行日期",
        DocumentField.Addressees => "主送机关",
        _ => "署名",
    };
}
