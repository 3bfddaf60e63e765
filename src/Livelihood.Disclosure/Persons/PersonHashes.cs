using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Citizens;
using Livelihood.Platform.Data;

namespace Livelihood.Disclosure.Persons;

/// <summary>
/// Keeps the keys by which requests are found that belong together. Persons are hashed with the key that lies in the
/// data folder: a copy of the database alone does not say whether somebody asked.
/// </summary>
public sealed class PersonHashes(PortalDbContext db, CitizenSecrets secrets)
{
    /// <summary>The hash of what tells a person.</summary>
    public string HashOf(PersonKey key) => secrets.HashOf($"requester-{key.Kind}", key.Text);

    /// <summary>The hashes of a requester.</summary>
    public IReadOnlyList<string> Of(Requester requester) => [.. PersonKey.Of(requester).Select(HashOf)];

    /// <summary>Stages the keys of a request; the caller saves.</summary>
    public void Stage(DisclosureRequest request, Requester requester)
    {
        StagePerson(request.Id, requester);
        StageLikeness(request);
    }

    /// <summary>Stages who asks.</summary>
    public void StagePerson(Guid requestId, Requester requester) =>
        db.AddRange(PersonKey.Of(requester).Select(key => new PersonKeyRow { RequestId = requestId, Kind = key.Kind, Hash = HashOf(key) }));

    /// <summary>Stages what is asked for.</summary>
    public void StageLikeness(DisclosureRequest request) =>
        db.AddRange(Likeness.KeysOf(request.Wanted).Select((value, band) => new LikenessKeyRow { RequestId = request.Id, Band = band, AgencyId = request.AgencyId, Value = value }));
}
