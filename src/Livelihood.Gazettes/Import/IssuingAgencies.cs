using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Reading;
using Livelihood.Platform.Agencies;

namespace Livelihood.Gazettes.Import;

/// <summary>Who issued a document, and which agency of the directory answers for it.</summary>
/// <param name="Names">The names as printed.</param>
/// <param name="Agency">The agency of the directory; the publisher's where none of the names is in it.</param>
/// <param name="Unknown">The names that the directory does not have.</param>
internal sealed record Issuer(IReadOnlyList<string> Names, Agency Agency, IReadOnlyList<string> Unknown);

/// <summary>Finds issuing agencies by signature, order, number and title.</summary>
internal sealed class IssuingAgencies(IAgencyDirectory directory)
{
    /// <summary>The agency that publishes the gazette: by name, else the government itself.</summary>
    /// <exception cref="GazetteRefusedException">The portal has no agency yet.</exception>
    public async Task<Agency> PublisherAsync(Masthead masthead, CancellationToken cancellation)
    {
        var named = masthead.Publisher is { } publisher ? await directory.FindByNameAsync(publisher, cancellation) : null;
        var all = await directory.AllAsync(cancellation);
        return named ?? all.FirstOrDefault(a => a.ParentId is null)
            ?? throw new GazetteRefusedException(UnreadableReason.NotAGazette, "门户里还没有登记任何机关。请先执行登记机关的配方，再导入公报。");
    }

    /// <summary>Who issued <paramref name="document"/>.</summary>
    public async Task<Issuer> OfAsync(PrintedDocument document, Agency publisher, CancellationToken cancellation)
    {
        var names = Issuers.Of(document);
        Agency? found = null;
        var unknown = new List<string>();
        foreach (var name in names)
        {
            var agency = await directory.FindByNameAsync(name, cancellation);
            found ??= agency;
            if (agency is null)
            {
                unknown.Add(name);
            }
        }

        if (found is null && document.Number is { Year: not null } number)
        {
            found = await directory.FindByDocumentCodeAsync(number.AgencyCode, cancellation);
        }

        return new(names, found ?? publisher, unknown);
    }
}
