using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Platform.Calendar;

/// <summary>Adds the working-day calendar.</summary>
internal static class CalendarServices
{
    public static IServiceCollection AddCalendar(this IServiceCollection services) => services
        .AddSingleton<IModelPart, CalendarModel>()
        .AddSingleton<CalendarCache>()
        .AddScoped<IWorkingDayCalendars, WorkingDayCalendars>()
        .AddSingleton(new ConsoleLink("工作日历", "/console/calendar", Permissions.ManageCalendar, 800, "查看和修改放假、调休安排；答复期限随之重新计算。"));
}
