using System.Text.Json;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Register;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <content>Reads what a page of the form sent, and says what is wrong where it is asked.</content>
public sealed partial class NewModel
{
    private List<FilingMistake> _papers = [];

    private sealed record FilingMistake(FilingQuestion Question, string Field, string Message);

    /// <summary>The network address that sends the form.</summary>
    private string Address => HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>What every step begins with: a right key, the papers, what the page shows.</summary>
    private async Task BeginAsync(bool takesPapers, CancellationToken cancellation)
    {
        ModelState.Clear(); // the reader says everything that binding could say, in the page's own words
        if (SubmissionKey.Parse(Input.Key) is null)
        {
            Input.Key = SubmissionKey.New().ToString();
            ModelState.AddModelError("", "这张表的标记不完整，已经换新，请检查后再次提交");
        }

        if (takesPapers)
        {
            var refused = await waiting.TakeAsync(SubmissionKey.Parse(Input.Key)!, Request.Form, cancellation);
            _papers = [.. refused.Select(message => new FilingMistake(FilingQuestion.Papers, PaperFields.Files, message))];
        }

        var shown = ShownPapers;
        await LoadAsync(cancellation);
        ShownPapers = takesPapers ? Papers.Papers.Count : shown;
    }

    private async Task<NewRequest?> ReadAsync(CancellationToken cancellation)
    {
        await BeginAsync(takesPapers: true, cancellation);
        var mistakes = MistakesOf(out var request);
        Checked = request;
        if (mistakes.Count > 0 || !ModelState.IsValid)
        {
            AskAgain(mistakes);
            return null;
        }

        Question = Question is null ? null : FilingQuestion.Help;
        Sum = challenges.IsNeeded(Address, Input.Homepage, Input.Opened) ? challenges.Ask(SubmissionKey.Parse(Input.Key)!) : null;
        Step = FilingStep.Check;
        return Checked;
    }

    /// <summary>Whether the request is a person's, as far as a sum can tell; else the check page asks.</summary>
    private async Task<bool> IsMeantAsync(NewRequest request, CancellationToken cancellation)
    {
        if (Sum is null)
        {
            return true;
        }

        var form = SubmissionKey.Parse(Input.Key)!;
        var content = form.BoundTo(JsonSerializer.Serialize(new { request.Agency.Id, request.Requester, request.Wanted, request.Matter, Papers = Papers.Papers.Select(paper => paper.Id) }));
        if (await challenges.RedeemAsync(ChallengeToken, Answer, form, content, cancellation) is not { } problem)
        {
            return true;
        }

        Answer = null;
        ModelState.AddModelError(nameof(Answer), problem);
        return false;
    }

    private List<FilingMistake> MistakesOf(out NewRequest? request)
    {
        var reader = new RequestFormReader(Input, Agencies, clock.Today);
        request = reader.Read();
        return [.. _papers, .. reader.Mistakes.Select(mistake => new FilingMistake(FilingQuestions.Of(mistake.Field), $"{nameof(Input)}.{mistake.Field}", mistake.Message))];
    }

    /// <summary>On one page everything that is wrong; else one question at a time, from which the way leads back to the check page.</summary>
    private void AskAgain(List<FilingMistake> mistakes)
    {
        Step = FilingStep.Form;
        if (Question is { } asked && mistakes.Count > 0)
        {
            Question = mistakes.Exists(mistake => mistake.Question == asked) ? asked : mistakes.Min(mistake => mistake.Question);
            Returning |= Question != asked;
            mistakes = mistakes.FindAll(mistake => mistake.Question == Question);
        }

        Tell(mistakes);
    }

    private void Tell(IReadOnlyList<FilingMistake> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            ModelState.AddModelError(mistake.Field, mistake.Message);
        }
    }

    private async Task OfferAsync(bool isTime, CancellationToken cancellation) =>
        Hits = isTime && !Input.Correction ? await published.SuggestAsync(Input.SearchText, Suggestions, cancellation) : [];

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Agencies = await guide.OnlineAsync(cancellation);
        Papers = await waiting.FieldsAsync(
            SubmissionKey.Parse(Input.Key) ?? SubmissionKey.New(), Question is null ? "四、附件（选填）" : "附件（选填）",
            Input.Correction
                ? "要更正的记录和能证明它不准确的材料，例如记录的照片、出生证明或者判决书的扫描件。与更正无关的证件不用附。"
                : "能帮助机关找到信息的材料，例如以前收到的答复、现场照片。不要求附身份证照片。",
            cancellation);
        ShownPapers = Papers.Papers.Count;
    }
}
