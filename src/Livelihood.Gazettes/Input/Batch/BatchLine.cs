using Livelihood.Gazettes.Import;

namespace Livelihood.Gazettes.Input.Batch;

/// <summary>What came of a file, or of one issue in it.</summary>
public enum BatchOutcome
{
    /// <summary>已导入.</summary>
    Imported,

    /// <summary>未变: it was imported before.</summary>
    Unchanged,

    /// <summary>没有导入: it was refused.</summary>
    Refused,
}

/// <summary>A line of a batch's report.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Message">In Chinese: why it was refused, what to look at; empty where there is nothing to say.</param>
public sealed record BatchLine(string File, BatchOutcome Outcome, string Message)
{
    /// <summary>As cited (2019年第6号), or null.</summary>
    public string? Citation { get; init; }

    /// <summary>The issue's address, or null.</summary>
    public string? Path { get; init; }

    /// <summary>How many documents it has.</summary>
    public int Documents { get; init; }

    /// <summary>How many serious doubts.</summary>
    public int Serious { get; init; }

    /// <summary>How many warnings.</summary>
    public int Warnings { get; init; }

    /// <summary>How many hints.</summary>
    public int Hints { get; init; }

    /// <summary>How many items were published.</summary>
    public int Published { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>All that the import found; null where nothing was imported. Large: not to be collected.</summary>
    public ImportReport? Report { get; init; }

    /// <summary>The outcome in words.</summary>
    public string OutcomeText => Outcome switch
    {
        BatchOutcome.Imported => "已导入",
        BatchOutcome.Unchanged => "未变",
        _ => "没有导入",
    };

    /// <summary>The line in words.</summary>
    public override string ToString() => Outcome == BatchOutcome.Refused
        ? $"{File}：没有导入。{Message}"
        : $"{File}：{OutcomeText}，{Citation}，{Documents}份文件，疑点{Serious + Warnings + Hints}个{(Serious > 0 ? $"（{Serious}个严重）" : "")}{(Published > 0 ? $"，发布{Published}项" : "")}。{Message}";
}

/// <summary>How far a batch is.</summary>
/// <param name="Done">Files done.</param>
/// <param name="Total">Files in all.</param>
/// <param name="What">The file, and the issue where it is known already.</param>
public sealed record BatchProgress(int Done, int Total, string What)
{
    /// <summary>In words: 第12个，共96个：1998年第3号.</summary>
    public override string ToString() => $"第{Math.Min(Done + 1, Total)}个，共{Total}个：{What}";
}

/// <summary>How to import a batch.</summary>
public sealed record BatchOptions
{
    /// <summary>Publish at once; else the results are drafts.</summary>
    public bool Publish { get; init; }

    /// <summary>See <see cref="ImportOptions.MayWrite"/>.</summary>
    public Func<Platform.Agencies.Agency, Task<bool>>? MayWrite { get; init; }

    /// <summary>When this work was begun first; what it imported before it broke off counts as imported, not as unchanged.</summary>
    public DateTimeOffset? BegunUtc { get; init; }

    /// <summary>Told of every file.</summary>
    public IProgress<BatchProgress>? Progress { get; init; }

    /// <summary>Told of every step within an issue.</summary>
    public IProgress<ImportProgress>? Steps { get; init; }
}
