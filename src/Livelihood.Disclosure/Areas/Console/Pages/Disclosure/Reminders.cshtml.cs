using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Reminders;
using Livelihood.Disclosure.Register;
using Livelihood.Disclosure.Reminders;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>The reminders that were sent: to whom, of what, when, and whether they arrived. All of its state is in its address.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class RemindersModel(ReminderList list, RequestAccess access, IAgencyDirectory agencies, ActorNames names) : PageModel
{
    private const int LongestNumber = 60;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int CurrentPage { get; set; } = 1;

    /// <summary>In the request's number.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>Whether only those are shown that did not arrive.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Unreached { get; set; }

    public ReminderPage List { get; private set; } = new([], 0);

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();

    public int Pages => (List.Total + ReminderList.PageSize - 1) / ReminderList.PageSize;

    public Func<int, string> UrlOfPage => page => Url.Page("/Disclosure/Reminders", new
    {
        area = "Console", q = Number, kind = Kind, who = Who, agency = Agency, unreached = Unreached ? "true" : null, p = page == 1 ? (int?)null : page,
    })!;

    /// <summary>The name of whoever was reminded.</summary>
    public string NameOf(SentReminder sent) => _names[ActorOf(sent)];

    /// <summary>As what people are reminded.</summary>
    public static string NameOf(Reminded who) => who switch { Reminded.Handler => "经办人", Reminded.Head => "公开工作机构负责人", _ => "主管部门" };

    /// <summary>What became of a reminder.</summary>
    public static string NameOf(ReminderFate fate) => fate switch
    {
        ReminderFate.Sent => "已发出",
        ReminderFate.Waiting => "等待发出",
        ReminderFate.Failed => "没有发出，会再试",
        ReminderFate.NoAddress => "没有邮箱地址",
        _ => "已发出（没有记录送达情况）",
    };

    /// <summary>At which mark, in words.</summary>
    public static string NameOf(int mark) => mark switch { 0 => "最后一天", > 0 => $"届满前{mark}个工作日", _ => $"届满后{-mark}个工作日" };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var reach = await access.OverseenAsync(User, cancellation);
        if (reach is { Everything: false, Ids.Count: 0 })
        {
            return Forbid();
        }

        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(agency => reach.Covers(agency.Id))];
        CurrentPage = Math.Clamp(CurrentPage, 1, ReminderList.MostCounted / ReminderList.PageSize);
        Number = RequestNumber.Normalise(Number) is { Length: > 0 and <= LongestNumber } number ? number : null;
        LimitKind? kind = Enum.TryParse<LimitKind>(Kind, out var known) && Enum.IsDefined(known) ? known : null;
        Reminded? who = Enum.TryParse<Reminded>(Who, out var role) && Enum.IsDefined(role) ? role : null;
        (Kind, Who, Agency) = (kind?.ToString(), who?.ToString(), Agencies.FirstOrDefault(agency => agency.Id == Agency)?.Id);
        List = await list.PageAsync(reach, new(Number, kind, who, Agency, Unreached), CurrentPage, cancellation);
        _names = await names.OfAsync(List.Reminders.Select(one => ActorOf(one.Reminder)), cancellation);
        return Page();
    }

    private static string ActorOf(SentReminder sent) => $"account:{sent.AccountId}";
}
