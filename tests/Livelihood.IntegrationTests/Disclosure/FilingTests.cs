using AngleSharp.Html.Dom;
using Livelihood.Disclosure.Data;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Livelihood.TestSupport.Office;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>The form: mistakes, sending twice, many at once, and what the database holds of a person.</summary>
public abstract partial class FilingTests(PortalFixture portal)
{
    [Fact]
    public async Task Mistakes_are_told_in_Chinese_beside_their_fields_and_nothing_typed_is_lost()
    {
        using var citizen = portal.NewVisitor();
        var form = new Dictionary<string, string>(Requests.Form("道路 <b>养护</b>"))
        {
            ["Input.IdentityNumber"] = "411200198001010012",
            ["Input.Phone"] = "12345",
            ["Input.Delivery"] = "Post",
            ["Input.Address"] = "",
        };
        var page = await Requests.CheckAsync(citizen, form);
        var summary = page.Find(".govuk-error-summary").TextContent;
        Assert.Contains("校验位不符", summary);
        Assert.Contains("有效的电话号码", summary);
        Assert.Contains("请填写通信地址", summary);
        Assert.All(page.Document.QuerySelectorAll(".govuk-error-summary a").OfType<IHtmlAnchorElement>(),
            link => Assert.NotNull(page.Document.GetElementById(link.Hash[1..])));
        Assert.Equal("道路 <b>养护</b>", ((IHtmlInputElement)page.Find("[name='Input.Subject']")).Value);
        Assert.Equal("411200198001010012", ((IHtmlInputElement)page.Find("[name='Input.IdentityNumber']")).Value);
        Assert.True(((IHtmlInputElement)page.Find("[name='Input.Delivery'][value=Post]")).IsChecked);
        Assert.StartsWith("错误：", page.Document.Title);
        Assert.Empty(PageFaults.Of(page));
    }

    [Fact]
    public async Task An_empty_form_says_everything_that_is_missing()
    {
        using var citizen = portal.NewVisitor();
        var page = await (await citizen.GetPageAsync("/disclosure/requests/new?whole=true")).SubmitAsync("main form");
        var messages = page.TextsOf(".govuk-error-summary li");
        foreach (var expected in new[] { "请选择向哪个机关申请", "至少填一项", "信息形式", "获取信息的方式", "请填写姓名", "请填写证件号码", "联系电话或者电子邮箱" })
        {
            Assert.Contains(messages, message => message.Contains(expected));
        }
    }

    [Fact]
    public async Task The_check_page_shows_everything_and_leads_back_without_loss()
    {
        using var citizen = portal.NewVisitor();
        var check = await Requests.CheckAsync(citizen);
        foreach (var value in new[] { Requests.Name, Requests.IdentityNumber, Requests.Phone, Requests.Address, "2019年公路养护经费安排", "自己到机关领取" })
        {
            Assert.Contains(value, check.VisibleText);
        }

        var form = await check.SubmitAsync("main form", button: "button[formaction*=Edit]");
        Assert.Empty(form.Document.QuerySelectorAll(".govuk-error-summary"));
        Assert.Equal(Requests.IdentityNumber, ((IHtmlInputElement)form.Find("[name='Input.IdentityNumber']")).Value);
        var again = await form.SubmitAsync("main form");
        Assert.Contains("核对申请内容", again.VisibleText);
    }

    [Fact]
    public async Task An_organisation_asks_with_its_credit_code_and_contact_person()
    {
        using var citizen = portal.NewVisitor();
        var start = await citizen.GetPageAsync("/disclosure/requests/new?whole=true&organisation=true");
        var form = new Dictionary<string, string>(Requests.Form())
        {
            ["Input.Name"] = "测试有限公司",
            ["Input.Kind"] = "Commercial",
            ["Input.ContactPerson"] = "联系人乙",
            ["Input.IdentityKind"] = "UnifiedCreditCode",
            ["Input.IdentityNumber"] = "914112000000000ABM",
        };
        var check = await start.SubmitAsync("main form", form);
        Assert.Contains("商业企业", check.VisibleText);
        var filed = Requests.Read(await check.SubmitAsync("main form", button: "button[formaction*=File]"));
        Assert.NotEmpty(filed.Number);
    }

    [Fact]
    public async Task Sending_twice_makes_one_request_and_shows_the_same_receipt()
    {
        using var citizen = portal.NewVisitor();
        var before = await CountAsync();
        var check = await Requests.CheckAsync(citizen);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => check.SubmitAsync("main form", button: "button[formaction*=File]")));
        var filed = receipts.Select(Requests.Read).ToList();
        Assert.Single(filed.Select(receipt => (receipt.Number, receipt.Code)).Distinct());
        Assert.Equal(before + 1, await CountAsync());

        // Changed after filing, it is another request: nothing written is dropped silently.
        var edited = await check.SubmitAsync("main form", button: "button[formaction*=Edit]");
        var other = await edited.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Subject"] = "另一件事" });
        Assert.NotEqual(filed[0].Number, Requests.Read(await other.SubmitAsync("main form", button: "button[formaction*=File]")).Number);
    }

    [Fact]
    public async Task Twenty_people_filing_at_once_get_numbers_without_doubles_or_gaps_and_so_do_their_letters()
    {
        var people = FilingRush.PeopleFor(portal.Host.BaseAddress, ["SMX-CZJ", "SMX-SLJ"], 20);
        try
        {
            var receipts = await FilingRush.FileAsync(people, 3);
            await FilingRush.WriteLettersAsync(portal.Host, receipts, desks: 20);
            var proof = await portal.Host.InScopeAsync(services => RegisterProof.OfAsync(services, receipts));
            Assert.Empty(proof.Faults);
            Assert.Equal(60, proof.Letters);
            Assert.Equal(60, receipts.Select(receipt => receipt.Code).Distinct().Count());
        }
        finally
        {
            people.ToList().ForEach(person => person.Dispose());
        }
    }

    [Fact]
    public async Task Neither_person_nor_query_code_can_be_read_in_the_database()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen);
        var everything = await portal.Host.InScopeAsync(services => ReadEverythingAsync(services.GetRequiredService<PortalDbContext>()));
        Assert.Contains(filed.Number, everything);
        foreach (var secret in new[] { Requests.Name, Requests.IdentityNumber, Requests.Phone, Requests.Address, filed.Code, filed.Code.Replace("-", "") })
        {
            Assert.DoesNotContain(secret, everything);
        }
    }

    [Fact]
    public async Task A_request_without_its_token_is_refused()
    {
        using var citizen = portal.NewVisitor();
        var page = await citizen.GetPageAsync("/disclosure/requests/new?whole=true");
        page.Find("main form input[name=__RequestVerificationToken]").Remove();
        await page.SubmitAsync("main form", Requests.Form(), expected: System.Net.HttpStatusCode.BadRequest);
    }

    private Task<int> CountAsync() => portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<DisclosureRequest>().CountAsync(TestContext.Current.CancellationToken));

    private static async Task<string> ReadEverythingAsync(PortalDbContext db)
    {
        var text = new System.Text.StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                text.AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i)))).AppendLine();
            }
        }

        return text.ToString();
    }
}

[Trait("Database", "SQLite")]
public sealed class FilingOnSqlite(SqlitePortal portal) : FilingTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class FilingOnPostgres(PostgresPortal portal) : FilingTests(portal), IClassFixture<PostgresPortal>;
