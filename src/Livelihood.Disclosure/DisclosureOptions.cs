using Livelihood.Disclosure.Domain.Reminders;

namespace Livelihood.Disclosure;

/// <summary>Settings under <c>Disclosure</c>.</summary>
public sealed class DisclosureOptions
{
    /// <summary>How often one address may ask for the state of a request in a minute.</summary>
    public int QueriesPerMinute { get; set; } = 10;

    /// <summary>How many requests one address may file in an hour; many people can share an address.</summary>
    public int FormsPerHour { get; set; } = 120;

    /// <summary>How often one address may send a page of the request form in an hour: a request has about a dozen.</summary>
    public int FormPagesPerHour { get; set; } = 1500;

    /// <summary>How many requests one address can file in an hour before a challenge is asked; 0: none is asked for this reason.</summary>
    public int FilingsWithoutChallenge { get; set; } = 5;

    /// <summary>A form sent sooner than so many seconds after it was opened is asked a challenge; 0: none is.</summary>
    public int LeastFillingSeconds { get; set; } = 5;

    /// <summary>How often one address may fetch suggestions in a minute.</summary>
    public int SuggestionsPerMinute { get; set; } = 120;

    /// <summary>How often one address may ask the calculator's interface in a minute; one call may hold many questions.</summary>
    public int CalculationsPerMinute { get; set; } = 120;

    /// <summary>After how many wrong query codes a request refuses further ones for a while.</summary>
    public int WrongCodes { get; set; } = 10;

    /// <summary>For how many minutes it refuses them.</summary>
    public int RefusedMinutes { get; set; } = 15;

    /// <summary>How large a paper of a request may be, in megabytes.</summary>
    public int PaperMegabytes { get; set; } = 10;

    /// <summary>How many papers one form may bring.</summary>
    public int PapersAtOnce { get; set; } = 5;

    /// <summary>How much may wait at a time for forms to be sent, in megabytes: a flood ends here.</summary>
    public int WaitingPaperMegabytes { get; set; } = 1000;

    /// <summary>How often a requester can complain here about one request .</summary>
    public int ComplaintsPerRequest { get; set; } = 3;

    /// <summary>How many complaints of one person may be undecided at a time, over all requests .</summary>
    public int OpenComplaintsPerRequester { get; set; } = 10;

    /// <summary>Working days before a deadline (0: its last day; negative: after it) at which the person responsible is reminded, with commas.</summary>
    public string HandlerReminders { get; set; } = "5,2,1,0,-1,-5";

    /// <summary>The same for the head of the disclosure office.</summary>
    public string HeadReminders { get; set; } = "2,0,-1,-5";

    /// <summary>The same for the supervising department.</summary>
    public string SupervisorReminders { get; set; } = "-1,-5";

    /// <summary>The same for the last day to ask for a correction, for the person responsible; a mark after it would come too late and is left out.</summary>
    public string CorrectionReminders { get; set; } = "1";

    /// <summary>The same for what others have to do (to correct, to give reasons or an opinion, to pay), for the person responsible.</summary>
    public string WaitingReminders { get; set; } = "1,-1";

    /// <summary>The same for the head, where nothing was recorded though it ran out.</summary>
    public string WaitingHeadReminders { get; set; } = "-5";

    /// <summary>When who is reminded of what; null where a setting cannot be read.</summary>
    public ReminderPlan? Reminders => ReminderMarks.Read(HandlerReminders) is { } handler && ReminderMarks.Read(HeadReminders) is { } head
        && ReminderMarks.Read(SupervisorReminders) is { } supervisor && ReminderMarks.Read(CorrectionReminders) is { } correction
        && ReminderMarks.Read(WaitingReminders) is { } waiting && ReminderMarks.Read(WaitingHeadReminders) is { } waitingHead
            ? new(new Dictionary<Reminded, IReadOnlyList<int>> { [Reminded.Handler] = handler, [Reminded.Head] = head, [Reminded.Supervisor] = supervisor }, correction, waiting, waitingHead)
            : null;
}
