using Quartz;

namespace Livelihood.Platform.Forms;

/// <summary>Forgets kept forms that nobody came back for.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetKeptPostsJob(KeptPosts kept) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await kept.ForgetAsync(cancellationToken);
}
