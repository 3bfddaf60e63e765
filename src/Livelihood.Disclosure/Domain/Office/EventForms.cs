namespace Livelihood.Disclosure.Domain.Office;

/// <summary>The forms, in the order in which a request goes through them.</summary>
public static class EventForms
{
    /// <summary>All. The portal's own events have none.</summary>
    public static readonly IReadOnlyList<EventForm> All =
    [
        ReceiptForms.Confirmed, ReceiptForms.Assigned, ReceiptForms.Noted,
        CorrectionForms.Asked, CorrectionForms.Arrived, CorrectionForms.Lapsed,
        ExtensionForms.Proposed, ExtensionForms.Granted, ExtensionForms.Returned,
        ConsultationForms.Sent, ConsultationForms.Answered, ConsultationForms.Ended,
        FeeForms.Noticed, FeeForms.Paid, FeeForms.Lapsed,
        ReasonForms.Asked, ReasonForms.Given, ReasonForms.Postponed,
        ReplyForms.Proposed, ReplyForms.Approved, ReplyForms.Returned, ReplyForms.Served,
        EndForms.Withdrawn, EndForms.ComplaintFiled, EndForms.ComplaintDecided, EndForms.Remedied,
        RecordForms.Corrected,
    ];

    /// <summary>The form of this name, or null.</summary>
    public static EventForm? Find(string kind) => All.FirstOrDefault(form => form.Kind == kind);
}
