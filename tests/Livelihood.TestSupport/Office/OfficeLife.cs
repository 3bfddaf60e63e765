using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Fees;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Calendar;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.TestSupport.Office;

/// <summary>
/// Requests that live through months in the register, each its own life: filed, confirmed, corrected, paid for, extended,
/// answered, served, withdrawn or left over. Every step goes through the register's own services on the day on which it
/// happens; a ledger is kept beside them.
/// </summary>
public sealed class OfficeLife(PortalHost host, IReadOnlyList<Agency> agencies, WorkingDayCalendar calendar, int seed)
{
    private const string Handler = "account:handler";
    private const string Head = "account:head";
    private const string Somebody = "申请人甲";

    private static readonly HashSet<EventSource> s_office = [EventSource.Handler, EventSource.Head, EventSource.Supervisor, EventSource.Requester];

    private readonly Random _chance = new(seed);
    private DateOnly _today;

    /// <summary>What came to pass, as it was noted beside the register.</summary>
    public OfficeLedger Ledger { get; } = new();

    /// <summary>The steps that were taken.</summary>
    public int Steps { get; private set; }

    /// <summary>Lives through the days.</summary>
    /// <param name="requests">How many requests are filed, spread over the days.</param>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day; what has not ended then is left over.</param>
    /// <param name="progress">Told of the day, or null.</param>
    public async Task LiveAsync(int requests, DateOnly from, DateOnly through, IProgress<DateOnly>? progress = null)
    {
        var next = new PriorityQueue<IAsyncEnumerator<DateOnly>, (DateOnly Day, int Order)>();
        var days = through.DayNumber - from.DayNumber + 1;
        for (var i = 0; i < requests; i++)
        {
            next.Enqueue(OneAsync(i).GetAsyncEnumerator(), (from.AddDays((int)((long)i * days / requests)), i));
        }

        var order = requests;
        while (next.TryDequeue(out var life, out var when) && when.Day <= through)
        {
            if (when.Day != _today)
            {
                _today = when.Day;
                host.Clock.Set(new DateTimeOffset(_today.ToDateTime(new(10, 0)), TimeSpan.FromHours(8)));
                Ledger.Turn(_today);
                progress?.Report(_today);
            }

            Steps++;
            if (await life.MoveNextAsync())
            {
                next.Enqueue(life, (life.Current, order++));
            }
        }

        Ledger.Turn(through.AddDays(1));
    }

    /// <summary>One request's life; it gives the day on which it goes on.</summary>
    private async IAsyncEnumerable<DateOnly> OneAsync(int i)
    {
        var agency = agencies[i % agencies.Count];
        var kind = RequesterKinds.All[_chance.Next(RequesterKinds.All.Count)].Kind;
        var channel = Chance(60) ? Channel.Internet : Channels.Intake[_chance.Next(Channels.Intake.Count)].Channel;
        var number = await FileAsync(agency, kind, channel, i);
        if (Receipt.On(channel, _today, confirmed: null) is null)
        {
            yield return In(1, 2);
            if (Chance(4))
            {
                await RecordAsync(number, new Withdrawn(_today)); // never received, so never counted
                yield break;
            }

            await RecordAsync(number, new Confirmed(_today));
        }

        Ledger.Received(agency.Id, kind);
        var ended = (string outcome) => Ledger.Ended(agency.Id, kind, outcome);
        var corrected = false;
        if (Chance(15))
        {
            yield return In(1, 5);
            await RecordAsync(number, new CorrectionAsked(_today, calendar.AddWorkingDays(_today, 10), "请写明年份"));
            corrected = Chance(70);
            yield return corrected ? In(1, 10) : In(11, 15);
            await RecordAsync(number, corrected ? new CorrectionArrived(_today, "2019年") : new CorrectionLapsed(_today));
            if (!corrected)
            {
                ended(OutcomeTable.NotCorrected);
                yield break;
            }
        }

        if (Chance(6))
        {
            yield return In(1, 4);
            await RecordAsync(number, new FeeNoticed(_today, Fee: new(FeeBasis.ByPage, 40, 100, "40页，超过30页的10页每页10元，共100元")));
            var isPaid = Chance(50);
            yield return isPaid ? In(1, 20) : In(21, 24);
            await RecordAsync(number, isPaid ? new FeePaid(_today) : new FeeLapsed(_today));
            if (!isPaid)
            {
                ended(OutcomeTable.NotPaid);
                yield break;
            }
        }

        if (Chance(5))
        {
            yield return In(0, 3);
            await RecordAsync(number, new Withdrawn(_today, "不再需要"));
            ended(OutcomeTable.Other);
            yield break;
        }

        if (Chance(8))
        {
            yield return In(1, 3);
            await RecordAsync(number, new ConsultationSent(_today, "1", With: Chance(50) ? Consulted.ThirdParty : Consulted.Agency, About: "合同"));
            yield return In(1, 12);
            await RecordAsync(number, new ConsultationAnswered(_today, "1", Agrees: Chance(50)));
        }

        if (Chance(10))
        {
            yield return In(0, 4);
            await RecordAsync(number, new ExtensionProposed(_today, 10, "档案在外地", Handler));
            await RecordAsync(number, new Extended(_today, 10, "档案在外地", Head));
        }

        var isExcessive = Chance(3);
        if (isExcessive)
        {
            yield return In(0, 2);
            await RecordAsync(number, new ReasonsAsked(_today, "一个月内第九次", calendar.AddWorkingDays(_today, 5)));
            yield return In(1, 5);
            await RecordAsync(number, new ReasonsGiven(_today, "研究需要"));
        }

        yield return In(1, 16);
        var possible = ReplyKinds.All.Where(reply => (corrected || reply.Outcome != "r4_3") && (isExcessive || reply.Outcome != "r5_4")).ToList();
        var chosen = possible[_chance.Next(possible.Count)];
        var content = new ReplyContent(chosen.Key, "如实说明", "一份", "第二页，第十五条，涉及第三方", "档案室和业务系统", "另一机关", "旧答复", "不动产登记条例", "信访窗口");
        await RecordAsync(number, new ReplyProposed(_today, chosen.Outcome, Handler, content));
        await RecordAsync(number, new Replied(_today, chosen.Outcome, "", Head));
        yield return In(0, 4);
        await RecordAsync(number, new Served(_today, ServiceWay.Post, "EMS"));
        ended(chosen.Outcome);
    }

    private async Task<string> FileAsync(Agency agency, RequesterKind kind, Channel channel, int i) => await host.InScopeAsync(async services =>
    {
        var who = new Requester(kind, Somebody, ContactPerson: null, IdentityDocumentKind.OtherPersonal, $"T{i}", "13800000000", Email: null, "测试路1号", Postcode: null, Help: null);
        var receipt = await services.GetRequiredService<RequestFiling>().FileAsync(
            new(agency, who, new($"第{i}件所要的信息", DocumentNumber: null, Description: null, WantedForm.Electronic, DeliveryWay.PickUp)),
            SubmissionKey.New(), new Arrival(channel, _today));
        return receipt.Number;
    });

    private Task RecordAsync(string number, RequestEvent happened)
    {
        Steps++;
        return host.InScopeAsync(services => services.GetRequiredService<RequestRecording>().RecordAsync(new(number, BasedOn: null, s_office, happened)));
    }

    private bool Chance(int percent) => _chance.Next(100) < percent;

    /// <summary>So many working days from today.</summary>
    private DateOnly In(int least, int most) => calendar.AddWorkingDays(_today, _chance.Next(least, most + 1));
}
