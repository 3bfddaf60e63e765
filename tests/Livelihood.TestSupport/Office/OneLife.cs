using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Outcomes;

namespace Livelihood.TestSupport.Office;

/// <summary>One request's life, by its plan.</summary>
/// <param name="request">The request.</param>
/// <param name="desk">The office.</param>
/// <param name="requester">Who asks.</param>
/// <param name="day">The day.</param>
/// <param name="dice">What is left to chance: how long things take, and which reply is given.</param>
internal sealed partial class OneLife(WrittenRequest request, OfficeDesk desk, OfficeRequester requester, OfficeDay day, Random dice)
{
    private readonly LifePlan _plan = request.Plan;
    private ShownReceipt _receipt = null!;
    private int _entries;
    private bool _isOver;

    /// <summary>Lives it; gives the day on which it goes on.</summary>
    public async IAsyncEnumerable<DateOnly> LiveAsync()
    {
        await FileAsync();
        foreach (var part in new[] { ReceiveAsync, CorrectAsync, PayAsync, WithdrawAsync, EndWronglyAsync, ConsultAsync, ExtendAsync, ExplainAsync, ReplyAsync, ComplainAsync })
        {
            await foreach (var next in part())
            {
                yield return next;
            }

            if (_isOver)
            {
                yield break;
            }
        }
    }

    private async Task FileAsync()
    {
        var arrived = day.Today.AddDays(-_plan.EnteredDaysLate);
        if (_plan.Channel == Channel.Fax)
        {
            await desk.TakeFaxAsync();
        }

        _receipt = _plan.Channel == Channel.Internet ? await requester.FileAsync(request) : await desk.Handler.EnterAsync(request, _plan.Channel, arrived);
        day.Receipts.Add(_receipt);
        Entered();
        if (IsReceivedOnArrival)
        {
            Received(arrived);
        }
    }

    private async IAsyncEnumerable<DateOnly> ReceiveAsync()
    {
        if (!IsReceivedOnArrival)
        {
            yield return In(1, 2);
            if (_plan.WithdrawnUnconfirmed != Side.Nobody)
            {
                await WithdrawnAsync(_plan.WithdrawnUnconfirmed); // never received, so never counted
                _isOver = true;
                yield break;
            }

            await desk.Handler.ConfirmAsync(_receipt.Number);
            Entered();
            Received(day.Today);
        }

        _isOver = _plan.IsForgotten;
    }

    private async IAsyncEnumerable<DateOnly> CorrectAsync()
    {
        if (_plan.Correction == Ending.None)
        {
            yield break;
        }

        yield return In(1, 5);
        await HandlerAsync("correctionAsked", ("What", "请写明年份"), ("Until", OfficePerson.Text(day.After(10))));
        if (_plan.Correction == Ending.Fails)
        {
            yield return In(11, 15);
            await HandlerAsync("correctionLapsed");
            Over(OutcomeTable.NotCorrected);
            yield break;
        }

        yield return In(1, 10);
        await (_plan.CorrectedBy == Side.Office ? HandlerAsync("correctionArrived", ("Text", "2019年")) : RequesterAsync("correctionArrived", ("Text", "2019年")));
    }

    private async IAsyncEnumerable<DateOnly> PayAsync()
    {
        if (_plan.Fee == Ending.None)
        {
            yield break;
        }

        yield return In(1, 4);
        await HandlerAsync("feeNoticed", ("Basis", "ByPage"), ("Quantity", "40"));
        yield return _plan.Fee == Ending.Comes ? In(1, 20) : In(21, 24);
        await HandlerAsync(_plan.Fee == Ending.Comes ? "feePaid" : "feeLapsed");
        if (_plan.Fee == Ending.Fails)
        {
            Over(OutcomeTable.NotPaid);
        }
    }

    private async IAsyncEnumerable<DateOnly> WithdrawAsync()
    {
        if (_plan.Withdrawn != Side.Nobody)
        {
            yield return In(0, 3);
            await WithdrawnAsync(_plan.Withdrawn);
            Over(OutcomeTable.Other);
        }
    }

    private async IAsyncEnumerable<DateOnly> EndWronglyAsync()
    {
        if (!_plan.IsWronglyEnded)
        {
            yield break;
        }

        yield return In(0, 3);
        await WithdrawnAsync(Side.Office);
        var (wrong, on) = (_entries, day.Today);
        Ended(OutcomeTable.Other, on);
        yield return In(1, 6);
        await RecordAsync(desk.Head, "recordCorrected", $"{wrong}", ("How", "void"), ("Why", "登记到了别的申请上"));
        if (!_plan.IsCorrection)
        {
            day.Ledger.Reopened(desk.Agency, _plan.Kind, OutcomeTable.Other, on);
        }
    }

    private async IAsyncEnumerable<DateOnly> ConsultAsync()
    {
        if (_plan.Consultation == Ending.None)
        {
            yield break;
        }

        yield return In(1, 3);
        await HandlerAsync("consultationSent", ("With", dice.Next(2) == 0 ? "ThirdParty" : "Agency"), ("Party", "对方甲"), ("About", "合同"));
        yield return _plan.Consultation == Ending.Comes ? In(1, 12) : In(16, 18);
        await (_plan.Consultation == Ending.Comes ? HandlerAsync("consultationAnswered", ("Agrees", dice.Next(2) == 0 ? "yes" : "no")) : HandlerAsync("consultationEnded"));
    }

    private async IAsyncEnumerable<DateOnly> ExtendAsync()
    {
        if (_plan.Extension == Ending.None)
        {
            yield break;
        }

        yield return In(0, 4);
        await HandlerAsync("extensionProposed", ("WorkingDays", "10"), ("Reason", "档案在外地"));
        await (_plan.Extension == Ending.Comes ? HeadAsync("extended") : HeadAsync("extensionReturned", ("Reason", "可以按期答复")));
    }

    private async IAsyncEnumerable<DateOnly> ExplainAsync()
    {
        if (!_plan.AreReasonsAsked)
        {
            yield break;
        }

        yield return In(0, 2);
        await HandlerAsync("reasonsAsked", ("What", "一个月内第九次"), ("Until", OfficePerson.Text(day.After(5))));
        yield return In(1, 5);
        await RequesterAsync("reasonsGiven", ("Text", "研究需要"));
        if (_plan.IsPostponed)
        {
            await HeadAsync("postponed", ("Until", OfficePerson.Text(day.After(60))), ("Reason", "数量大"));
        }
    }

    private async IAsyncEnumerable<DateOnly> ReplyAsync()
    {
        yield return In(1, 16);
        var possible = ReplyKinds.Of(_plan.IsCorrection ? RequestMatter.Correction : RequestMatter.Information)
            .Where(reply => (_plan.Correction == Ending.Comes || reply.Outcome != "r4_3") && (_plan.AreReasonsAsked || reply.Outcome != OutcomeTable.Excess)).ToList();
        var reply = possible[dice.Next(possible.Count)];
        (string, string)[] says = [.. reply.Parts.Select(part => (part.Name, "如实说明：第二页，涉及第十五条"))];
        await RecordAsync(desk.Handler, "replyProposed", reply.Key, says);
        if (_plan.IsReplyReturned)
        {
            await HeadAsync("replyReturned", ("Reason", "请写明依据"));
            yield return In(1, 2);
            await RecordAsync(desk.Handler, "replyProposed", reply.Key, says);
        }

        await HeadAsync("replied");
        yield return In(0, 4);
        var served = day.Today;
        if (_plan.IsServiceEnteredLate)
        {
            yield return In(1, 5);
        }

        var way = _plan.IsByEmail ? "Electronic" : dice.Next(3) == 0 ? "InPerson" : "Post";
        await HandlerAsync("served", ("On", OfficePerson.Text(served)), ("Way", way), ("Proof", "凭证"));
        Ended(reply.Outcome, served);
    }

    private async IAsyncEnumerable<DateOnly> ComplainAsync()
    {
        if (_plan.Complaint == Ending.None)
        {
            yield break;
        }

        yield return In(1, 10);
        await RequesterAsync("complaintFiled", ("Text", "答复没有说明理由"));
        yield return In(1, 10);
        if (_plan.Complaint == Ending.Fails)
        {
            await RecordAsync(desk.Supervisor, "complaintDecided", null, ("Orders", "no"), ("Text", "已经说明理由"));
            yield break;
        }

        await RecordAsync(desk.Supervisor, "complaintDecided", null, ("Orders", "yes"), ("Text", "说明理由"), ("RemedyBy", OfficePerson.Text(day.After(15))));
        yield return In(1, 15);
        await HeadAsync("remedied", ("What", "已经书面说明理由"), ("Outcome", _plan.IsCorrection ? "none" : "r1")); // the report goes on counting the first outcome
    }
}
