using System.Text.Encodings.Web;
using System.Text.Json;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Portal.SetUp;

/// <summary>One account for each role, with random passwords, in Development only.</summary>
internal sealed class DemonstrationAccounts(
    PortalFolder folder, PortalDbContext db, AccountRegistrar registrar, IAgencyDirectory agencies)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An account and its password, as written down in the data folder on the first start.</summary>
    public sealed record Line(string Role, string UserName, string Password, string Agency);

    private string File => Path.Combine(folder.Root, "demonstration-accounts.json");

    /// <summary>The accounts: made on the first start, read from the data folder later.</summary>
    public async Task<IReadOnlyList<Line>> EnsureAsync(CancellationToken cancellation = default)
    {
        using var alone = await SetUpLock.TakeAsync(folder, cancellation);
        if (System.IO.File.Exists(File))
        {
            await using var kept = System.IO.File.OpenRead(File);
            return await JsonSerializer.DeserializeAsync<List<Line>>(kept, Json, cancellation) ?? [];
        }

        if (await db.Users.AnyAsync(cancellation))
        {
            return [];
        }

        var lines = await MakeAsync(cancellation);
        if (lines.Count == 0)
        {
            return lines;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(File, options);
        await JsonSerializer.SerializeAsync(file, lines, Json, cancellation);
        return lines;
    }

    private async Task<List<Line>> MakeAsync(CancellationToken cancellation)
    {
        var all = await agencies.AllAsync(cancellation);
        var government = all.FirstOrDefault(a => a.ParentId is null);
        var office = all.FirstOrDefault(a => a.AcceptsRequests) ?? government;
        if (government is null || office is null)
        {
            return [];
        }

        var lines = new List<Line>();
        var roles = await db.Set<RoleDefinition>().AsNoTracking().ToListAsync(cancellation);
        await using var unit = await db.BeginUnitAsync(cancellation);
        foreach (var role in roles.OrderBy(r => Roles.All.ToList().IndexOf(r.Name)))
        {
            var agency = role.Reach == RoleReach.Own ? office : government;
            var request = new NewAccount(role.Name, $"演示{role.DisplayName}", role.Name, agency.Id, Email: null, Password: null);
            lines.Add(new(role.DisplayName, role.Name, await registrar.CreateAsync(request, cancellation), agency.Name));
        }

        await unit.CommitAsync(cancellation);
        return lines;
    }
}
