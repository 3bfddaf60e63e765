using System.Runtime.CompilerServices;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>One replay of a request's events: holds where the clock stands and refuses what a rule forbids.</summary>
internal sealed class ClockRun(DateOnly received, WorkingDayCalendar calendar)
{
    private readonly List<Consultation> _consultations = [];
    private readonly List<Restart> _restarts = [];
    private Extended? _extension;
    private Postponed? _postponed;
    private CorrectionAsked? _correction;
    private bool _corrected;
    private FeeNoticed? _fee;
    private bool _charged;

    /// <summary>
    /// Whether the next event was recorded earlier: it kept its time limits on the calendar of its day, and a changed
    /// calendar does not undo it (R-C3).
    /// </summary>
    public bool IsRecorded { get; set; }

    /// <summary>Day 0 of the run.</summary>
    private DateOnly Start => _restarts.Count == 0 ? received : _restarts[^1].On;

    public void Apply(ClockEvent happened)
    {
        Require(happened.On >= received, Rules.Order, $"{Wording.Day(happened.On)}的事项早于收到申请之日（{Wording.Day(received)}），请核对日期。");
        switch (happened)
        {
            case CorrectionAsked asked: Ask(asked); break;
            case CorrectionArrived arrived: Arrive(arrived); break;
            case Extended granted: Extend(granted); break;
            case Postponed later: Postpone(later); break;
            case ConsultationSent sent: Consult(sent); break;
            case ConsultationAnswered answered: Answer(answered); break;
            case FeeNoticed noticed: Notice(noticed); break;
            case FeePaid paid: Pay(paid); break;
            default: throw new ArgumentOutOfRangeException(nameof(happened), happened, "The clock does not know this event.");
        }
    }

    public Deadline Deadline()
    {
        var (start, suspensions) = (Start, Suspension.Of(_consultations));
        var (granted, later, history) = (_extension, _postponed, _restarts);
        return new Deadline(start, Due(), calendar, () => Derivation.Write(received, history, granted, later, suspensions, calendar));
    }

    private void Ask(CorrectionAsked asked)
    {
        Require(_correction is null, Rules.Correction, "补正只能一次性告知，本件已经告知过补正（《条例》第三十条）。");
        var last = IsRecorded ? asked.On : calendar.AddWorkingDays(received, ReplyClock.CorrectionLimit);
        Require(asked.On <= last, Rules.Correction, $"补正应当在收到申请之日起7个工作日内告知，最迟为{Wording.Day(last)}（《条例》第三十条）。");
        _correction = asked;
    }

    private void Arrive(CorrectionArrived arrived)
    {
        Require(_correction is not null, Rules.Order, "没有告知过补正，不能登记收到补正（《条例》第三十条）。");
        Require(!_corrected, Rules.Order, "补正的申请已经登记收到，不能再次重新起算（《条例》第三十条）。");
        _corrected = true;
        Begin(new(Start, arrived.On, Rules.Correction, _correction!.On, _extension, _postponed));
    }

    private void Extend(Extended granted)
    {
        Require(granted.WorkingDays is >= 1 and <= ReplyClock.ExtensionLimit, Rules.Extension, $"延长的期限最长不得超过20个工作日，至少1个工作日，填写的是{granted.WorkingDays}个（《条例》第三十三条第二款）。");
        Require(_extension is null, Rules.Extension, "答复期限已经延长过一次，不能再次延长（《条例》第三十三条第二款）。");
        Require(_postponed is null, Rules.Extension, "已经依照《条例》第三十五条确定延迟答复的日期，不能再延长。");
        var due = IsRecorded ? granted.On : Due();
        Require(granted.On <= due, Rules.Extension, $"答复期限已于{Wording.Day(due)}届满，届满后不能再延长（《条例》第三十三条第二款）。");
        _extension = granted;
    }

    private void Postpone(Postponed later)
    {
        Require(_postponed is null, Rules.Excess, "已经确定过延迟答复的日期，不能再次延迟（《条例》第三十五条）。");
        if (IsRecorded)
        {
            _postponed = later;
            return;
        }

        var due = Due();
        Require(later.On <= due, Rules.Excess, $"答复期限已于{Wording.Day(due)}届满，届满后不能再确定延迟答复的日期（《条例》第三十五条）。");

        // The last day is a working day, so a day off that moves on lies beyond it only if it did before.
        Require(later.Until > due, Rules.Excess, $"延迟答复的日期应当晚于现在的最迟答复日期（{Wording.Day(due)}）。");
        _postponed = later;
    }

    private void Consult(ConsultationSent sent)
    {
        Require(sent.Delivered is null || sent.Delivered >= sent.On, Rules.Order, $"征求意见书的送达日期早于发出日期（{Wording.Day(sent.On)}），请核对日期。");
        Require(_consultations.TrueForAll(other => other.Sent.Id != sent.Id), Rules.Order, $"编号“{sent.Id}”的征求意见书已经登记过，请换一个编号。");
        _consultations.Add(new(sent, calendar.AddWorkingDays(sent.Delivered ?? sent.On, ReplyClock.ConsultationLimit), Answered: null));
    }

    private void Answer(ConsultationAnswered answered)
    {
        var index = _consultations.FindIndex(open => open.Sent.Id == answered.Id);
        Require(index >= 0, Rules.Order, $"没有发出过编号“{answered.Id}”的征求意见书，不能登记收到意见。");
        Require(_consultations[index].Answered is null, Rules.Order, $"编号“{answered.Id}”的征求意见书已经登记过意见。");
        _consultations[index] = _consultations[index] with { Answered = answered.On, IsPartial = Consents.Of(answered) == Consent.Partial };
    }

    private void Notice(FeeNoticed noticed)
    {
        Require(_fee is null, Rules.Fee, "收费通知已经发出，尚未缴费，不能再次通知（国办函〔2020〕109号）。");
        Require(IsRecorded || !_charged, Rules.Fee, "本件已经通知过缴费；按件计收和按量计收不能同时使用，一件申请只通知一次（国办函〔2020〕109号）。");
        Require(noticed.Delivered is null || noticed.Delivered >= noticed.On, Rules.Order, $"收费通知的送达日期早于发出日期（{Wording.Day(noticed.On)}），请核对日期。");
        var due = IsRecorded ? noticed.On : Due();
        Require(noticed.On <= due, Rules.Fee, $"收费通知应当在办理期限内发出，期限已于{Wording.Day(due)}届满（国办函〔2020〕109号）。");
        (_fee, _charged) = (noticed, true);
    }

    private void Pay(FeePaid paid)
    {
        Require(_fee is not null, Rules.Order, "没有未缴费的收费通知，不能登记缴费（国办函〔2020〕109号）。");
        var last = IsRecorded ? paid.On : calendar.AddWorkingDays(_fee!.Delivered ?? _fee.On, ReplyClock.PaymentLimit);
        Require(paid.On <= last, Rules.Fee, $"缴费期限已于{Wording.Day(last)}届满，逾期未缴费视为放弃申请（国办函〔2020〕109号）。");
        Begin(new(Start, paid.On, Rules.Fee, _fee!.On, _extension, _postponed));
        _fee = null;
    }

    private void Begin(Restart restart)
    {
        _restarts.Add(restart);
        (_extension, _postponed) = (null, null);
    }

    /// <summary>The last day by the count, or the later date that was set, whichever comes later.</summary>
    private DateOnly Due()
    {
        var counted = Counting.Walk(Start, _extension?.WorkingDays ?? 0, Suspension.Of(_consultations), calendar, into: null);
        return _postponed is { } later && calendar.WorkingDayOnOrAfter(later.Until) is var set && set > counted ? set : counted;
    }

    private static void Require(bool holds, string rule, [InterpolatedStringHandlerArgument(nameof(holds))] ref Refusal otherwise)
    {
        if (!holds)
        {
            throw new DisclosureRuleException(rule, otherwise.Text);
        }
    }

    private static void Require(bool holds, string rule, string otherwise)
    {
        if (!holds)
        {
            throw new DisclosureRuleException(rule, otherwise);
        }
    }

    /// <summary>A sentence that is written only where something is refused: a changed calendar replays every event of a register.</summary>
    [InterpolatedStringHandler]
    private ref struct Refusal
    {
        private DefaultInterpolatedStringHandler _text;

        public Refusal(int literalLength, int formattedCount, bool holds, out bool isWritten)
        {
            isWritten = !holds;
            _text = isWritten ? new(literalLength, formattedCount) : default;
        }

        public string Text => _text.ToStringAndClear();

        public void AppendLiteral(string text) => _text.AppendLiteral(text);

        public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);
    }
}

/// <summary>The clock began anew.</summary>
/// <param name="From">Day 0 before.</param>
/// <param name="On">Day 0 from now on.</param>
/// <param name="Rule">R-30 or R-FEE.</param>
/// <param name="Opened">The day of the letter that led to it.</param>
/// <param name="Lapsed">The extension that lapsed with it, if there was one.</param>
/// <param name="Postponed">The later date that lapsed with it, if there was one.</param>
internal sealed record Restart(DateOnly From, DateOnly On, string Rule, DateOnly Opened, Extended? Lapsed, Postponed? Postponed);
