using Livelihood.Gazettes.Domain;
using Livelihood.Platform.Data;

namespace Livelihood.Gazettes.Import;

/// <summary>A doubt that the reading of an issue left, for the editor who decides it.</summary>
[Unaudited("The doubts follow from an import, which is audited with their number.")]
public sealed class GazetteDoubt
{
    /// <summary>The row.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The issue's item.</summary>
    public required string IssueId { get; init; }

    /// <summary>The place in the list, from 0.</summary>
    public int Order { get; init; }

    /// <summary>Which kind.</summary>
    public DoubtCode Code { get; init; }

    /// <summary>How much it weighs.</summary>
    public DoubtSeverity Severity { get; init; }

    /// <summary>In Chinese: what was found, and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>The lines of the source, such as <c>16-17,440-442</c>; empty where it is about what is absent.</summary>
    public required string Lines { get; init; }

    /// <summary>When somebody published knowing of it; null while it is open.</summary>
    public DateTimeOffset? AcknowledgedUtc { get; set; }

    /// <summary>What whoever decided it said; null while nobody has.</summary>
    public string? Decision { get; init; }

    /// <summary>Whether nobody has decided it, nor published knowing of it.</summary>
    public bool IsOpen => AcknowledgedUtc is null && Decision is null;

    /// <summary>The lines as spans.</summary>
    public IEnumerable<LineSpan> Spans() => Lines.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(s => s.Split('-')).Select(s => new LineSpan(int.Parse(s[0]), int.Parse(s[1])));

    /// <summary>A row for <paramref name="doubt"/>.</summary>
    public static GazetteDoubt From(string issueId, int order, Doubt doubt, string? decision = null) => new()
    {
        IssueId = issueId,
        Order = order,
        Code = doubt.Code,
        Severity = doubt.Severity,
        Decision = decision,
        Message = doubt.Message,
        Lines = string.Join(',', doubt.Lines.Select(l => $"{l.First}-{l.Last}")),
    };
}
