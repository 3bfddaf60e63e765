using Livelihood.Formats.Pdf;
using Livelihood.Gazettes.Edition.Printing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Livelihood.Gazettes.Edition;

/// <summary>
/// Makes the editions that wait, one after the other. After a restart it goes on where it was; where the portal runs on several
/// nodes, each edition is made by one of them.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class MakeEditionsJob(IServiceScopeFactory scopes, ILogger<MakeEditionsJob> log) : IJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "make-gazette-editions";

    private const int MissingAtOnce = 20;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        while (await MakeNextAsync(cancellationToken))
        {
        }

        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EditionQueue>().AskForMissingAsync(MissingAtOnce, cancellationToken);
    }

    private async Task<bool> MakeNextAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (services, printer) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<IssuePrinter>());
        if (await services.GetRequiredService<EditionWork>().TakeAsync(printer.Availability.IsAvailable, cancellation) is not { } edition)
        {
            return false;
        }

        try
        {
            await services.GetRequiredService<EditionMaker>().MakeAsync(edition, cancellation);
        }
        catch (PdfUnavailableException unavailable)
        {
            log.LogWarning(unavailable, "The edition of {Issue} was not made at attempt {Attempt}", edition.IssueId, edition.Attempts);
            await PutOffAsync(edition.Id, unavailable.Message, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The portal stops; whoever starts it again finds the edition waiting.
            await PutOffAsync(edition.Id, "平台重新启动，制作中断。", CancellationToken.None);
            throw;
        }
#pragma warning disable CA1031 // Whatever one issue does, the next one's edition is made.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogError(fault, "Making the edition of {Issue} failed at attempt {Attempt}", edition.IssueId, edition.Attempts);
            await PutOffAsync(edition.Id, "制作时出了意外的错误，日志里有详情。", cancellation);
        }

        return true;
    }

    // In a scope of its own: what was half written in the other is dropped.
    private async Task PutOffAsync(Guid editionId, string reason, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<EditionWork>();
        if (await work.FindAsync(editionId, cancellation) is { } edition)
        {
            await work.PutOffAsync(edition, reason, cancellation);
        }
    }
}
