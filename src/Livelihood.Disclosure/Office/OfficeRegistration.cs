using Livelihood.Disclosure.Jobs;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.Office;

/// <summary>Registers what is due, the calendar of the office, the standards of the fee and the channels of the guide.</summary>
internal static class OfficeRegistration
{
    public static IServiceCollection AddOffice(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, OfficeTablePart>();
        services.AddScoped<LimitKeeping>();
        services.AddScoped<DueDays>();
        services.AddScoped<FeeStandards>();
        services.AddScoped<ChannelGuide>();
        services.AddAtStart<LimitKeeping>("what is due for open ones of before it was kept", (keeping, stop) => keeping.FillAsync(stop));
        foreach (var permission in new[] { Permissions.HandleRequests, Permissions.ApproveRequests, Permissions.SuperviseRequests })
        {
            services.AddSingleton(new ConsoleLink("公开工作日历", "/console/disclosure-calendar", permission, 305, "每一天到期的答复、确认、补正、征求意见和缴费。"));
        }

        services.AddSingleton(new ConsoleLink("信息处理费标准", "/console/disclosure-fees", Permissions.ManageSite, 331, "按件、按量计收的各档金额，从哪一天起用。"));
        services.AddSingleton(new ConsoleLink("申请渠道", "/console/disclosure-channels", Permissions.ApproveRequests, 332, "本机关在公开指南里开通的申请渠道：网上、传真、接待时间。"));
        return services;
    }
}
