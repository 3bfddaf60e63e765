using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Livelihood.TestSupport;

namespace Livelihood.IntegrationTests.Citizens;

/// <summary>
/// An OpenID Connect provider of its own for one portal: oidc-provider, a certified one, in a Node process that all tests
/// share. Its packages are installed from the lock file when they are missing.
/// </summary>
public sealed class CertifiedProvider
{
    private static readonly Lazy<Task<HttpClient>> Process = new(StartAsync);

    private readonly HttpClient _orders;
    private readonly Made _made;

    private CertifiedProvider(HttpClient orders, Made made) => (_orders, _made) = (orders, made);

    public string Issuer => _made.Issuer;

    /// <summary>The portal's settings for it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Citizens:OpenIdConnect:Authority"] = _made.Issuer,
        ["Citizens:OpenIdConnect:ClientId"] = _made.ClientId,
        ["Citizens:OpenIdConnect:ClientSecret"] = _made.ClientSecret,
        ["Citizens:OpenIdConnect:Name"] = "云岭统一身份认证",
    };

    /// <summary>A new provider that runs.</summary>
    public static async Task<CertifiedProvider> StartNewAsync()
    {
        var orders = await Process.Value;
        using var answer = await orders.PostAsJsonAsync("/", new { });
        return new(orders, (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Made>())!);
    }

    /// <summary>Lets it know the portal's address to lead back to.</summary>
    public Task KnowAsync(Uri portal) => OrderAsync(new { redirect_uri = new Uri(portal, "/account/citizen/unified").ToString() });

    /// <summary>New keys; the old ones are gone.</summary>
    public Task RotateAsync() => OrderAsync(new { rotate = true });

    /// <summary>From now on its tokens have this fault; null: none.</summary>
    public Task TamperAsync(string? fault) => OrderAsync(new { tamper = fault });

    /// <summary>Whether it can be reached.</summary>
    public Task SwitchAsync(bool isOn) => OrderAsync(new { down = !isOn });

    /// <summary>The state that the last browser brought, and where it was led back to.</summary>
    public async Task<Seen> SeenAsync() => (await _orders.GetFromJsonAsync<Seen>($"/{_made.Id}"))!;

    private async Task OrderAsync(object change)
    {
        using var answer = await _orders.PostAsJsonAsync($"/{_made.Id}", change);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<HttpClient> StartAsync()
    {
        var folder = Repository.PathOf("tests", "oidc-provider");
        await InstallAsync(folder);
        var process = System.Diagnostics.Process.Start(new ProcessStartInfo("node", ["provider.mjs"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.BeginErrorReadLine();
        // It ends with its standard input: also when the tests are killed.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.StandardInput.Close();
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The provider of the tests did not start: run 'node tests/oidc-provider/provider.mjs'.");
        return new HttpClient { BaseAddress = new Uri(address) };
    }

    // Two runs of tests at once install one after the other.
    private static async Task InstallAsync(string folder)
    {
        var (wanted, installed) = (Path.Combine(folder, "package-lock.json"), Path.Combine(folder, "node_modules", ".package-lock.json"));
        using var alone = await LockAsync(Path.Combine(folder, "node_modules.lock"));
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(wanted))
        {
            return;
        }

        using var npm = System.Diagnostics.Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = folder })!;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"'npm ci' in {folder} failed.");
        }
    }

    private static async Task<FileStream> LockAsync(string file)
    {
        while (true)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>What the provider saw.</summary>
    public sealed record Seen(string State, string Redirect);

    private sealed record Made(
        string Id, string Issuer, [property: JsonPropertyName("client_id")] string ClientId, [property: JsonPropertyName("client_secret")] string ClientSecret);
}
