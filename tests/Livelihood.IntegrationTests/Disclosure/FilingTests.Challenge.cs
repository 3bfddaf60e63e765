using System.Net;
using Livelihood.Disclosure;
using Livelihood.Disclosure.Filing;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Livelihood.TestSupport.Office;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>What keeps programs from filing, and what people who find their answer published leave behind.</summary>
public abstract partial class FilingTests
{
    private DisclosureOptions Options => portal.Services.GetRequiredService<IOptions<DisclosureOptions>>().Value;

    [Fact]
    public async Task After_some_requests_of_an_address_a_sum_is_asked_and_its_answer_counts_once()
    {
        Options.FilingsWithoutChallenge = 2; // read when an address files for the first time
        try
        {
            using var citizen = new PortalVisitor(portal.Host.BaseAddress, OwnAddress.Of(700));
            await Requests.FileAsync(citizen);
            await Requests.FileAsync(citizen);
            var check = await Requests.CheckAsync(citizen, Requests.Form("第三件"));
            Assert.Matches("^[一二三四五六七八九][加减][一二三四五六七八九]等于几？$", check.Find("label[for=Answer]").TextContent);
            Assert.Contains("请回答下面的问题", ErrorOf(await FileAsync(check, "")));
            var wrong = await FileAsync(check, "99");
            Assert.Contains("回答不对", ErrorOf(wrong));
            Assert.Contains("第三件", wrong.VisibleText);

            // In time it is right, sent twice it is one request.
            var answer = FilingSum.AnswerOn(wrong)["Answer"];
            var first = Requests.Read(await FileAsync(wrong, answer));
            Assert.Equal(first.Number, Requests.Read(await FileAsync(wrong, answer)).Number);

            // For another request the same answer is worth nothing, be it another form or the same one changed.
            var token = wrong.Find("[name=ChallengeToken]").GetAttribute("value")!;
            var other = await Requests.CheckAsync(citizen, Requests.Form("第四件"));
            other.Find("[name=ChallengeToken]").SetAttribute("value", token);
            Assert.Contains("已经过期", ErrorOf(await FileAsync(other, answer)));
            wrong.Find("[name='Input.Subject']").SetAttribute("value", "改过的第三件");
            Assert.Contains("已经用来提交过另一件申请", ErrorOf(await FileAsync(wrong, answer)));

            var late = await Requests.CheckAsync(citizen, Requests.Form("第五件"));
            portal.Clock.Advance(FilingChallenges.Lasts + TimeSpan.FromSeconds(1));
            Assert.Contains("已经过期", ErrorOf(await FileAsync(late, FilingSum.AnswerOn(late)["Answer"])));

            using var neighbour = new PortalVisitor(portal.Host.BaseAddress, OwnAddress.Of(701));
            Assert.NotEmpty((await Requests.FileAsync(neighbour)).Number);
        }
        finally
        {
            Options.FilingsWithoutChallenge = 0;
            portal.Clock.Set(ManualTimeProvider.DefaultStart);
        }
    }

    [Fact]
    public async Task A_form_filled_in_too_fast_or_where_nobody_sees_is_asked_a_sum_and_people_pass()
    {
        using var citizen = portal.NewVisitor();
        var trapped = await Requests.CheckAsync(citizen, new(Requests.Form("诱饵")) { ["Input.Homepage"] = "https://example.com" });
        Assert.NotEmpty(Requests.Read(await FileAsync(trapped, FilingSum.AnswerOn(trapped)["Answer"])).Number);
        Options.LeastFillingSeconds = 5;
        try
        {
            var quick = await Requests.CheckAsync(citizen, Requests.Form("太快"));
            Assert.NotEmpty(FilingSum.AnswerOn(quick));
            portal.Clock.Advance(TimeSpan.FromSeconds(5));
            var slow = await quick.SubmitAsync("main form", button: "button[formaction*=File]");
            Assert.NotEmpty(Requests.Read(slow).Number);
            quick.Find("[name='Input.Opened']").SetAttribute("value", "forged");
            Assert.Contains("请回答下面的问题", ErrorOf(await FileAsync(quick, "")));
        }
        finally
        {
            Options.LeastFillingSeconds = 0;
            portal.Clock.Set(ManualTimeProvider.DefaultStart);
        }
    }

    [Fact]
    public async Task One_address_cannot_file_without_end_and_its_pages_are_counted_apart()
    {
        var before = Options.FormsPerHour;
        Options.FormsPerHour = 1;
        try
        {
            using var citizen = new PortalVisitor(portal.Host.BaseAddress, OwnAddress.Of(702));
            await Requests.FileAsync(citizen);
            var check = await Requests.CheckAsync(citizen);
            await check.SubmitAsync("main form", button: "button[formaction*=File]", expected: HttpStatusCode.TooManyRequests);
            using var neighbour = new PortalVisitor(portal.Host.BaseAddress, OwnAddress.Of(703));
            await Requests.FileAsync(neighbour);
        }
        finally
        {
            Options.FormsPerHour = before;
        }
    }

    [Fact]
    public async Task Whether_what_is_published_was_the_answer_is_counted_without_losing_the_form()
    {
        using var citizen = portal.NewVisitor();
        var check = await Requests.CheckAsync(citizen, Requests.Form("政府信息公开条例"));
        Assert.Contains("是您要的吗", check.VisibleText);
        var before = await SumAsync();
        var on = await PressAsync(check, "button[formaction*=Answered][formaction*='isAnswer=false']");
        Assert.Contains("谢谢，已经记下", on.VisibleText);
        Assert.Contains(Requests.IdentityNumber, on.VisibleText);
        var done = await PressAsync(on, "button[formaction*=Answered][formaction*='isAnswer=true']");
        Assert.Equal("不用再申请了", done.Find("h1").TextContent);
        await PressAsync(check = await PressAsync(done, "button[formaction*=Resume]"), "button[formaction*=Answered][formaction*='isAnswer=true']");
        Assert.EndsWith("核对申请内容", check.Find("h1").TextContent);
        using var answer = await citizen.PostAsync($"{Start}?handler=Answered&item=/nowhere&isAnswer=true", new Dictionary<string, string>(), Start);
        var after = await SumAsync();
        Assert.Equal((2, 1), (after.Answered - before.Answered, after.Not - before.Not));

        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        Assert.Contains($"解决了，不用再申请：{after.Answered}次；没有解决：{after.Not}次", (await handler.GetPageAsync("/console/disclosure/answers")).Find("[data-published-answers]").TextContent);
    }

    private Task<PublishedAnswerSum> SumAsync() => portal.Host.InScopeAsync(services => services.GetRequiredService<PublishedAnswers>().SumAsync(TestContext.Current.CancellationToken));

    private static Task<PortalPage> FileAsync(PortalPage check, string answer) =>
        check.SubmitAsync("main form", new Dictionary<string, string> { ["Answer"] = answer }, "button[formaction*=File]");

    private static string ErrorOf(PortalPage page) => page.Find(".govuk-error-summary").TextContent;
}
