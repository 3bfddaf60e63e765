using Livelihood.IntegrationTests.Fixtures;
using Livelihood.TestSupport;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>Staff who work over several days; afterwards it is the first day again.</summary>
public abstract class OfficeDays(PortalFixture portal) : IDisposable
{
    protected PortalFixture Portal => portal;

    private readonly List<(PortalVisitor Visitor, StaffAccount Account)> _staff = [];

    /// <summary>Another day begins: everybody signs in anew, as sessions have ended.</summary>
    protected async Task TodayAsync(string date)
    {
        Today(date);
        foreach (var (visitor, account) in _staff)
        {
            await (await visitor.GetPageAsync("/account/sign-in?returnUrl=/console")).SubmitAsync(
                "main form", new Dictionary<string, string> { ["UserName"] = account.UserName, ["Password"] = account.Password });
        }
    }

    /// <summary>Another day begins, on which nobody needs to sign in.</summary>
    protected void Today(string date) => portal.Host.Clock.Set(new DateTimeOffset(DateTime.Parse(date + "T10:00:00"), TimeSpan.FromHours(8)));

    protected async Task<PortalVisitor> StaffAsync(string role, string agency = StaffAccounts.DefaultAgency)
    {
        var account = await portal.Host.CreateStaffAsync(role, agency);
        _staff.Add((await portal.Host.SignInAsync(account), account));
        return _staff[^1].Visitor;
    }

    public void Dispose()
    {
        _staff.ForEach(one => one.Visitor.Dispose());
        portal.Host.Clock.Set(ManualTimeProvider.DefaultStart);
        GC.SuppressFinalize(this);
    }

    protected static async Task<(string Number, string Code)> ConfirmedAsync(PortalVisitor citizen, PortalVisitor handler)
    {
        var filed = await Requests.FileAsync(citizen);
        await Requests.ConfirmAsync(handler, filed.Number);
        return (filed.Number, filed.Code);
    }
}
