using System.CommandLine;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;

namespace Livelihood.Portal.Commands;

/// <summary><c>audit verify</c>: walks the audit chain.</summary>
internal static class AuditCommands
{
    public static Command Create()
    {
        var verify = new Command("verify", "核对审计链；有断裂时退出码为 1");
        verify.SetAction((_, cancellation) => CommandScope.RunAsync(async services =>
        {
            var found = await AuditChain.VerifyAsync(services.GetRequiredService<PortalDbContext>(), cancellation);
            if (found.BrokenAt is { } broken)
            {
                await Console.Error.WriteLineAsync($"审计链在第 {broken} 条处断裂：该条缺失或被改动。此前 {found.Intact} 条完好。");
                return 1;
            }

            Console.WriteLine($"审计链完好：共 {found.Intact} 条，最末条哈希 {found.Head}");
            return 0;
        }, cancellation));
        return new Command("audit", "审计") { verify };
    }
}
