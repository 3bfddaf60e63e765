namespace Livelihood.Commitments.Domain;

/// <summary>A year's list of livelihood commitments (重点民生实事) of one government.</summary>
public sealed class Programme
{
    /// <summary>Row id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The calendar year; there is one programme a year.</summary>
    public int Year { get; init; }

    /// <summary>As named in its document.</summary>
    public string Title { get; set; } = "";

    /// <summary>The agency that issued it.</summary>
    public string AgencyId { get; set; } = "";

    /// <summary>The number of the document it stands in; null where there is none at hand.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>When that document was formed; null where it is not known.</summary>
    public DateOnly? FormedOn { get; set; }

    /// <summary>The path on the portal of the newest progress bulletin; null where there is none.</summary>
    public string? BulletinPath { get; set; }

    /// <summary>What a reader must know about where the content comes from; null where there is nothing to say.</summary>
    public string? SourceNote { get; set; }

    /// <summary>Rises with each change, so that no edit is lost.</summary>
    public int Revision { get; set; }

    /// <summary>The commitments, by number.</summary>
    public List<Commitment> Commitments { get; } = [];
}

/// <summary>One commitment of a year: 一、…, with one or more tasks.</summary>
public sealed class Commitment
{
    /// <summary>Row id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The programme it belongs to.</summary>
    public Guid ProgrammeId { get; init; }

    /// <summary>1 for 一、 and so on.</summary>
    public int Number { get; init; }

    /// <summary>A short title.</summary>
    public string Title { get; set; } = "";

    /// <summary>The tasks, by number.</summary>
    public List<CommitmentTask> Tasks { get; } = [];
}

/// <summary>A task of a commitment (工作任务), with its targets, its agencies and what has been reported on it.</summary>
public sealed class CommitmentTask
{
    /// <summary>Row id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The commitment it belongs to.</summary>
    public Guid CommitmentId { get; init; }

    /// <summary>1 where the commitment has a single task.</summary>
    public int Number { get; init; }

    /// <summary>What is to be done, shortly.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Lead and cooperating agencies, in the order of the document.</summary>
    public List<TaskAgency> Agencies { get; } = [];

    /// <summary>The quantified targets; some tasks have none.</summary>
    public List<Target> Targets { get; } = [];

    /// <summary>Everything reported, oldest first; what was corrected later stays.</summary>
    public List<ProgressReport> Reports { get; } = [];

    /// <summary>The agencies that answer for the task (主要责任单位).</summary>
    public IEnumerable<TaskAgency> LeadAgencies => Agencies.Where(a => a.Role == TaskAgencyRole.Lead).OrderBy(a => a.Order);

    /// <summary>The agencies that cooperate (相关责任单位).</summary>
    public IEnumerable<TaskAgency> CooperatingAgencies => Agencies.Where(a => a.Role == TaskAgencyRole.Cooperating).OrderBy(a => a.Order);

    /// <summary>Reports that no later one corrects, oldest first.</summary>
    public IEnumerable<ProgressReport> StandingReports
        => Reports.Where(r => !Reports.Exists(other => other.CorrectsId == r.Id)).OrderBy(r => r.AsOf).ThenBy(r => r.RecordedUtc);
}

/// <summary>Lead or cooperating.</summary>
public enum TaskAgencyRole
{
    /// <summary>主要责任单位，牵头部门</summary>
    Lead = 0,

    /// <summary>相关责任单位，配合部门</summary>
    Cooperating = 1,
}

/// <summary>An agency's part in a task. Companies and groups such as 各县（市、区）政府 are named without being agencies of the portal.</summary>
public sealed class TaskAgency
{
    /// <summary>Row id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The task.</summary>
    public Guid TaskId { get; init; }

    /// <summary>Lead or cooperating.</summary>
    public TaskAgencyRole Role { get; init; }

    /// <summary>Position among those of the same role, from 0.</summary>
    public int Order { get; init; }

    /// <summary>The agency's code; null for a body that is none of the portal's agencies.</summary>
    public string? AgencyId { get; init; }

    /// <summary>The name shown.</summary>
    public string Name { get; init; } = "";
}
