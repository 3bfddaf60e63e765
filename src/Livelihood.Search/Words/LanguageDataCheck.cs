using Livelihood.Search.Domain.Words;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Livelihood.Search.Words;

/// <summary>Tells the operator at the start what search cannot do because the build had no npm.</summary>
internal sealed class LanguageDataCheck(ILogger<LanguageDataCheck> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (LanguageData.Missing.Count > 0)
        {
            log.LogWarning(
                "Search was built without the language data {Missing} (npm was not there). It runs, but does not understand {Abilities}. Build again with Node 20 and npm.",
                string.Join(", ", LanguageData.Missing), string.Join(", ", LanguageData.Missing.Select(AbilityOf)));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string AbilityOf(string part) => part switch
    {
        LanguageData.Simplified => "traditional characters",
        LanguageData.Dictionary => "questions as words",
        _ => "pinyin and slips of one character",
    };
}
