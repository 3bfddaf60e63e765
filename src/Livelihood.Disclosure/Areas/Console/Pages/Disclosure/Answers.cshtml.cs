using Livelihood.Disclosure.PublicLog;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>Answers on their way to the public log that wait for the office.</summary>
[Authorize(Policy = Permissions.HandleRequests)]
public sealed class AnswersModel(WaitingAnswers waiting, RequestAccess access) : PageModel
{
    public IReadOnlyList<WaitingAnswer> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Waiting = await waiting.FindAsync(await access.HandledAsync(User, cancellation), cancellation);

    /// <summary>What it waits for.</summary>
    public static string StateOf(PublicAnswer answer) =>
        answer.ItemId is null ? "申请人提议公开，还没有拟写" : answer.ReturnReason is null ? "等待负责人同意" : "负责人退回修改";
}
