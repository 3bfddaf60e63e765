using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Livelihood.Platform.Data;

/// <summary>
/// A query that is put into SQL once and not each time it is asked, for what nearly every request asks. What EF compiles is bound to
/// a model, and one process can have that of either database.
/// </summary>
/// <typeparam name="TQuery">What <c>EF.CompileAsyncQuery</c> gives.</typeparam>
/// <param name="compile">Compiles it.</param>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> _byModel = [];

    /// <summary>The query for a database.</summary>
    public TQuery For(PortalDbContext db) => _byModel.GetValue(db.Model, _ => compile());
}
