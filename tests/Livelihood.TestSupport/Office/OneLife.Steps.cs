using Livelihood.Disclosure.Domain;

namespace Livelihood.TestSupport.Office;

/// <content>What is done to the request, by whom, and what is noted of it.</content>
internal sealed partial class OneLife
{
    private bool IsReceivedOnArrival => _plan.Channel is Channel.InPerson or Channel.Oral or Channel.SignedPost;

    private Task WithdrawnAsync(Side by) => by == Side.Requester ? RequesterAsync("withdrawn", ("Reason", "不再需要")) : HandlerAsync("withdrawn", ("Reason", "来电撤回"));

    private async Task RequesterAsync(string kind, (string Field, string Value) text)
    {
        await requester.ActAsync(_receipt, kind, text);
        Entered();
    }

    private Task HandlerAsync(string kind, params (string, string)[] fields) => RecordAsync(desk.Handler, kind, null, fields);

    private Task HeadAsync(string kind, params (string, string)[] fields) => RecordAsync(desk.Head, kind, null, fields);

    private async Task RecordAsync(OfficePerson by, string kind, string? option, params (string, string)[] fields)
    {
        await by.RecordAsync(_receipt.Number, kind, option, fields);
        Entered();
    }

    private void Entered()
    {
        _entries++;
        day.Step();
    }

    private void Received(DateOnly on)
    {
        if (!_plan.IsCorrection)
        {
            day.Ledger.Received(desk.Agency, _plan.Kind, on);
        }
    }

    private void Over(string outcome)
    {
        Ended(outcome, day.Today);
        _isOver = true;
    }

    private void Ended(string outcome, DateOnly on)
    {
        if (!_plan.IsCorrection)
        {
            day.Ledger.Ended(desk.Agency, _plan.Kind, outcome, on);
        }
    }

    /// <summary>So many working days from today.</summary>
    private DateOnly In(int least, int most) => day.After(dice.Next(least, most + 1));
}
