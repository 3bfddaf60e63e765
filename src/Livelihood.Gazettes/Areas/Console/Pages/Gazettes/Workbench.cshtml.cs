using Livelihood.Content.Items;
using Livelihood.Gazettes.Digitising;
using Livelihood.Gazettes.Domain;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>
/// Where an issue is digitised: its text on one side, its structure on the other, and the doubts. Every action is a form's post;
/// scripts post the same forms and put the answer in the page's place.
/// </summary>
public sealed class WorkbenchModel(Workbench workbench, DraftWriter drafts, StaffAccess access, ActorNames names) : GazettePageModel
{
    /// <summary>How many lines of the text are shown at once.</summary>
    private const int MostLines = 400;

    private const int MostSteps = 30;

    public WorkbenchIssue Issue { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    /// <summary>The document that is open; null for masthead and contents.</summary>
    public PrintedDocument? Open { get; private set; }

    /// <summary>The lines that are shown.</summary>
    public LineSpan Shown { get; private set; }

    public IReadOnlyList<Doubt> Doubts { get; private set; } = [];

    /// <summary>The last steps, newest first, with who made them.</summary>
    public IReadOnlyList<(RecordedEdit Step, string By)> Steps { get; private set; } = [];

    /// <summary>Items that somebody edited since, after an attempt to write.</summary>
    public IReadOnlyList<ContentVersion> EditedElsewhere { get; private set; } = [];

    /// <summary>Any line of the open document; 0 for masthead and contents.</summary>
    [BindProperty(SupportsGet = true, Name = "document")]
    public int At { get; set; }

    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int To { get; set; }

    /// <summary>Which of the open doubts is shown, from 0.</summary>
    [BindProperty(SupportsGet = true, Name = "doubt")]
    public int DoubtNumber { get; set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] int year, [FromRoute] int number, CancellationToken cancellation) =>
        await LoadAsync(year, number, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync([FromRoute] int year, [FromRoute] int number, int revision, CancellationToken cancellation) =>
        DoAsync(year, number, async () =>
        {
            var edits = WorkbenchForm.Read(Request.Form, Issue);
            if (edits.Count == 0)
            {
                return "没有改动。";
            }

            await workbench.MakeAsync(Issue, revision, edits, cancellation);
            return $"{string.Join("；", edits.Select(e => e.Text))}。";
        }, cancellation);

    public Task<IActionResult> OnPostUndoAsync([FromRoute] int year, [FromRoute] int number, int revision, CancellationToken cancellation) =>
        DoAsync(year, number, async () =>
        {
            await workbench.UndoAsync(Issue, revision, cancellation);
            return $"已撤销：{Issue.History.Log.Standing[^1].Edit.Text}。";
        }, cancellation);

    public Task<IActionResult> OnPostRedoAsync([FromRoute] int year, [FromRoute] int number, int revision, CancellationToken cancellation) =>
        DoAsync(year, number, async () =>
        {
            await workbench.RedoAsync(Issue, revision, cancellation);
            return $"已重做：{Issue.History.Log.Next.Edit.Text}。";
        }, cancellation);

    public async Task<IActionResult> OnPostWriteAsync([FromRoute] int year, [FromRoute] int number, int revision, List<string> overwrite, CancellationToken cancellation)
    {
        WrittenDrafts? written = null;
        var answer = await DoAsync(year, number, async () =>
        {
            if (Issue.History.Rows != revision)
            {
                throw new WorkbenchConflictException();
            }

            written = await drafts.WriteAsync(Issue, overwrite.ToHashSet(StringComparer.Ordinal), cancellation);
            var left = written.Left.Count == 0 ? "" : $"不再属于本期、留作草稿的：{string.Join("、", written.Left.Select(l => $"《{l.DisplayText}》"))}。";
            return $"已写入草稿：新建{written.Created}份，更新{written.Updated}份。{left}";
        }, cancellation);
        if (written is not { EditedElsewhere.Count: > 0 } || !await LoadAsync(year, number, cancellation))
        {
            return answer;
        }

        EditedElsewhere = written.EditedElsewhere;
        ModelState.Clear();
        ModelState.AddModelError("", $"有{EditedElsewhere.Count}项在工作台以外被人改过，没有覆盖。要用工作台的内容覆盖，请在下面勾选后再写入。");
        return Page();
    }

    private async Task<IActionResult> DoAsync(int year, int number, Func<Task<string>> act, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, number, cancellation))
        {
            return NotFound();
        }

        if (!MayEdit)
        {
            return Forbid();
        }

        try
        {
            TempData["WorkbenchSaid"] = await act();
        }
        catch (ContentRefusedException refused)
        {
            await LoadAsync(year, number, cancellation);
            ModelState.Clear();
            ModelState.AddModelError("", refused.Message);
            return Page();
        }

        return RedirectToPage(null, null, new { year, number, document = At, from = From, to = To, doubt = DoubtNumber }, Request.Form["Anchor"].ToString() is { Length: > 0 and < 20 } anchor ? anchor : null);
    }

    private async Task<bool> LoadAsync(int year, int number, CancellationToken cancellation)
    {
        if (await workbench.OpenAsync(year, number, cancellation) is not { } issue)
        {
            return false;
        }

        Issue = issue;
        MayEdit = await access.MayAsync(User, Permissions.EditContent, issue.Version.Item.AgencyId, cancellation);
        Doubts = [.. issue.Open];
        DoubtNumber = Math.Clamp(DoubtNumber, 0, Math.Max(0, Doubts.Count - 1));
        var documents = issue.Edited.Issue.Documents;
        Open = At <= 0 ? null : documents.LastOrDefault(d => d.Lines.First <= At) ?? documents[0];
        Shown = ShownLines(documents);
        List<RecordedEdit> last = [.. issue.History.Log.Standing.TakeLast(MostSteps).Reverse()];
        var actors = await names.OfAsync(last.Select(s => s.By), cancellation);
        Steps = last.ConvertAll(s => (s, actors[s.By]));
        return true;
    }

    /// <summary>The open document's lines up to the next; of a long one the stretch with the chosen line.</summary>
    private LineSpan ShownLines(IReadOnlyList<PrintedDocument> documents)
    {
        var first = Open?.Lines.First ?? 1;
        var last = (documents.FirstOrDefault(d => d.Lines.First > (Open?.Lines.First ?? 0))?.Lines.First ?? (Issue.Reading.LineCount + 1)) - 1;
        last = Math.Max(first, last);
        if (From > last || From < first)
        {
            From = To = 0;
        }

        var start = From == 0 ? first : first + ((From - first) / MostLines * MostLines);
        return new(start, Math.Min(last, start + MostLines - 1));
    }
}
