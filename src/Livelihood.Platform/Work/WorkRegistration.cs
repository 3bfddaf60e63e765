using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Platform.Work;

/// <summary>Registers long work.</summary>
public static class WorkRegistration
{
    /// <summary>Makes a kind of work known.</summary>
    public static IServiceCollection AddWork<T>(this IServiceCollection services)
        where T : class, IWorkHandler => services.AddScoped<IWorkHandler, T>();

    internal static void AddWorkQueue(this IServiceCollection services)
    {
        services.AddSingleton<WorkRunner>();
        services.AddScoped<IWorkQueue, WorkQueue>();
        services.AddSingleton(new ConsoleLink("后台工作", "/console/long-work", Permissions.OpenConsole, 850, "查看导入、导出、批量办理的进度和结果。"));
    }

    internal static void ConfigureWork(this ModelBuilder model) => model.Entity<WorkItem>(item =>
    {
        item.ToTable("work_items");
        item.Property(w => w.Kind).HasMaxLength(64);
        item.Property(w => w.Title).HasMaxLength(200);
        item.Property(w => w.State).HasConversion<string>().HasMaxLength(16);
        item.Property(w => w.FileHash).HasMaxLength(64);
        item.HasIndex(w => new { w.AccountId, w.CreatedUtc });
        item.HasIndex(w => w.CreatedUtc, "work_under_way").HasFilter("\"EndedUtc\" IS NULL");
    });
}
