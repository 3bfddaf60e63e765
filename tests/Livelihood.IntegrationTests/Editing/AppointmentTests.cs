using Livelihood.Content.Items;
using Livelihood.Content.Recipes;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Editing;

/// <summary>
/// A new content type is a recipe and no code: 人事任免 gets its form, its validation, its columns and filters in the list,
/// its way to publication, its public page and its facets in the search from its declaration alone.
/// </summary>
public abstract class AppointmentTests(PortalFixture portal)
{
    private static readonly string Recipe = Path.Combine(AppContext.BaseDirectory, "content-recipes", "appointments.recipe.json");

    [Fact]
    public async Task Type_DeclaredByARecipe_IsWrittenListedReviewedPublishedAndFound()
    {
        using var desk = await Desk.OpenAsync(portal);
        Assert.DoesNotContain("人事任免", (await desk.Editor.GetPageAsync("/console/content/new")).TextsOf(".govuk-radios__label"));
        await portal.Host.InScopeAsync(services => services.GetRequiredService<IRecipeExecutor>().ExecuteAsync(Recipe));

        var form = await (await desk.Editor.GetPageAsync("/console/content/new")).SubmitAsync("main form", new Dictionary<string, string> { ["type"] = "Appointment" });
        var wrong = await form.SubmitAsync("main form", Appointment("关于甲任职的通知", "任命", "2026年2月31日"), "button[value=submit]");
        Assert.Contains("“任免日期”不是日期", wrong.Find("#Appointment_DecidedOn_Value-error").TextContent);
        Assert.Equal("2026年2月31日", wrong.Find("#Appointment_DecidedOn_Value").GetAttribute("value"));

        var incomplete = await wrong.SubmitAsync("main form", new Dictionary<string, string> { ["Appointment.DecidedOn.Value"] = "", ["Appointment.Bodies.Text"] = "" }, "button[value=submit]");
        Assert.Equal(["请填写“任免日期”。", "请填写“涉及机关”。"], incomplete.TextsOf(".govuk-error-summary li"));
        var id = incomplete.Address.Segments[^2].Trim('/');
        var sent = await incomplete.SubmitAsync("main form", new Dictionary<string, string>
        {
            ["Appointment.DecidedOn.Value"] = "2026年3月5日", ["Appointment.Bodies.Text"] = "市统计局", ["Appointment.Regions.Terms"] = "true",
        }, "button[value=submit]");
        Assert.Contains("待保密审查", sent.VisibleText);
        await WriteAsync(desk, "关于乙免职的通知", "免职", "2026-4-6");

        await ShouldBeListedAsync(desk);
        await Desk.StepAsync(desk.Reviewer, id, "Clear", "经审查，可以公开。");
        await Desk.StepAsync(desk.Publisher, id, "Publish");
        await ShouldBePublicAsync(id);
    }

    // In the list: columns and filters by the definition.
    private static async Task ShouldBeListedAsync(Desk desk)
    {
        var list = await desk.Editor.GetPageAsync("/console/content?type=Appointment");
        Assert.Contains("任免类别", list.TextsOf("thead th"));
        Assert.Contains("2026年3月5日", list.TextsOf("tbody td"));
        var filtered = await list.SubmitAsync("form.filter-form", new Dictionary<string, string> { ["f.Appointment.Kind"] = "免职" });
        Assert.Equal(["关于乙免职的通知"], filtered.TextsOf("tbody th"));
        filtered = await list.SubmitAsync("form.filter-form", new Dictionary<string, string> { ["f.Appointment.Kind"] = "", ["f.Appointment.DecidedOn"] = "2026年3月5日" });
        Assert.Equal(["关于甲任职的通知"], filtered.TextsOf("tbody th"));
    }

    private async Task ShouldBePublicAsync(string id)
    {
        using var reader = portal.NewVisitor();
        var path = (await portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().PublishedAsync(id)))!.Item.Path;
        var page = await reader.GetPageAsync(path);
        Assert.Contains("任免类别任命", page.VisibleText);
        Assert.Contains("任免日期2026年3月5日", page.VisibleText);
        Assert.Contains("涉及地区湖滨区", page.VisibleText);

        var results = await reader.GetPageAsync("/search?q=" + Uri.EscapeDataString("甲任职") + "&type=Appointment");
        Assert.Contains("关于甲任职的通知", results.VisibleText);
        var narrowed = await reader.GetPageAsync("/search?q=" + Uri.EscapeDataString("甲任职") + "&type=Appointment&f.Appointment.Kind=" + Uri.EscapeDataString("任命"));
        Assert.Contains("任命", string.Join(' ', narrowed.TextsOf(".facets__link[aria-current]")));
        Assert.Contains("共 1 篇", narrowed.VisibleText);
        var none = await reader.GetPageAsync("/search?q=" + Uri.EscapeDataString("甲任职") + "&type=Appointment&f.Appointment.Kind=" + Uri.EscapeDataString("免职"));
        Assert.Contains("所选的范围内没有结果", none.VisibleText);
    }

    private static async Task WriteAsync(Desk desk, string title, string kind, string date)
    {
        var form = await desk.Editor.GetPageAsync("/console/content/new/Appointment");
        await form.SubmitAsync("main form", Appointment(title, kind, date));
    }

    private static Dictionary<string, string> Appointment(string title, string kind, string date) => new()
    {
        ["TitlePart.Title"] = title,
        ["Appointment.Kind.Text"] = kind,
        ["Appointment.DecidedOn.Value"] = date,
        ["Appointment.Bodies.Text"] = "市统计局",
        ["DisclosureRecordPart.Category"] = "20-2",
        ["DisclosureRecordPart.Abstract"] = "市政府决定的任免。",
        ["MarkdownBodyPart.Markdown"] = "市政府决定如下。",
    };
}

[Trait("Database", "SQLite")]
public sealed class AppointmentTestsOnSqlite(SqlitePortal portal) : AppointmentTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class AppointmentTestsOnPostgres(PostgresPortal portal) : AppointmentTests(portal), IClassFixture<PostgresPortal>;
