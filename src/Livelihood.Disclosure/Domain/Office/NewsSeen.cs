namespace Livelihood.Disclosure.Domain.Office;

/// <summary>
/// When what a requester did (申请人有新动作) needs nothing but to be seen: the case has ended, as by a withdrawal, and no complaint
/// waits. Then it is enough that whoever handles it opens it; everything else stays among the news until the office records something.
/// </summary>
public static class NewsSeen
{
    /// <summary>Whether opening a request settles its news.</summary>
    /// <param name="hasEnded">Whether the case has ended, so that nothing can be done any more.</param>
    /// <param name="openComplaints">Complaints that wait for a decision.</param>
    /// <param name="assignedTo">The account responsible; null where nobody was made responsible.</param>
    /// <param name="reader">Who opens it, as in the audit chain.</param>
    /// <param name="isHandler">Whether the reader handles requests of the agency; it counts where nobody is responsible.</param>
    public static bool ByOpening(bool hasEnded, int openComplaints, string? assignedTo, string reader, bool isHandler) =>
        hasEnded && openComplaints == 0 && isHandler && (assignedTo is null || assignedTo == reader);
}
