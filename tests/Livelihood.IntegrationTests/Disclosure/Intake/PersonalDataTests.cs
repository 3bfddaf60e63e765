using Livelihood.Disclosure.Data;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure.Intake;

/// <summary>What is known of requesters: their papers, their other requests, and how long all of it is kept.</summary>
public abstract partial class PersonalDataTests(PortalFixture portal) : OfficeDays(portal)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _folder = new();

    /// <summary>A file to choose in a form.</summary>
    private string FileOf(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private Task<T> DatabaseAsync<T>(Func<PortalDbContext, Task<T>> read) => Portal.Host.InScopeAsync(services => read(services.GetRequiredService<PortalDbContext>()));

    private static Task<Guid> IdOfAsync(PortalDbContext db, string number) => db.Set<DisclosureRequest>().Where(r => r.Number == number).Select(r => r.Id).SingleAsync(Cancellation);

    /// <summary>A form of somebody whom no other test knows.</summary>
    private static Dictionary<string, string> FormOf(string passport, string phone, string subject, string agency = Requests.Agency) => new(Requests.Form(subject, agency))
    {
        ["Input.IdentityKind"] = "Passport", ["Input.IdentityNumber"] = passport, ["Input.Phone"] = phone,
    };
}

[Trait("Database", "SQLite")]
public sealed class PersonalDataOnSqlite(SqlitePortal portal) : PersonalDataTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class PersonalDataOnPostgres(PostgresPortal portal) : PersonalDataTests(portal), IClassFixture<PostgresPortal>;
