using Livelihood.Content.Items;
using Livelihood.Content.Media.Inspection;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Input;
using Livelihood.Gazettes.Input.Batch;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Time;
using Livelihood.Platform.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>
/// Takes the files of issues and makes drafts of them: a single issue at once, so that the editor goes on with it; more, or a
/// zip, as long work.
/// </summary>
[Authorize(Policy = Permissions.EditContent)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportModel(
    GazetteFileReader reader, GazetteImporter importer, BatchUploads uploads, IWorkQueue work, StaffAccess access, PdfIssueReader pdf, ChinaClock clock) : PageModel
{
    /// <summary>How large an upload may be, in bytes: 512 MiB. What is larger is for the command line.</summary>
    public const long LargestUpload = 512L * 1024 * 1024;

    /// <summary>How many files may be chosen at once.</summary>
    public const int MostFiles = 500;

    private const long LargestRequest = LargestUpload + 1024 * 1024;

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>What is missing for PDF, in Chinese; null where nothing is.</summary>
    public string? PdfMissing => pdf.Missing;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Files.Count is 0 or > MostFiles)
        {
            return Refused(Files.Count == 0 ? "请选择一个文件，或者几个文件。" : $"一次最多选{MostFiles}个文件。请压缩成一个.zip，或者分几次导入。");
        }

        if (Files is [var one] && one.Length <= GazetteFile.LargestBytes && !await IsZipAsync(one, cancellation))
        {
            try
            {
                return await ImportOneAsync(one, cancellation);
            }
            catch (ContentRefusedException refused)
            {
                return Refused(refused.Message);
            }
        }

        return await ToWorkAsync(cancellation);
    }

    private async Task<IActionResult> ImportOneAsync(IFormFile upload, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, cancellation);
        var issues = await reader.ReadAsync(new(UploadName.Clean(upload.FileName), bytes.ToArray()), cancellation);
        if (issues is not [var issue])
        {
            return await ToWorkAsync(cancellation);
        }

        var report = await importer.ImportAsync(
            issue, new ImportOptions { MayWrite = agency => access.MayAsync(User, Permissions.EditContent, agency.Id, cancellation) }, null, cancellation);
        TempData["Notice"] = report.ChangedAnything
            ? $"已导入{report.Issue.Masthead.Citation}：{report.Documents.Count}份文件，{report.Issue.Doubts.Count}个疑点。请核对。{string.Concat(issue.Notes)}"
            : "内容与门户里的一致，没有做任何改动。";
        return LocalRedirect("~/console" + report.Path);
    }

    private async Task<IActionResult> ToWorkAsync(CancellationToken cancellation)
    {
        var id = await uploads.KeepAsync(Files.Select(f => (f.FileName, (Func<Stream>)f.OpenReadStream)), cancellation);
        var title = Files is [var one] ? $"导入公报 {UploadName.Clean(one.FileName)}" : $"导入公报 {Files.Count}个文件";
        var started = await work.StartAsync(User, ImportGazettesWork.KindName, title, new GazetteOrder(id, clock.UtcNow), cancellation);
        return RedirectToPage("/Work/Item", new { area = "Console", id = started });
    }

    private PageResult Refused(string message)
    {
        ModelState.AddModelError(nameof(Files), message);
        return Page();
    }

    private static async Task<bool> IsZipAsync(IFormFile file, CancellationToken cancellation)
    {
        // Office documents are zips too, and are told apart by what is in them.
        var start = new byte[4];
        await using var content = file.OpenReadStream();
        return await content.ReadAtLeastAsync(start, 4, throwOnEndOfStream: false, cancellation) == 4
            && start.AsSpan().StartsWith("PK"u8) && ZipFiles.IsArchive(content, file.FileName);
    }
}
