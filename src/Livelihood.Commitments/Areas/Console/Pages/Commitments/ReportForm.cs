using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Livelihood.Commitments.Domain;

namespace Livelihood.Commitments.Areas.Console.Pages.Commitments;

/// <summary>What is typed into the form of a progress report.</summary>
public sealed class ReportForm
{
    /// <summary>The report's id, made when the form is opened: sent twice, it is entered once.</summary>
    public Guid Id { get; set; }

    [Required(ErrorMessage = "请填写截至日期。")]
    public DateOnly? AsOf { get; set; }

    [Required(ErrorMessage = "请用一两句话写明进展。")]
    [StringLength(2000, ErrorMessage = "进展说明不超过2000字。")]
    public string? Note { get; set; }

    public List<FigureForm> Figures { get; set; } = [];

    /// <summary>The report that this one corrects.</summary>
    public Guid? Corrects { get; set; }

    [StringLength(500, ErrorMessage = "更正原因不超过500字。")]
    public string? Reason { get; set; }

    /// <summary>What did not fit when the person last looked (<see cref="Fingerprint"/>); other findings are shown again.</summary>
    public string? Seen { get; set; }

    /// <summary>A short text that stands for just these findings.</summary>
    public static string Fingerprint(IEnumerable<ProgressFinding> findings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', findings.Select(f => f.Message)))));

    /// <summary>A form for a task, with a line for each target; the day is today, or the last of a year that is over.</summary>
    public static ReportForm For(CommitmentTask task, int year, DateOnly today) => new()
    {
        Id = Guid.CreateVersion7(),
        AsOf = today.Year > year ? new DateOnly(year, 12, 31) : today,
        Figures = [.. task.Targets.Select(t => new FigureForm { TargetId = t.Id, Unit = t.Unit })],
    };
}

/// <summary>What is typed for a target; without a quantity the target has no figure in this report.</summary>
public sealed class FigureForm
{
    public Guid TargetId { get; set; }

    [Range(typeof(decimal), "0", "999999999999", ErrorMessage = "完成数应当是零以上的数。")]
    public decimal? Quantity { get; set; }

    [StringLength(32, ErrorMessage = "单位不超过32字。")]
    public string? Unit { get; set; }

    [StringLength(32, ErrorMessage = "占比不超过32字。")]
    public string? StatedShare { get; set; }
}
