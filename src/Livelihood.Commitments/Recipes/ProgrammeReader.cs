using Livelihood.Commitments.Domain;
using Livelihood.Content.Recipes;
using Livelihood.Platform.Agencies;

namespace Livelihood.Commitments.Recipes;

/// <summary>Reads a programme as a recipe gives it. Agencies are named by code or by any name they have or had.</summary>
/// <param name="agencies">All agencies.</param>
/// <param name="now">When reports are entered.</param>
/// <param name="today">Today in China.</param>
internal sealed class ProgrammeReader(IReadOnlyList<Agency> agencies, DateTimeOffset now, DateOnly today)
{
    public Programme Read(RecipeElement item)
    {
        item.Only("Year", "Title", "Agency", "DocumentNumber", "FormedOn", "BulletinPath", "SourceNote", "Commitments");
        var year = item.Whole("Year");
        if (year is < 1949 or > 2999)
        {
            throw item.WrongAt("Year", $"年度不对：{year}。");
        }

        var programme = new Programme
        {
            Year = year,
            Title = item.Text("Title"),
            AgencyId = AgencyAt(item, "Agency", item.Text("Agency")).Id,
            DocumentNumber = item.OptionalText("DocumentNumber"),
            FormedOn = item.OptionalDate("FormedOn"),
            BulletinPath = item.OptionalText("BulletinPath"),
            SourceNote = item.OptionalText("SourceNote"),
        };
        foreach (var commitment in item.Items("Commitments"))
        {
            programme.Commitments.Add(CommitmentOf(commitment, programme));
        }

        Distinct(item, programme.Commitments.Select(c => c.Number), "Commitments 的 Number");
        return programme;
    }

    private Commitment CommitmentOf(RecipeElement item, Programme programme)
    {
        item.Only("Number", "Title", "Tasks");
        var commitment = new Commitment { ProgrammeId = programme.Id, Number = item.Whole("Number"), Title = item.Text("Title") };
        foreach (var task in item.Items("Tasks"))
        {
            commitment.Tasks.Add(TaskOf(task, commitment, programme));
        }

        Distinct(item, commitment.Tasks.Select(t => t.Number), "Tasks 的 Number");
        return commitment;
    }

    private CommitmentTask TaskOf(RecipeElement item, Commitment commitment, Programme programme)
    {
        item.Only("Number", "Summary", "LeadAgencies", "CooperatingAgencies", "Targets", "Reports");
        var task = new CommitmentTask { CommitmentId = commitment.Id, Number = item.Whole("Number"), Summary = item.Text("Summary") };
        AddAgencies(item, "LeadAgencies", TaskAgencyRole.Lead, task);
        AddAgencies(item, "CooperatingAgencies", TaskAgencyRole.Cooperating, task);
        if (!task.LeadAgencies.Any())
        {
            throw item.Wrong(null, "缺少 LeadAgencies：每项任务至少有一个主要责任单位。");
        }

        foreach (var target in item.Items("Targets"))
        {
            task.Targets.Add(TargetOf(target, task));
        }

        Distinct(item, task.Targets.Select(t => t.Name), "Targets 的 Name");
        foreach (var report in item.Items("Reports"))
        {
            task.Reports.Add(ReportOf(report, task, programme));
        }

        return task;
    }

    private void AddAgencies(RecipeElement item, string property, TaskAgencyRole role, CommitmentTask task)
    {
        var order = 0;
        foreach (var node in item.Entries(property))
        {
            var (id, name) = node is System.Text.Json.Nodes.JsonObject other
                ? (null, OtherName(item.Of(other)))
                : Named(item, property, order);
            task.Agencies.Add(new TaskAgency { TaskId = task.Id, Role = role, Order = order++, AgencyId = id, Name = name });
        }
    }

    private (string? Id, string Name) Named(RecipeElement item, string property, int index)
    {
        var node = item.Entries(property)[index];
        var text = node is System.Text.Json.Nodes.JsonValue value && value.TryGetValue(out string? name)
            ? name
            : throw item.Wrong(node ?? item.Json[property], "单位写作名称，或者写作 { \"Other\": \"名称\" }。");
        var agency = Find(text)
            ?? throw item.Wrong(node, $"没有编码或者名称为“{text}”的机关。不是机关的单位（企业、各县市区等）写作 {{ \"Other\": \"{text}\" }}。");
        return (agency.Id, agency.ShortName);
    }

    private static string OtherName(RecipeElement item)
    {
        item.Only("Other");
        return item.Text("Other");
    }

    private Target TargetOf(RecipeElement item, CommitmentTask task)
    {
        item.Only("Name", "Quantity", "Unit", "Measure", "Parts");
        var target = new Target
        {
            TaskId = task.Id,
            Number = task.Targets.Count + 1,
            Name = item.Text("Name"),
            Quantity = item.Number("Quantity"),
            Unit = item.Text("Unit"),
            Measure = MeasureOf(item),
        };
        if (target.Quantity <= 0)
        {
            throw item.WrongAt("Quantity", "目标应当大于零。");
        }

        foreach (var part in item.Items("Parts"))
        {
            part.Only("Agency", "Other", "Quantity");
            var agency = part.OptionalText("Agency") is { } named ? AgencyAt(part, "Agency", named) : null;
            target.Parts.Add(new TargetPart
            {
                TargetId = target.Id,
                AgencyId = agency?.Id,
                Name = agency?.ShortName ?? part.Text("Other"),
                Quantity = part.Number("Quantity"),
            });
        }

        return target;
    }

    private static TargetMeasure MeasureOf(RecipeElement item) => item.OptionalText("Measure") switch
    {
        null => TargetMeasure.Exactly,
        { } text when Enum.TryParse<TargetMeasure>(text, out var measure) && Enum.IsDefined(measure) => measure,
        { } text => throw item.WrongAt("Measure", $"Measure 应当是 Exactly（等于）、AtLeast（不少于）或 AtMost（不超过），现为“{text}”。"),
    };

    private ProgressReport ReportOf(RecipeElement item, CommitmentTask task, Programme programme)
    {
        item.Only("AsOf", "DayStated", "Note", "Agency", "Figures");
        var report = new ProgressReport
        {
            TaskId = task.Id,
            AsOf = item.Date("AsOf"),
            IsDayStated = item.Flag("DayStated", otherwise: true),
            Note = item.Text("Note"),
            AgencyId = item.OptionalText("Agency") is { } named
                ? AgencyAt(item, "Agency", named).Id
                : task.LeadAgencies.FirstOrDefault(a => a.AgencyId is not null)?.AgencyId ?? programme.AgencyId,
            RecordedUtc = now,
        };
        foreach (var figure in item.Items("Figures"))
        {
            figure.Only("Target", "Quantity", "Unit", "StatedShare");
            var name = figure.Text("Target");
            var target = task.Targets.Find(t => t.Name == name)
                ?? throw figure.WrongAt("Target", $"这项任务没有目标“{name}”。有：{string.Join("、", task.Targets.Select(t => t.Name))}。");
            report.Figures.Add(new ProgressFigure
            {
                ReportId = report.Id,
                TargetId = target.Id,
                Quantity = figure.Number("Quantity"),
                Unit = figure.OptionalText("Unit") ?? target.Unit,
                StatedShare = figure.OptionalText("StatedShare"),
            });
        }

        // Shares that do not follow are entered as they are reported and shown beside what follows; impossible figures are not.
        if (ProgressCheck.Of(task, report, today).FirstOrDefault(f => f.IsError) is { } impossible)
        {
            throw item.Wrong(null, impossible.Message);
        }

        return report;
    }

    private Agency AgencyAt(RecipeElement item, string property, string named)
        => Find(named) ?? throw item.WrongAt(property, $"没有编码或者名称为“{named}”的机关。请先用 Agencies 步骤登记。");

    private Agency? Find(string named)
        => agencies.FirstOrDefault(a => a.Id == named || a.Name == named || a.ShortName == named)
            ?? agencies.FirstOrDefault(a => a.FormerNames.Exists(f => f.Name == named || f.ShortName == named));

    private static void Distinct<T>(RecipeElement item, IEnumerable<T> values, string what)
        where T : notnull
    {
        if (values.CountBy(v => v).FirstOrDefault(v => v.Value > 1) is { Value: > 1 } twice)
        {
            throw item.Wrong(null, $"{what} 有两个“{twice.Key}”。");
        }
    }
}
