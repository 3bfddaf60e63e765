namespace Livelihood.TestSupport.RuleBooks;

/// <summary>A rule of disclosure.</summary>
/// <param name="Id">Its id, such as R-33a.</param>
/// <param name="What">What it is about, in a few words.</param>
/// <param name="Code">The files in which it lives, the first one first; none where it is not built.</param>
public sealed record RuleEntry(string Id, string What, params string[] Code);

/// <summary>All rules of disclosure, on request and proactive, each with the code in which it lives. Their tests are found by name, see <see cref="RuleTests"/>.</summary>
public static class RuleBook
{
    private const string Domain = "src/Livelihood.Disclosure/Domain/";
    private const string Kinds = Domain + "Outcomes/ReplyKinds.cs";

    /// <summary>In the order of the rules.</summary>
    public static readonly IReadOnlyList<RuleEntry> All =
    [
        new("R-C1", "The day of receipt is day 0", "src/Livelihood.Platform/Calendar/WorkingDayCalendar.cs", Domain + "Clock/Derivation.cs"),
        new("R-C2", "Working days, make-up days included", "src/Livelihood.Platform/Calendar/WorkingDayCalendar.cs"),
        new("R-C3", "A changed calendar recomputes what is not served yet; what has ended stays", "src/Livelihood.Disclosure/Register/DeadlineRecomputation.cs", "src/Livelihood.Disclosure/Register/RequestLog.cs"),
        new("R-C4", "Provisional deadlines", Domain + "Clock/Deadline.cs"),
        new("R-C5", "A pure function with its derivation", Domain + "Clock/ReplyClock.cs", Domain + "Clock/Deadline.cs"),
        new("R-C6", "Natural days and months, and times that somebody set", "src/Livelihood.Platform/Calendar/WorkingDayCalendar.cs", Domain + "Clock/Limits.cs"),
        new("R-31a", "Received in person", Domain + "Channel.cs"),
        new("R-31b", "Received by post", Domain + "Channel.cs"),
        new("R-31c", "Received by internet, mail or fax", Domain + "Channel.cs"),
        new("R-29a", "What a request holds, papers too; no purpose", "src/Livelihood.Disclosure/Pages/Disclosure/RequestFormReader.cs", Domain + "Requesters/PersonName.cs"),
        new("R-29b", "One register for all channels", "src/Livelihood.Disclosure/Areas/Console/Pages/Disclosure/Intake.cshtml.cs"),
        new("R-CH", "Channels of an agency, declared by its office; visits and post always", Domain + "GuideChannels.cs"),
        new("R-43", "Help that is needed", Domain + "Requesters/Requester.cs"),
        new("R-33a", "Reply within 20 working days, by two people", Domain + "Clock/ReplyClock.cs", Domain + "Clock/DeadlineStanding.cs"),
        new("R-30", "Correction", Domain + "Clock/ClockRun.cs"),
        new("R-33b", "Extension, granted by another person and told in time", Domain + "Office/ExtensionForms.cs", Domain + "Workflow/Condition.cs"),
        new("R-32", "Third-party consultation; who agrees to a part has not agreed", Domain + "Office/ConsultationForms.cs", Domain + "Outcomes/Consents.cs"),
        new("R-34", "Joint-agency consultation", Domain + "Office/ConsultationForms.cs"),
        new("R-S", "Suspension's edges", Domain + "Clock/Suspension.cs"),
        new("R-RE", "Restart after other events", Domain + "Clock/ReplyClock.cs"),
        new("R-35", "Excess: reasons first, then a refusal or a reasonable later date", Domain + "Workflow/Condition.cs", Domain + "Office/ReasonForms.cs"),
        new("R-FEE", "Processing fee, its tables in versions, once for a request", Domain + "Fees/FeeStandard.cs", Domain + "Clock/ClockRun.cs"),
        new("R-ORD", "Order of events, corrected and voided records", Domain + "Workflow/EntryCheck.cs", Domain + "Workflow/EventDays.cs"),
        new("R-SERVE", "Service, by whose day public figures count", Domain + "Office/ReplyForms.cs"),
        new("R-36-1", "Already public", Kinds),
        new("R-36-2", "Disclosed, with originals as they are", Kinds, "src/Livelihood.Disclosure/Redaction/OriginalDesk.cs"),
        new("R-36-3", "Not disclosed, with its ground", Domain + "Outcomes/Outcome.cs"),
        new("R-36-4", "Does not exist", Kinds),
        new("R-36-5", "Not this agency", Kinds),
        new("R-36-6", "Asked and answered before; the same person is recognised", Kinds, "src/Livelihood.Disclosure/Persons/RelatedRequests.cs"),
        new("R-36-7", "Special law", Kinds),
        new("R-37", "Partly disclosed, with files blacked out for good", Domain + "Redaction/RedactionSheet.cs", "src/Livelihood.Disclosure/Redaction/RedactionDesk.cs", Kinds),
        new("R-38", "Would have to be made", Kinds),
        new("R-39a", "Complaint or petition in disguise", Kinds),
        new("R-39b", "Public publications", Kinds),
        new("R-CALC", "The calculator", Domain + "Calculator/DeadlineCalculator.cs"),
        new("R-41", "Correction of records about oneself, a case type of its own", Domain + "RequestMatter.cs"),
        new("R-44", "Several requesters, same information: shown, proposed, published without who asked", "src/Livelihood.Disclosure/PublicLog/AnswerDesk.cs"),
        new("R-45", "Every step in the register", "src/Livelihood.Disclosure/Register/RequestRecording.cs"),
        new("R-47", "Complaints, what is ordered upon them, and the ways against silence", Domain + "Workflow/Condition.cs", Domain + "Office/EndForms.cs", Domain + "Outcomes/Silence.cs", Domain + "Requesters/ComplaintLimit.cs"),
        new("R-49", "Annual report", "src/Livelihood.Disclosure/AnnualReports/AnnualReport.cs"),
        new("R-12", "Guide and catalogue, and how old they are", Domain + "GuideChannels.cs", "src/Livelihood.Content/Columns/StaleColumns.cs"),
        new("R-17", "Secrecy review before publication", "src/Livelihood.Content/Workflow/WorkflowTable.cs"),
        new("R-18", "What is not disclosed is reviewed again at set times, by two people, and published where it may be", Domain + "WithheldInformation/ReviewTime.cs", Domain + "WithheldInformation/WithheldHistory.cs", "src/Livelihood.Disclosure/WithheldInformation/UnregisteredCases.cs"),
        new("R-20", "Categories of proactive disclosure", "src/Livelihood.Content/Editing/PartEditors/DisclosureRecordPartEditor.cs"),
        new("R-24", "Search, reading and download of everything published", "src/Livelihood.Search/Querying/SearchFilter.cs"),
        new("R-25", "Hand-over lists for archives and public libraries", "src/Livelihood.Gazettes/Edition/Archive/HandOverList.cs"),
        new("R-26", "Published within 20 working days", "src/Livelihood.Content/Publication/LatePublications.cs"),
    ];
}
