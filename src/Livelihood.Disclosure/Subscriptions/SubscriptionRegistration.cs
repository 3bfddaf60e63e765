using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Disclosure.Subscriptions;

/// <summary>Registers the calendars that calendar programs subscribe to.</summary>
internal static class SubscriptionRegistration
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<IModelPart, DueSubscriptionTable>()
        .AddScoped<DueSubscriptions>()
        .AddScoped<DueCalendar>()
        .AddDueCalendarLimit();
}
