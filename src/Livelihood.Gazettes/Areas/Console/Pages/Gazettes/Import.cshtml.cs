using Livelihood.Content.Items;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>Takes the text of an issue and makes a draft of it.</summary>
[Authorize(Policy = Permissions.EditContent)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ImportModel(GazetteImporter importer, StaffAccess access) : PageModel
{
    private const int LargestRequest = GazetteText.LargestBytes + 1024 * 1024;

    [BindProperty]
    public IFormFile? Text { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Text is null)
        {
            ModelState.AddModelError(nameof(Text), "请选择一个文件。");
            return Page();
        }

        if (Text.Length > GazetteText.LargestBytes)
        {
            ModelState.AddModelError(nameof(Text), $"文件超过{GazetteText.LargestBytes / 1024 / 1024}兆字节，不像一期公报的文本。请一期一个文件导入。");
            return Page();
        }

        using var bytes = new MemoryStream();
        await Text.CopyToAsync(bytes, cancellation);
        try
        {
            var report = await importer.ImportAsync(
                bytes.ToArray(), new ImportOptions { MayWrite = agency => access.MayAsync(User, Permissions.EditContent, agency.Id, cancellation) }, null, cancellation);
            TempData["Notice"] = report.ChangedAnything
                ? $"已导入{report.Issue.Masthead.Citation}：{report.Documents.Count}份文件，{report.Issue.Doubts.Count}个疑点。请核对。"
                : "内容与门户里的一致，没有做任何改动。";
            return LocalRedirect("~/console" + report.Path);
        }
        catch (ContentRefusedException refused)
        {
            ModelState.AddModelError(nameof(Text), refused.Message);
            return Page();
        }
    }
}
