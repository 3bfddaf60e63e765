using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Livelihood.Disclosure.WithheldInformation;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.IntegrationTests.Disclosure.Access;

/// <summary>A request with all that can hang on one: letters for the requester and for the office alone, a file that was given, a reply that was served.</summary>
/// <param name="Values">What stands for the parameters of addresses, by what the table calls them.</param>
/// <param name="Code">The request's query code.</param>
/// <param name="Other">Number and query code of somebody else's request with the same agency.</param>
internal sealed record AccessScene(IReadOnlyDictionary<string, string> Values, string Code, (string Number, string Code) Other)
{
    /// <summary>Stands in what the request asks for, and nowhere else.</summary>
    public const string Subject = "Q7-SUBJECT";

    /// <summary>Stand in what the portal knows of the requester, and nowhere else.</summary>
    public static readonly IReadOnlyList<string> Personal = ["Q7IDENTITY42", "13800097531", "q7-person@example.com", "奇七申请人", "奇七路97531号"];

    private static readonly HashSet<EventSource> s_office = [EventSource.Handler, EventSource.Head, EventSource.Supervisor, EventSource.Requester];

    /// <summary>Makes it.</summary>
    /// <param name="host">The portal.</param>
    /// <param name="account">The address of the account that collects the request.</param>
    public static async Task<AccessScene> MakeAsync(PortalHost host, Guid account)
    {
        var main = await FileAsync(host, StaffAccounts.DefaultAgency, Subject, Personal, account);
        var other = await FileAsync(host, StaffAccounts.DefaultAgency, "别的事项", ["T1", "13800000001", "other@example.com", "申请人甲", "测试路1号"], account: null);
        var elsewhere = await FileAsync(host, AccessVisitors.Elsewhere, "另一机关的事项", ["T2", "13800000002", "else@example.com", "申请人甲", "测试路1号"], account: null);
        var today = DateOnly.FromDateTime(ManualTimeProvider.DefaultStart.DateTime);
        await RecordAsync(host, main.Number, new Confirmed(today));
        var internalLetter = await host.InScopeAsync(async services =>
        {
            var letter = HandLetter.Find(1)!;
            var fields = letter.Fields.Select(field => field.Form).Append(new("On", "日期", FieldKind.Date)).ToList();
            var values = new FormValues(fields, new Dictionary<string, string?> { ["On"] = $"{today:yyyy-MM-dd}", ["Identity"] = "看过证件", ["Confirmation"] = "不需要" });
            var id = Guid.CreateVersion7();
            await services.GetRequiredService<HandLetterDesk>().MakeAsync(main.Number, letter, values, id);
            return id;
        });
        var file = await GivenFileAsync(host, main.Number);
        var paper = await PaperAsync(host, main.Number);
        var original = await OriginalAsync(host, main.Number);
        await RecordAsync(host, main.Number, new ReplyProposed(today, "r1", "account:one", new ReplyContent("disclosed", "如实说明", "一份", "", "", "", "", "", "")));
        await RecordAsync(host, main.Number, new Replied(today, "r1", "", "account:two"));
        await RecordAsync(host, main.Number, new Served(today, ServiceWay.Post, "EMS"));
        var letterToRequester = await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var request = await db.Set<DisclosureRequest>().SingleAsync(r => r.Number == main.Number);
            var letters = await db.Set<LetterRow>().Where(l => l.RequestId == request.Id).ToListAsync();
            return letters.First(l => LetterKinds.Get(l.Kind).To == LetterTo.Requester).Id;
        });
        return new(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["number"] = main.Number,
                ["number=elsewhere"] = elsewhere.Number,
                ["number=other"] = other.Number,
                ["id=letter"] = letterToRequester.ToString(),
                ["id=internal"] = internalLetter.ToString(),
                ["id=file"] = file.ToString(),
                ["id=paper"] = paper.ToString(),
                ["id=original"] = original.ToString(),
                ["id=withheld"] = (await WithheldAsync(host, today)).ToString(),
                ["agency"] = StaffAccounts.DefaultAgency,
                ["year"] = $"{today.Year}",
                ["key"] = WordingKey.Letters[0].Key,
                ["version"] = "0",
            },
            main.Code,
            other);
    }

    /// <summary>Something that may be published after its review, so that everything can be done with it.</summary>
    private static Task<Guid> WithheldAsync(PortalHost host, DateOnly today) => host.InScopeAsync(async services =>
    {
        var register = services.GetRequiredService<WithheldRegister>();
        var entry = new WithheldEntry { Id = Guid.CreateVersion7(), AgencyId = StaffAccounts.DefaultAgency, Title = "不公开的事项", Ground = "r3_6", Source = WithheldSource.Hand };
        await register.AddAsync(entry, new(today, today, today.AddYears(1)));
        await register.RecordAsync(entry.Id, 1, new ReviewProposed(today, ReviewResult.Disclose, "过程已经结束", "account:one", NextOn: null));
        await register.RecordAsync(entry.Id, 2, new ReviewConfirmed(today, "account:two"));
        return entry.Id;
    });

    private static Task<(string Number, string Code)> FileAsync(PortalHost host, string agency, string subject, IReadOnlyList<string> personal, Guid? account) =>
        host.InScopeAsync(async services =>
        {
            var found = (await services.GetRequiredService<IAgencyDirectory>().FindAsync(agency))!;
            var who = new Requester(
                RequesterKind.Natural, personal[3], ContactPerson: null, IdentityDocumentKind.OtherPersonal, personal[0], personal[1], personal[2], personal[4], Postcode: null, Help: null);
            var receipt = await services.GetRequiredService<RequestFiling>().FileAsync(
                new(found, who, new(subject, DocumentNumber: null, Description: null, WantedForm.Electronic, DeliveryWay.PickUp)), SubmissionKey.New(), citizen: account);
            return (receipt.Number, receipt.Code);
        });

    private static Task RecordAsync(PortalHost host, string number, RequestEvent happened) => host.InScopeAsync(services =>
        services.GetRequiredService<RequestRecording>().RecordAsync(new(number, BasedOn: null, s_office, happened)));

    /// <summary>A file for the reply, as if printed: what it holds is for its own tests.</summary>
    private static Task<Guid> GivenFileAsync(PortalHost host, string number) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var request = await db.Set<DisclosureRequest>().SingleAsync(r => r.Number == number);
        var id = await services.GetRequiredService<RedactionDesk>().AddAsync(request, "提供的文件", $"正文 {Subject}");
        var pdf = services.GetRequiredService<RedactionVault>().Protect(System.Text.Encoding.ASCII.GetBytes($"%PDF-1.4 {Subject}"));
        await db.Set<RedactedFile>().Where(f => f.Id == id).ExecuteUpdateAsync(set => set.SetProperty(f => f.Pdf, pdf).SetProperty(f => f.IsGiven, true));
        return id;
    });

    /// <summary>A text that is given with the reply as it is.</summary>
    private static Task<Guid> OriginalAsync(PortalHost host, string number) => host.InScopeAsync(async services =>
    {
        var request = await services.GetRequiredService<PortalDbContext>().Set<DisclosureRequest>().SingleAsync(r => r.Number == number);
        var desk = services.GetRequiredService<OriginalDesk>();
        var bytes = System.Text.Encoding.UTF8.GetBytes($"原件 {Subject}");
        await desk.AddAsync(request, new FormFile(new MemoryStream(bytes), 0, bytes.Length, OriginalFields.File, "原件.txt"), isChecked: true);
        return (await desk.ListAsync(request.Id)).Single().Id;
    });

    /// <summary>A text that the office took in for the requester.</summary>
    private static Task<Guid> PaperAsync(PortalHost host, string number) => host.InScopeAsync(async services =>
    {
        var request = await services.GetRequiredService<PortalDbContext>().Set<DisclosureRequest>().SingleAsync(r => r.Number == number);
        var desk = services.GetRequiredService<PaperDesk>();
        var bytes = System.Text.Encoding.UTF8.GetBytes($"来信 {Subject}");
        await desk.AddAsync(request, [new FormFile(new MemoryStream(bytes), 0, bytes.Length, "Papers", "来信.txt")], PaperOf.Requester);
        return (await desk.ListAsync(request.Id)).Single().Id;
    });
}
