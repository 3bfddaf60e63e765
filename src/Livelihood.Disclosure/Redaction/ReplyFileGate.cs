using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Redaction;

/// <summary>
/// Whether the files for a reply may change: neither while a proposed reply waits for the head nor after the head has
/// approved it. What the head saw is what is approved, and what was approved is what is given.
/// </summary>
public sealed class ReplyFileGate(PortalDbContext db, RequestLog log)
{
    /// <summary>Whether the files of a request may change.</summary>
    public static bool MayChange(RequestHistory history) => WhyNot(history) is null;

    /// <summary>Why the files of a request may not change, in a Chinese sentence that says what to do; null where they may.</summary>
    public static string? WhyNot(RequestHistory history) => history.State is not { } state || !Workflow.IsRunning(state) ? "答复批准以后，随答复提供的文件不能再改。"
        : history.OpenProposal is not null ? "拟定的答复正在等负责人审批，随答复提供的文件不能改：负责人看过的，就是批准的。要改文件的，请负责人先退回拟定的答复。"
        : null;

    /// <summary>Refuses at once what would be refused in the end, before something slow is done for it.</summary>
    /// <exception cref="RedactionRefusedException">The files may not change.</exception>
    public async Task LookAsync(Guid requestId, CancellationToken cancellation = default)
    {
        if (WhyNot(await log.ReadAsync(requestId, cancellation)) is { } refusal)
        {
            throw new RedactionRefusedException("", refusal);
        }
    }

    /// <summary>
    /// Asks the events themselves inside the transaction of a change, and makes the save ask whether there are still no more of
    /// them: a reply that is proposed at the same moment is the one that wins, and the file stays as it was proposed. (The
    /// request's revision is the number of its events, so a change of a file cannot raise it.)
    /// </summary>
    /// <exception cref="RedactionRefusedException">The files may not change.</exception>
    public async Task RequireOpenAsync(Guid requestId, CancellationToken cancellation = default)
    {
        var request = await db.Set<DisclosureRequest>().SingleAsync(r => r.Id == requestId, cancellation);
        await LookAsync(requestId, cancellation);
        db.Entry(request).Property(r => r.State).IsModified = true;
    }

    /// <summary>Saves and commits a change.</summary>
    /// <exception cref="RedactionChangedException">Somebody else changed the file, or a reply was proposed meanwhile.</exception>
    public async Task SaveAsync(UnitOfWork unit, CancellationToken cancellation = default)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RedactionChangedException();
        }

        await unit.CommitAsync(cancellation);
    }
}
