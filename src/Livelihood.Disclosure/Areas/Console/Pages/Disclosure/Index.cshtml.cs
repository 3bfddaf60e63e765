using System.Globalization;
using Livelihood.Content.Editing;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Persons;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>The work list, by what is due. All of its state is in its address, whoever is looked for by number as a link that says nothing of the number.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class IndexModel(
    WorkList list, RequestAccess access, RequestRecording recording, Colleagues colleagues, ActorNames names, IAgencyDirectory agencies,
    IWorkingDayCalendars calendars, WorkDays days, PersonSearch persons, PersonLink link, ChinaClock clock, ICurrentActor actor) : PageModel
{
    private WorkingDayCalendar? _calendar;

    /// <summary>As what the reader may act on the requests of this page.</summary>
    private IReadOnlySet<EventSource> _sources = new HashSet<EventSource>();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int CurrentPage { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "view")]
    public string? ViewKey { get; set; }

    /// <summary>Looked for in the number, or in what is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "who")]
    public string? Handler { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>How a request came.</summary>
    [BindProperty(SupportsGet = true, Name = "channel")]
    public string? Came { get; set; }

    /// <summary>How it ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Outcome { get; set; }

    /// <summary>What kind of case it is.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Matter { get; set; }

    /// <summary>A day on which something is due, as <c>2026-03-30</c>. What cannot be read stays as it was typed, and is told.</summary>
    [BindProperty(SupportsGet = true, Name = "due")]
    public string? Due { get; set; }

    /// <summary>The same as a day; null where every day is shown.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The first day of receipt, as it was typed.</summary>
    [BindProperty(SupportsGet = true, Name = "since")]
    public string? Since { get; set; }

    /// <summary>The last day of receipt, as it was typed.</summary>
    [BindProperty(SupportsGet = true, Name = "until")]
    public string? Until { get; set; }

    /// <summary>A link to whose requests are looked for, see <see cref="PersonLink"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "person")]
    public string? Person { get; set; }

    /// <summary>Whether the requests of one person are shown.</summary>
    public bool IsOfPerson { get; private set; }

    /// <summary>Whether the requests of the page belong to several agencies, so that they cannot be given to one person.</summary>
    public bool IsMixed { get; private set; }

    public WorkView View { get; private set; } = WorkView.All[0];

    public WorkPage List { get; private set; } = new([], 0);

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    /// <summary>Who is responsible for something, to look for.</summary>
    public IReadOnlyList<FieldChoice> Handlers { get; private set; } = [];

    /// <summary>Agencies to look for; empty where there is but one.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>Who can be made responsible for the requests of this page; empty where the reader may not, or where they belong to several agencies.</summary>
    public IReadOnlyList<FieldChoice> Assignable { get; private set; } = [];

    /// <summary>The names of those responsible.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>What could not be assigned, and why.</summary>
    public IReadOnlyList<string> Refused { get; private set; } = [];

    /// <summary>Whether the reader may enter requests of other channels.</summary>
    public bool MayEnter => StaffAccess.May(User, Permissions.HandleRequests);

    public int Pages => (List.Total + WorkList.PageSize - 1) / WorkList.PageSize;

    public Func<int, string> UrlOfPage => page => Url.Page("/Disclosure/Index", Route(ViewKey, page))!;

    /// <summary>Where the filters go.</summary>
    public string FindUrl => Url.Page("/Disclosure/Index", "Find", new { area = "Console" })!;

    /// <summary>Where the form goes that makes somebody responsible: to this part, with its filters and page.</summary>
    public string AssignUrl => Url.Page("/Disclosure/Index", "Assign", Route(ViewKey, CurrentPage))!;

    public string UrlOf(WorkView view) => Url.Page("/Disclosure/Index", Route(view == WorkView.All[0] ? null : view.Key, 1))!;

    /// <summary>The requests of all pages as a file.</summary>
    public string ExportUrl(string format) => Url.Content($"~{RegisterExport.Address}.{format}") + QueryString.Create(new Dictionary<string, string?>
    {
        ["view"] = View.Key, ["q"] = Text, ["who"] = Empty(Handler), ["agency"] = Empty(Agency), ["channel"] = Came, ["outcome"] = Outcome, ["matter"] = Matter, ["due"] = Empty(Due), ["since"] = Empty(Since), ["until"] = Empty(Until), ["person"] = Empty(Person),
    }.Where(pair => pair.Value is not null));

    /// <summary>The same list without its day.</summary>
    public string UrlOfEveryDay => Url.Page("/Disclosure/Index", new { area = "Console", view = Empty(ViewKey), q = Text, who = Empty(Handler), agency = Empty(Agency), channel = Came, outcome = Outcome, matter = Matter, person = Empty(Person) })!;

    /// <summary>The same part without its person.</summary>
    public string UrlOfEverybody => Url.Page("/Disclosure/Index", new { area = "Console", view = Empty(ViewKey) })!;

    public string AgencyNameOf(string id) => Agencies.FirstOrDefault(agency => agency.Id == id)?.ShortName ?? id;

    public int DaysLeft(DateOnly due) => DaysUntil.Of(due, clock.Today, _calendar!);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation) ? Page() : Forbid();

    /// <summary>
    /// Looks for something: the form is posted, so that a number that tells a person never stands in an address, and leads to the
    /// address of what is found.
    /// </summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        if (await access.VisibleAsync(User, cancellation) is { Everything: false, Ids.Count: 0 })
        {
            return Forbid();
        }

        // What is typed is looked for, in place of whoever was looked for before.
        var typed = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim();
        var person = typed is null ? Empty(Person) : link.Of(User, typed);
        return RedirectToPage("/Disclosure/Index", new
        {
            area = "Console", view = Empty(ViewKey), q = person is null ? typed : null, who = Empty(Handler), agency = Empty(Agency), channel = Empty(Came), outcome = Empty(Outcome),
            matter = Empty(Matter), due = Empty(Due), since = Empty(Since), until = Empty(Until), person,
        });
    }

    /// <summary>Makes somebody responsible for some of the requests of a page.</summary>
    public async Task<IActionResult> OnPostAssignAsync(string[] numbers, string? to, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation))
        {
            return Forbid();
        }

        if (numbers.Length == 0 || Assignable.All(choice => choice.Value != to))
        {
            ModelState.AddModelError(numbers.Length == 0 ? "numbers" : "to", numbers.Length == 0 ? "请先勾选要指定经办人的申请" : "请选择经办人");
            return Page();
        }

        var refused = new List<string>();
        var chosen = List.Requests.Where(request => numbers.Contains(request.Number, StringComparer.Ordinal) && request.AssignedTo != to).ToList();
        foreach (var request in chosen)
        {
            try
            {
                await recording.RecordAsync(new(request.Number, request.Revision, _sources, new Assigned(clock.Today, to!, actor.Current)), cancellation);
            }
            catch (Exception refusal) when (refusal is DisclosureRuleException or RequestChangedException)
            {
                refused.Add($"{request.Number}：{refusal.Message}");
            }
        }

        if (refused.Count > 0)
        {
            await ShowAsync(cancellation);
            Refused = refused;
            return Page();
        }

        TempData["Notice"] = $"已指定经办人：{chosen.Count}件。";
        return RedirectToPage("/Disclosure/Index", Route(ViewKey, CurrentPage));
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        var reach = await access.VisibleAsync(User, cancellation);
        if (reach is { Everything: false, Ids.Count: 0 })
        {
            return false;
        }

        _calendar = await calendars.CurrentAsync(cancellation);
        CurrentPage = Math.Clamp(CurrentPage, 1, WorkList.MostCounted / WorkList.PageSize);
        var filter = WorkFilter.Read(ViewKey, Text, Handler, Agency, Came, Outcome, Matter, Due, Since, Until);
        (View, Text, Came, Outcome, Matter, DueOn) = (filter.View, filter.Text, filter.Channel?.ToString(), filter.Outcome, filter.Matter?.ToString(), filter.Due);
        foreach (var (field, problem) in WorkFilter.Unreadable(Due, Since, Until))
        {
            ModelState.AddModelError(field, problem);
        }

        // What cannot be read stays as it was typed.
        (Due, Since, Until) = (DueText ?? Due, Written(filter.Since) ?? Since, Written(filter.Until) ?? Until);
        if (await persons.ApplyAsync(filter, User, Person, cancellation) is { } applied)
        {
            filter = applied;
        }
        else
        {
            ModelState.AddModelError("", PersonSearch.Expired);
            Person = null;
        }

        IsOfPerson = filter.Person is not null;
        var day = await days.TodayAsync(cancellation);
        List = await list.PageAsync(reach, filter, day, CurrentPage, cancellation);
        Counts = await list.CountAsync(reach, day, cancellation);
        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(agency => reach.Covers(agency.Id))];
        var handlers = await list.HandlersAsync(reach, cancellation);
        Names = await names.OfAsync(handlers.Concat(List.Requests.Select(request => request.AssignedTo).OfType<string>()), cancellation);
        Handlers = [.. handlers.Select(handler => new FieldChoice(handler, Names[handler])).OrderBy(choice => choice.Name, StringComparer.Ordinal)];
        Assignable = [];
        var open = List.Requests.Where(request => request.EndedOn is null).Select(request => request.AgencyId).Distinct().ToList();
        IsMixed = open.Count > 1;
        if (open is [var only])
        {
            _sources = await access.SourcesAsync(User, only, cancellation);
            Assignable = _sources.Overlaps([EventSource.Handler, EventSource.Head]) ? await colleagues.OfAsync(only, cancellation) : [];
        }

        return true;
    }

    /// <summary>Whether a request should have been confirmed before today.</summary>
    public bool IsConfirmationLate(Data.DisclosureRequest request) =>
        request.State == RequestState.Unconfirmed && Receipt.ConfirmationDue(request.ArrivedOn, _calendar!) < clock.Today;

    /// <summary>Whether a day has passed.</summary>
    public bool IsOver(DateOnly day) => day < clock.Today;

    private string? DueText => Written(DueOn);

    private static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private object Route(string? view, int page) =>
        new { area = "Console", view, q = Text, who = Empty(Handler), agency = Empty(Agency), channel = Came, outcome = Outcome, matter = Matter, due = DueText, since = Empty(Since), until = Empty(Until), person = Empty(Person), p = page == 1 ? (int?)null : page };

    private static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
