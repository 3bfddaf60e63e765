using Livelihood.Disclosure.Data;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Figures;

/// <summary>The indexes that hold all that public figures are counted from: a year is read from them alone.</summary>
internal sealed class FiguresIndexes : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<DisclosureRequest>(request =>
    {
        request.HasIndex(r => new { r.ReceivedOn, r.AgencyId, r.State, r.DueOn });
        request.HasIndex(r => new { r.EndedOn, r.AgencyId, r.Outcome, r.ServedOn, r.DueOn, r.TookWorkingDays });
    });
}
