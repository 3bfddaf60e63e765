using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Data;

/// <summary>
/// A module's share of the one database model. Registered as a singleton by the module; the context calls every part
/// when it builds its model, so that one context, and so one transaction, spans all modules.
/// </summary>
public interface IModelPart
{
    /// <summary>Maps the module's tables.</summary>
    /// <param name="model">The model under construction.</param>
    /// <param name="kind">The database it is for; only column types and filters may depend on it.</param>
    void Configure(ModelBuilder model, DatabaseKind kind);
}
