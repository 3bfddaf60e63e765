using Livelihood.Disclosure.Domain.Fees;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Office;

/// <summary>What a form is made from.</summary>
/// <param name="History">The request as it stands.</param>
/// <param name="Wanted">What is asked for, and how it is to be delivered.</param>
/// <param name="Today">Today in Asia/Shanghai.</param>
/// <param name="Calendar">The calendar in force.</param>
/// <param name="By">The account of the person in front of it.</param>
public sealed record FormOccasion(RequestHistory History, WantedInformation Wanted, DateOnly Today, WorkingDayCalendar Calendar, string By)
{
    /// <summary>Who can be made responsible: accounts with names.</summary>
    public IReadOnlyList<FieldChoice> Colleagues { get; init; } = [];

    /// <summary>What the fee is computed by.</summary>
    public FeeBook Fees { get; init; } = FeeBook.Delivered;

    /// <summary>What was chosen before the form: the kind of reply, or the number of the entry to correct; null where nothing is to be chosen.</summary>
    public string? Option { get; init; }

    /// <summary>The parts withheld in the files for the reply, with their grounds; null where there are none.</summary>
    public string? Withheld { get; init; }

    /// <summary>The files that go with the reply, one a line; null where there are none.</summary>
    public string? Files { get; init; }

    /// <summary>What stands against one more complaint of this requester, see <see cref="ComplaintLimit"/>; null where nothing does.</summary>
    public string? ComplaintObjection { get; init; }

    /// <summary>The letters that left the office and were no reply, where the proof of their service is written.</summary>
    public IReadOnlyList<SentLetter> Letters { get; init; } = [];

    /// <summary>The entry that is corrected, where one is.</summary>
    public RequestEvent? Original { get; init; }
}
