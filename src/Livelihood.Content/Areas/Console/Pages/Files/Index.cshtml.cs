using Livelihood.Content.Access;
using Livelihood.Content.Media;
using Livelihood.Content.Media.Inspection;
using Livelihood.Content.Media.Library;
using Livelihood.Content.Media.Pictures;
using Livelihood.Content.Media.Texts;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Livelihood.Content.Areas.Console.Pages.Files;

/// <summary>The library of files: those of one's agencies, and the way to upload.</summary>
[StaffOfContent]
[TakesFiles]
public sealed class IndexModel(
    MediaLibrary library, ContentAccess access, StaffAccess staff, IAgencyDirectory agencies, IUploads uploads, PictureProgram pictures,
    FileTextReader texts, IOptions<UploadOptions> options) : PageModel
{
    public IReadOnlyList<MediaLine> Lines { get; private set; } = [];

    public int Total { get; private set; }

    public int Count { get; private set; }

    public UploadOptions Limits => options.Value;

    /// <summary>What the machine lacks, in sentences.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>The agencies for which this person may upload.</summary>
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>What was just uploaded, while others were refused.</summary>
    public IReadOnlyList<MediaFile> Taken { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public MediaGroup? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Unused { get; set; }

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public string? Agency { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Number > Count ? NotFound() : Page();
    }

    /// <summary>Takes the files of a plain form.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var files = Request.Form.Files.GetFiles("Files").Where(f => f.FileName.Length > 0).ToList();
        if (!await MayUploadAsync(cancellation))
        {
            return Forbid();
        }

        if (files.Count == 0 || files.Count > Limits.MaxFiles)
        {
            ModelState.AddModelError("Files", files.Count == 0 ? "请选择要上传的文件。" : $"一次最多上传 {Limits.MaxFiles} 个文件。请分几次上传。");
        }
        else
        {
            Taken = await TakeAsync(files, cancellation);
        }

        if (ModelState.IsValid)
        {
            TempData["Notice"] = $"已上传 {Taken.Count} 个文件。";
            return RedirectToPage();
        }

        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Takes one file for a script, which shows the progress, and answers with the file or the reason.</summary>
    public async Task<IActionResult> OnPostOneAsync(CancellationToken cancellation)
    {
        if (!await MayUploadAsync(cancellation) || Request.Form.Files.GetFile("File") is not { } file)
        {
            return new JsonResult(new { Message = "您没有为该机关上传文件的权限。请与本单位系统管理员联系。" }) { StatusCode = StatusCodes.Status403Forbidden };
        }

        try
        {
            await using var content = file.OpenReadStream();
            var taken = await uploads.TakeAsync(content, new(file.FileName, Agency!), cancellation);
            var kind = MediaKind.Named(taken.Kind)!;
            return new JsonResult(new
            {
                taken.Path,
                taken.Name,
                kind.IsPicture,
                Text = kind.IsPicture ? taken.AlternativeText ?? "" : System.IO.Path.GetFileNameWithoutExtension(taken.Name),
                Details = Url.Page("/Files/File", new { path = taken.Path }),
                Picture = kind.IsPicture && taken.Scan != MediaScan.Waiting ? Url.Content(MediaAddress.Url(taken.Path)) + "?size=small" : null,
                Description = $"{kind.Label}，{MediaWords.Size(taken.Length)}" + (taken.Scan == MediaScan.Waiting ? "，等待病毒扫描" : ""),
            });
        }
        catch (UploadRefusedException refused)
        {
            return new JsonResult(new { refused.Message }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    /// <summary>The address of another page of the same list.</summary>
    public string UrlOfPage(int number) => Url.Page("/Files/Index", new { q = Query, kind = Kind, unused = Unused ? "true" : null, number })!;

    private async Task<bool> MayUploadAsync(CancellationToken cancellation) =>
        Agency is not null && await staff.MayAsync(User, Permissions.EditContent, Agency, cancellation);

    private async Task<List<MediaFile>> TakeAsync(List<IFormFile> files, CancellationToken cancellation)
    {
        var taken = new List<MediaFile>();
        foreach (var file in files)
        {
            try
            {
                await using var content = file.OpenReadStream();
                taken.Add(await uploads.TakeAsync(content, new(file.FileName, Agency!), cancellation));
            }
            catch (UploadRefusedException refused)
            {
                ModelState.AddModelError("Files", $"“{UploadName.Clean(file.FileName)}”没有上传：{refused.Message}");
            }
        }

        return taken;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Number = Math.Max(1, Number);
        (Lines, Total) = await library.PageAsync(new(Query, Kind, Unused), await access.ReachAsync(User, cancellation), Number, cancellation);
        Count = Math.Max(1, (Total + MediaLibrary.PageSize - 1) / MediaLibrary.PageSize);
        var reach = await staff.AgenciesAsync(User, Permissions.EditContent, cancellation);
        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(a => reach.Covers(a.Id)).Select(a => new SelectListItem(a.Name, a.Id, a.Id == Agency))];
        var missing = new List<string>();
        if (await pictures.NameAsync() is null)
        {
            missing.Add("没有安装图片处理程序（libvips-tools 或者 ImageMagick），图片不缩小，只去掉拍摄地点等信息");
        }

        if (!texts.ReadsPdf)
        {
            missing.Add("没有安装 pdftotext（poppler-utils），PDF 里的文字搜索不到");
        }

        if (!Limits.IsScanned)
        {
            missing.Add("没有配置病毒扫描（Portal:Uploads:Clamd）");
        }

        Missing = missing;
    }
}
