using Livelihood.Content.Workflow;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.PublicLog;

/// <summary>Registers the public log.</summary>
internal static class PublicLogRegistration
{
    public static IServiceCollection AddPublicLog(this IServiceCollection services) => services
        .AddSingleton<IModelPart, PublicLogTables>()
        .AddScoped<AnswerPrivacy>()
        .AddScoped<AnswerDesk>()
        .AddScoped<AnswerStandings>()
        .AddScoped<PublicLogQuery>()
        .AddScoped<WaitingAnswers>()
        .AddScoped<IPublicationCheck, AnswerCheck>()
        .AddSingleton(new SitemapPage("/disclosure/log"))
        .AddSingleton(new ConsoleLink("公开答复", "/console/disclosure/answers", Permissions.HandleRequests, 305, "把答复过的申请公开给所有人：拟写、同意、退回。"));
}
