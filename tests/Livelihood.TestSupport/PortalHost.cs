using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Livelihood.TestSupport;

/// <summary>
/// The real portal, composed by its own <c>Program</c>, listening on a port of its own. What differs from production:
/// where its state lies, that its clock is moved by hand, the demonstration's content, sign-in without a second factor and
/// passwords that are quick to guess, as hundreds of accounts are made.
/// </summary>
public sealed class PortalHost : IAsyncDisposable
{
    private readonly Factory _factory;

    private PortalHost(Factory factory, ManualTimeProvider clock)
    {
        _factory = factory;
        Clock = clock;
        BaseAddress = factory.ClientOptions.BaseAddress;
    }

    public Uri BaseAddress { get; }

    public ManualTimeProvider Clock { get; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>Starts the portal on a data folder and a database; both outlive the host, so that it can be started again on them.</summary>
    public static PortalHost Start(
        string dataFolder,
        TestDatabase database,
        string environment = "Production",
        ManualTimeProvider? clock = null,
        IReadOnlyDictionary<string, string>? settings = null)
    {
        clock ??= new ManualTimeProvider(ManualTimeProvider.DefaultStart);
        var all = new Dictionary<string, string>
        {
            ["Portal:DataFolder"] = dataFolder,
            ["ConnectionStrings:Portal"] = database.ConnectionString,
            // With content to read, and with sign-in by password alone unless a test is about the second factor.
            ["Portal:SetUpRecipes"] = "setup,demonstration",
            ["Portal:RequireTwoFactor"] = "false",
            // Its clock stands, and hundreds of requests come from one address: only tests of the challenge meet it.
            ["Disclosure:FilingsWithoutChallenge"] = "0",
            ["Disclosure:LeastFillingSeconds"] = "0",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            all[key] = value;
        }

        var factory = new Factory(environment, clock, all);
        factory.UseKestrel(0);
        factory.StartServer();
        return new PortalHost(factory, clock);
    }

    /// <summary>Somebody who visits the portal with cookies of their own.</summary>
    public PortalVisitor NewVisitor() => new(BaseAddress);

    /// <summary>Runs an action with services of one scope, as one request has them.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> action)
    {
        await using var scope = Services.CreateAsyncScope();
        return await action(scope.ServiceProvider);
    }

    /// <inheritdoc cref="InScopeAsync{T}"/>
    public async Task InScopeAsync(Func<IServiceProvider, Task> action)
    {
        await using var scope = Services.CreateAsyncScope();
        await action(scope.ServiceProvider);
    }

    public ValueTask DisposeAsync() => _factory.DisposeAsync();

    private sealed class Factory(string environment, TimeProvider clock, IReadOnlyDictionary<string, string> settings)
        : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment);
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            // Built but not published: style sheets and scripts lie in the projects' own folders.
            builder.UseStaticWebAssets();
            builder.ConfigureServices(services => services
                .Replace(ServiceDescriptor.Singleton(clock))
                .Configure<PasswordHasherOptions>(passwords => passwords.IterationCount = 100));
        }
    }
}
