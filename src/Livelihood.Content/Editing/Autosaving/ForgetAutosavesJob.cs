using Quartz;

namespace Livelihood.Content.Editing.Autosaving;

/// <summary>Forgets autosaves that nobody came back for.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetAutosavesJob(Autosaves autosaves) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await autosaves.ForgetAsync(cancellationToken);
}
