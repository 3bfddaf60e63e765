using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>Writes how a reply deadline was computed: the one text that everybody is shown.</summary>
internal sealed class Derivation(WorkingDayCalendar calendar)
{
    private readonly List<DerivationStep> _steps = [];

    public static IReadOnlyList<DerivationStep> Write(
        DateOnly received,
        IReadOnlyList<Restart> restarts,
        Extended? extension,
        Postponed? later,
        List<Suspension> suspensions,
        WorkingDayCalendar calendar)
    {
        var text = new Derivation(calendar);
        text.Begin(received, "收到申请当日", $"{Wording.Day(received)}收到申请，当日不计入期限，从下一个工作日起算（《条例》第三十一条、第三十三条第二款）。");
        foreach (var restart in restarts)
        {
            text.Begin(restart);
        }

        var stretches = new List<Stretch>();
        var start = restarts.Count == 0 ? received : restarts[^1].On;
        var due = Counting.Walk(start, extension?.WorkingDays ?? 0, suspensions, calendar, stretches);
        foreach (var stretch in stretches)
        {
            text.Add(stretch, extension);
        }

        text.End(later is null ? due : text.Add(later, due));
        return text._steps;
    }

    /// <summary>A limit of working days without restarts or suspensions.</summary>
    public static IReadOnlyList<DerivationStep> Write(DateOnly start, string opening, DateOnly due, int limit, string rule, string basis, WorkingDayCalendar calendar)
    {
        var text = new Derivation(calendar);
        text.Begin(start, "起算当日", opening);
        var stretch = new Stretch(StretchKind.Reply, start, due, limit, limit);
        var (left, counted) = text.Count(stretch);
        text._steps.Add(new(start.AddDays(1), due, limit, left, rule, $"{counted}；{basis}"));
        text.End(due);
        return text._steps;
    }

    private void Begin(DateOnly start, string why, string text) =>
        _steps.Add(new(start, start, 0, [new(start, why)], Rules.DayZero, text));

    private void Begin(Restart restart)
    {
        var (opened, on) = (Wording.Day(restart.Opened), Wording.DayWithin(restart.On, restart.Opened.Year));
        var text = restart.Rule == Rules.Correction
            ? $"{opened}告知补正，{on}收到补正的申请；答复期限自收到补正之日起重新计算，此前的日子不再计入（《条例》第三十条）。"
            : $"{opened}通知缴纳信息处理费，{on}缴费；答复期限自缴费之日起重新计算，此前的日子不再计入（国办函〔2020〕109号）。";
        if (restart.Lapsed is { } lapsed)
        {
            text += $"{Wording.Day(lapsed.On)}同意的延期随之失效。";
        }

        if (restart.Postponed is { } postponed)
        {
            text += $"{Wording.Day(postponed.On)}确定的延迟答复日期随之失效。";
        }

        var from = restart.From.AddDays(1);
        if (from > restart.On)
        {
            AppendToLast(text); // the clock begins anew on its own day 0: no day to show, but it happened
            return;
        }

        var left = new List<LeftOut>(restart.On.DayNumber - restart.From.DayNumber);
        for (var day = from; day <= restart.On; day = day.AddDays(1))
        {
            left.Add(new(day, day == restart.On ? "重新起算当日" : "重新起算之前"));
        }

        _steps.Add(new(from, restart.On, 0, left, restart.Rule, text));
    }

    private void Add(Stretch stretch, Extended? extension)
    {
        var (from, to) = (stretch.After.AddDays(1), stretch.Through);
        var (left, counted) = Count(stretch);
        _steps.Add(stretch.Kind switch
        {
            StretchKind.Suspended => new(from, to, 0, left, RuleOf(stretch.Suspension!), Explain(stretch, from, to)),
            StretchKind.Reply => new(from, to, stretch.Counted, left, Rules.Reply,
                $"{counted}，累计{stretch.Total}个；答复期限为{ReplyClock.ReplyLimit}个工作日（《条例》第三十三条第二款）。"),
            _ => new(from, to, stretch.Counted, left, Rules.Extension,
                $"{counted}，延长部分累计{stretch.Total}个；{Wording.Day(extension!.On)}经政府信息公开工作机构负责人同意，延长{extension.WorkingDays}个工作日（《条例》第三十三条第二款）。"),
        });
    }

    /// <summary>The days up to the later date that was set (R-35). Returns the last day.</summary>
    private DateOnly Add(Postponed later, DateOnly counted)
    {
        var (set, moved) = (calendar.WorkingDayOnOrAfter(later.Until), calendar.IsWorkingDay(later.Until) ? "" : $"，{Wording.Day(later.Until)}是休息日，顺延");
        var told = $"{Wording.Day(later.On)}根据申请人说明的理由，确定延迟至{Wording.Day(later.Until)}答复（《条例》第三十五条）";
        if (set <= counted)
        {
            AppendToLast($"{told}，早于按工作日计算的最后一天，以后一个日期为准。");
            return counted;
        }

        var stretch = new Stretch(StretchKind.Extension, counted, set, calendar.CountWorkingDays(counted, set), 0);
        _steps.Add(new(counted.AddDays(1), set, stretch.Counted, Count(stretch).Left, Rules.Excess, $"{told}{moved}。"));
        return set;
    }

    private (List<LeftOut> Left, string Counted) Count(Stretch stretch)
    {
        var from = stretch.After.AddDays(1);
        var (left, makeUp) = (new List<LeftOut>(), new List<DateOnly>());
        for (var day = from; day <= stretch.Through; day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day))
            {
                left.Add(new(day, calendar.Why(day)));
            }
            else if (stretch.Suspension is { } suspension)
            {
                left.Add(new(day, Names(suspension, day)));
            }
            else if (calendar.IsMakeUpWorkingDay(day))
            {
                makeUp.Add(day);
            }
        }

        var worked = makeUp.Count == 0 ? "" : $"（含调休上班的{string.Join('、', makeUp.Select(day => Wording.DayWithin(day, from.Year)))}）";
        return (left, $"{Wording.Range(from, stretch.Through)}计{stretch.Counted}个工作日{worked}");
    }

    private static string Names(Suspension suspension, DateOnly day) => string.Join('、', suspension.Consultations
        .Where(consultation => day > consultation.Sent.On && day <= consultation.SuspendedThrough)
        .Select(consultation => consultation.Name)
        .Distinct(StringComparer.Ordinal));

    private static string RuleOf(Suspension suspension)
    {
        var rules = suspension.Consultations.Select(consultation => consultation.Rule).Distinct(StringComparer.Ordinal).ToList();
        return rules.Count == 1 ? rules[0] : Rules.Suspension;
    }

    private static string Explain(Stretch stretch, DateOnly from, DateOnly to)
    {
        var consultations = stretch.Suspension!.Consultations;
        var articles = string.Join('、', consultations.Select(consultation => consultation.Article).Distinct(StringComparer.Ordinal));
        return $"{string.Join('；', consultations.Select(Tell))}；{Wording.Range(from, to)}不计入期限（《条例》{articles}、第三十三条第三款）。";
    }

    private static string Tell(Consultation consultation)
    {
        var (sent, year) = (consultation.Sent, consultation.Sent.On.Year);
        var delivered = sent.Delivered is { } day && day != sent.On ? $"，{Wording.DayWithin(day, year)}送达" : "";
        var answered = consultation.Answered is { } answer && answer <= consultation.LastDay
            ? $"，{Wording.DayWithin(answer, year)}收到意见{(consultation.IsPartial ? "（部分同意）" : "")}"
            : $"，{ReplyClock.ConsultationLimit}个工作日至{Wording.DayWithin(consultation.LastDay, year)}届满";
        return $"{Wording.Day(sent.On)}发出{consultation.Name}书{delivered}{answered}";
    }

    private void End(DateOnly due) => AppendToLast(calendar.IsProvisional(due)
        ? $"期限至{Wording.Day(due)}届满；{calendar.ConfirmedThrough + 1}年的放假安排尚未公布，此日期为暂定。"
        : $"期限至{Wording.Day(due)}届满。");

    private void AppendToLast(string text) => _steps[^1] = _steps[^1] with { Text = _steps[^1].Text + text };
}
