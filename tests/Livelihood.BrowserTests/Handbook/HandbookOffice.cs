using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Agencies;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.BrowserTests.Handbook;

/// <summary>The requests with which the chapters about disclosure on request are shown, each as far as its chapter needs it.</summary>
internal sealed class HandbookOffice
{
    private static readonly DateOnly s_today = DateOnly.FromDateTime(ManualTimeProvider.DefaultStart.DateTime);
    private static readonly HashSet<EventSource> s_everybody = [EventSource.Handler, EventSource.Head, EventSource.Supervisor, EventSource.Requester];

    /// <summary>Its limit runs.</summary>
    public required string Open { get; init; }

    /// <summary>An extension and a reply wait for the head.</summary>
    public required string Proposed { get; init; }

    /// <summary>The requester gave reasons for many requests.</summary>
    public required string Reasoned { get; init; }

    /// <summary>Its reply was made, and is to be served.</summary>
    public required string Replied { get; init; }

    /// <summary>Its reply was served.</summary>
    public required string Served { get; init; }

    /// <summary>Its information was refused, and that reply was served.</summary>
    public required string Refused { get; init; }

    /// <summary>Files them.</summary>
    public static async Task<HandbookOffice> MakeAsync(PortalHost host)
    {
        var proposal = new ReplyProposed(s_today, "r1", "account:one", new ReplyContent("disclosed", Information: "安排表一份，附后。"));
        var reply = new Replied(s_today, "r1", "", "account:two");
        return new()
        {
            Open = await FileAsync(host, "2025年公路养护经费安排"),
            Proposed = await FileAsync(host, "建设路改造工程的招标文件", new ExtensionProposed(s_today, 10, "需要到档案馆查找。", "account:one"), proposal),
            Reasoned = await FileAsync(host, "近三年的会议纪要", new ReasonsAsked(s_today, "一个月内第九次申请。", s_today.AddDays(14)), new ReasonsGiven(s_today, "研究需要")),
            Replied = await FileAsync(host, "学区划分的依据", proposal, reply),
            Served = await FileAsync(host, "公园绿化的年度预算", proposal, reply, new Served(s_today, ServiceWay.Post, "挂号")),
            Refused = await FileAsync(
                host, "停车收费方案的讨论记录", new ReplyProposed(s_today, "r3_6", "account:one", new ReplyContent("r3_6", "还在讨论。")),
                new Replied(s_today, "r3_6", "", "account:two"), new Served(s_today, ServiceWay.Post, "挂号")),
        };
    }

    private static async Task<string> FileAsync(PortalHost host, string subject, params RequestEvent[] happened)
    {
        var number = await host.InScopeAsync(async services =>
        {
            var agency = (await services.GetRequiredService<IAgencyDirectory>().FindAsync(StaffAccounts.DefaultAgency))!;
            var who = new Requester(RequesterKind.Natural, "申请人甲", null, IdentityDocumentKind.OtherPersonal, "T-0001", "13800001234", null, "测试路1号", null, null);
            return (await services.GetRequiredService<RequestFiling>().FileAsync(
                new(agency, who, new(subject, null, null, WantedForm.Electronic, DeliveryWay.PickUp)), SubmissionKey.New())).Number;
        });
        foreach (var next in (RequestEvent[])[new Confirmed(s_today), .. happened])
        {
            await host.InScopeAsync(services => services.GetRequiredService<RequestRecording>().RecordAsync(new(number, BasedOn: null, s_everybody, next)));
        }

        return number;
    }
}
