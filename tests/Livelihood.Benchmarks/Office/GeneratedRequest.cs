using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Fees;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Calendar;

namespace Livelihood.Benchmarks.Office;

/// <summary>
/// A request of the generated register, the same in every run: who asks, for what, and what happened to it until today.
/// Days are spread over the years since the Regulation, so that every size has as many years; one in two hundred was never
/// answered; some questions are asked by very many, and some people ask very often.
/// </summary>
internal sealed class GeneratedRequest
{
    private static readonly DateOnly s_first = new(2019, 5, 15);
    private static readonly string[] s_places = ["东河", "西岭", "南湾", "北坪", "青石", "白杨", "红崖", "黑水", "高店", "低塬", "上川", "下庄", "前营", "后沟", "大槐", "小泉"];
    private static readonly string[] s_matters = ["征地补偿方案", "环境影响评价文件", "供水改造合同", "小学建设规划", "道路养护经费", "低保审批流程", "公交线路调整", "污水处理监测", "应急预案", "绿化工程验收", "租金补贴名册", "食品抽检结果"];
    private static readonly string[] s_reasons = ["档案在外地", "涉及几个科室"];

    private readonly Random _chance;

    /// <summary>Makes it.</summary>
    /// <param name="index">Which one, from 0.</param>
    /// <param name="today">Nothing happens after it.</param>
    public GeneratedRequest(int index, DateOnly today)
    {
        Index = index;
        _chance = new(index + 1);
        var days = today.DayNumber - s_first.DayNumber + 1;
        On = s_first.AddDays((int)(index * 2654435761L % days)); // every size has every day
        Channel = Chance(60) ? Channel.Internet : Channels.Intake[_chance.Next(Channels.Intake.Count)].Channel;
        Requester = Who();
        Wanted = What();
    }

    /// <summary>Which one.</summary>
    public int Index { get; }

    /// <summary>The day on which it came.</summary>
    public DateOnly On { get; }

    public Channel Channel { get; }

    public Requester Requester { get; }

    public WantedInformation Wanted { get; }

    /// <summary>What happened until today.</summary>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="today">The last day.</param>
    /// <param name="handler">The account responsible.</param>
    /// <param name="head">The account of the head.</param>
    public IEnumerable<RequestEvent> Events(WorkingDayCalendar calendar, DateOnly today, string handler, string head) =>
        Life(calendar, handler, head).TakeWhile(happened => happened.On <= today);

    private IEnumerable<RequestEvent> Life(WorkingDayCalendar calendar, string handler, string head)
    {
        var day = On;
        yield return new Submitted(day, Channel);
        if (Receipt.On(Channel, day, confirmed: null) is null)
        {
            Go(0, 1);
            yield return new Confirmed(day);
        }

        if (!Chance(3))
        {
            yield return new Assigned(day, handler, head);
        }

        if (Chance(1) && Chance(50))
        {
            yield break; // forgotten
        }

        if (Chance(12))
        {
            Go(1, 5);
            yield return new CorrectionAsked(day, calendar.AddWorkingDays(day, 10), "请写明年份");
            var came = Chance(70);
            Go(came ? 1 : 11, came ? 9 : 14);
            yield return came ? new CorrectionArrived(day, "以年度为准") : new CorrectionLapsed(day);
            if (!came)
            {
                yield break;
            }
        }

        if (Chance(4))
        {
            Go(1, 4);
            yield return new FeeNoticed(day, Fee: new(FeeBasis.ByPage, 40, 100, "40页，超过30页的10页每页10元，共100元"));
            var paid = Chance(50);
            Go(paid ? 1 : 21, paid ? 18 : 24);
            yield return paid ? new FeePaid(day) : new FeeLapsed(day);
            if (!paid)
            {
                yield break;
            }
        }

        if (Chance(4))
        {
            Go(0, 3);
            yield return new Withdrawn(day, "不再需要");
            yield break;
        }

        if (Chance(8))
        {
            Go(1, 3);
            yield return new ConsultationSent(day, "1", With: Chance(50) ? Consulted.ThirdParty : Consulted.Agency, About: "合同");
            Go(1, 12);
            yield return new ConsultationAnswered(day, "1", Agrees: Chance(50));
        }

        if (Chance(10))
        {
            Go(0, 3);
            var reason = s_reasons[_chance.Next(s_reasons.Length)];
            yield return new ExtensionProposed(day, 10, reason, handler);
            yield return new Extended(day, 10, reason, head, new(day, "延期告知书")); // the register is filled afterwards
        }

        Go(1, 14);
        var kind = Chance(60) ? ReplyKinds.Find("disclosed")! : ReplyKinds.All[_chance.Next(ReplyKinds.All.Count)] is { Outcome: not ("r4_3" or "r5_4") } other ? other : ReplyKinds.Find("absent")!;
        var content = new ReplyContent(kind.Key, "如实说明", "一份", "第二页，第十五条，涉及第三方", "档案室和业务系统", "另一机关", "旧答复", "专门规定", "信访窗口");
        yield return new ReplyProposed(day, kind.Outcome, handler, content);
        Go(0, 2);
        yield return new Replied(day, kind.Outcome, "", head);
        Go(0, 3);
        yield return new Served(day, ServiceWay.Post, "EMS");
        if (Chance(2))
        {
            Go(5, 20);
            yield return new ComplaintFiled(day, "1", "不同意答复");
            Go(10, 30);
            yield return new ComplaintDecided(day, "1", OrdersRemedy: Chance(20), "已经核查", calendar.AddWorkingDays(day, 10));
        }

        void Go(int least, int most) => day = calendar.AddWorkingDays(day, _chance.Next(least, most + 1));
    }

    private Requester Who()
    {
        var isOften = Chance(20);
        var number = isOften ? $"P{_chance.Next(2_000)}" : $"N{Index}";
        var kind = Chance(80) ? RequesterKind.Natural : RequesterKinds.All[_chance.Next(RequesterKinds.All.Count)].Kind;
        return new(
            kind, "申请人" + number, ContactPerson: null, IdentityDocumentKind.OtherPersonal, number, $"138{_chance.Next(100_000_000):D8}",
            Chance(50) ? $"{number}@example.com" : null, "测试路1号", Postcode: null, Help: null);
    }

    private WantedInformation What()
    {
        var subject = Chance(2)
            ? "全市老旧小区加装电梯补助办法" // what very many ask for
            : $"{s_places[_chance.Next(s_places.Length)]}{s_places[_chance.Next(s_places.Length)]}第{_chance.Next(400)}号地块{s_matters[_chance.Next(s_matters.Length)]}（{2005 + _chance.Next(20)}年）";
        return new(
            subject, Chance(10) ? $"云政〔{2005 + _chance.Next(20)}〕{_chance.Next(300)}号" : null,
            Chance(40) ? $"需要{subject}的全文、附件和审批表，最好有盖章页；如果分成几次印发，请都提供。" : null,
            Chance(70) ? WantedForm.Electronic : WantedForm.Paper, Chance(50) ? DeliveryWay.Email : DeliveryWay.PickUp);
    }

    private bool Chance(int percent) => _chance.Next(100) < percent;
}
