using Livelihood.Platform.Data;

namespace Livelihood.Platform.Work;

/// <summary>Where a piece of long work stands.</summary>
public enum WorkState
{
    /// <summary>等待.</summary>
    Waiting,

    /// <summary>进行中.</summary>
    Running,

    /// <summary>完成.</summary>
    Done,

    /// <summary>没有完成: it stopped at a fault.</summary>
    Failed,

    /// <summary>已停止: the person stopped it.</summary>
    Cancelled,
}

/// <summary>
/// A piece of work that takes longer than a page may: it goes on when the person leaves, and after a restart. Its start is
/// audited, and so is what it does; the row only tells how far it is.
/// </summary>
[Unaudited("Progress; the start of the work and what it changes are audited.")]
public sealed class WorkItem
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Which handler does it.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is, in Chinese.</summary>
    public required string Title { get; init; }

    /// <summary>Whose it is; only they see it.</summary>
    public Guid AccountId { get; init; }

    /// <summary>What the handler needs to know, as JSON.</summary>
    public required string Input { get; init; }

    /// <summary>Where it stands.</summary>
    public WorkState State { get; set; }

    /// <summary>How many parts are done.</summary>
    public int Done { get; set; }

    /// <summary>How many parts there are; 0 while nobody knows.</summary>
    public int Total { get; set; }

    /// <summary>What is being done, or why it failed; in Chinese.</summary>
    public string Message { get; set; } = "";

    /// <summary>What came of the parts, a line each, in Chinese; the last <see cref="MaxLines"/>.</summary>
    public List<string> Lines { get; set; } = [];

    /// <summary>The file that it made, in the file store; or null.</summary>
    public string? FileHash { get; set; }

    /// <summary>The file's name for the download.</summary>
    public string? FileName { get; set; }

    /// <summary>Where to go on afterwards, such as <c>/console/content</c>; or null.</summary>
    public string? Next { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>When it last said that it is alive.</summary>
    public DateTimeOffset? AliveUtc { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedUtc { get; set; }

    /// <summary>How often it was begun; a crash begins it again.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the person asked it to stop.</summary>
    public bool StopAsked { get; set; }

    /// <summary>How many lines are kept.</summary>
    public const int MaxLines = 500;

    /// <summary>Whether there is still something to wait for.</summary>
    public bool IsUnderWay => State is WorkState.Waiting or WorkState.Running;

    /// <summary>The state in words.</summary>
    public string StateText => State switch
    {
        WorkState.Waiting => "等待中",
        WorkState.Running => "进行中",
        WorkState.Done => "已完成",
        WorkState.Failed => "没有完成",
        _ => "已停止",
    };
}
