namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>A block ends before a line, and another begins there.</summary>
/// <param name="Line">The first line of the second one.</param>
public sealed record SplitBlock(int Line) : IssueEdit
{
    /// <inheritdoc />
    public override string Text => $"在第{Line}行处断开";
}

/// <summary>All blocks of these lines become one, of the first one's kind.</summary>
/// <param name="First">First line.</param>
/// <param name="Last">Last line.</param>
public sealed record JoinBlocks(int First, int Last) : IssueEdit
{
    /// <inheritdoc />
    public override string Text => $"{new LineSpan(First, Last)}并成一段";
}

/// <summary>
/// These lines are of a kind. Paragraphs, headings, articles and items keep the parts in which they stand; of every other kind
/// they become one block. Furniture and lines outside the documents become text by this.
/// </summary>
/// <param name="First">First line.</param>
/// <param name="Last">Last line.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Level">Of a heading 1 to 5; of a table 1 where its first row names the columns.</param>
public sealed record MarkLines(int First, int Last, BlockKind Kind, int Level = 0) : IssueEdit
{
    /// <inheritdoc />
    public override string Text => $"{new LineSpan(First, Last)}标为{Word(Kind, Level)}";

    /// <summary>A kind's name in Chinese.</summary>
    public static string Word(BlockKind kind, int level = 0) => kind switch
    {
        BlockKind.Title => "题名",
        BlockKind.Subtitle => "副题",
        BlockKind.Number => "发文字号",
        BlockKind.Addressees => "主送机关",
        BlockKind.Heading => level > 0 ? $"{level}级标题" : "标题",
        BlockKind.Article => "条",
        BlockKind.ListItem => "列表项",
        BlockKind.Lines => "逐行排列",
        BlockKind.Table => level > 0 ? "表格（首行是表头）" : "表格",
        BlockKind.Signature => "署名",
        BlockKind.FormedOn => "成文日期",
        BlockKind.Annex => "附件",
        BlockKind.AttachedTitle => "所附文本的题名",
        _ => "段落",
    };
}

/// <summary>These lines are furniture of the page: page numbers, running heads. They stay listed.</summary>
/// <param name="First">First line.</param>
/// <param name="Last">Last line.</param>
public sealed record MarkFurniture(int First, int Last) : IssueEdit
{
    /// <inheritdoc />
    public override string Text => $"{new LineSpan(First, Last)}标为版面杂项";
}

/// <summary>A line reads otherwise in print than in the source: an unreadable character, a misread one. The source stays.</summary>
/// <param name="Line">The line.</param>
/// <param name="Value">What it says in print.</param>
public sealed record CorrectLine(int Line, string Value) : ValueEdit(Value)
{
    /// <inheritdoc />
    public override string Name => $"第{Line}行的文字";
}
