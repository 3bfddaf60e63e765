using Livelihood.Disclosure.Data;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Figures;

/// <summary>The indexes that hold all that public figures and annual reports are counted from: a year of an agency is read from them alone.</summary>
internal sealed class FiguresIndexes : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<DisclosureRequest>(request =>
    {
        request.HasIndex(r => r.ReceivedOn);
        request.HasIndex(r => new { r.AgencyId, r.ReceivedOn, r.Matter, r.State, r.DueOn, r.EndedOn, r.RequesterKind }).HasDatabaseName("IX_disclosure_requests_received");
        request.HasIndex(r => new { r.AgencyId, r.EndedOn, r.Matter, r.Outcome, r.ServedOn, r.DueOn, r.TookWorkingDays, r.ReceivedOn, r.RequesterKind }).HasDatabaseName("IX_disclosure_requests_ended");
    });
}
