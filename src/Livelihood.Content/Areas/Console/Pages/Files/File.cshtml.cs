using Livelihood.Content.Access;
using Livelihood.Content.Media;
using Livelihood.Content.Media.Library;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Files;

/// <summary>One file: what it is, where it is used, how far its checks are; its alternative text, and deletion.</summary>
[StaffOfContent]
public sealed class FileModel(MediaLibrary library, ContentAccess access, StaffAccess staff, IAgencyDirectory agencies) : PageModel
{
    public MediaFile Media { get; private set; } = null!;

    public MediaKind Kind { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    public IReadOnlyList<MediaUser> Users { get; private set; } = [];

    public bool MayEdit { get; private set; }

    /// <summary>Whether its bytes may be looked at here.</summary>
    public bool IsOpen => Media.Scan is MediaScan.Clean or MediaScan.NotScanned;

    /// <summary>How far the reading of its text is, as a sentence; null where it has none by nature.</summary>
    public string? TextState { get; private set; }

    /// <summary>Why the scan waits, or null.</summary>
    public string? ScanProblem { get; private set; }

    [BindProperty]
    public string? AlternativeText { get; set; }

    public async Task<IActionResult> OnGetAsync(string path, CancellationToken cancellation)
    {
        if (!await LoadAsync(path, cancellation))
        {
            return NotFound();
        }

        AlternativeText = Media.AlternativeText;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string path, CancellationToken cancellation)
    {
        if (await RefuseAsync(path, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(AlternativeText) || AlternativeText.Length > FileInputReader.MaxText)
        {
            ModelState.AddModelError(nameof(AlternativeText), string.IsNullOrWhiteSpace(AlternativeText)
                ? "请填写替代文字，说明图上是什么。"
                : $"替代文字超过 {FileInputReader.MaxText} 个字。请缩短。");
            return Page();
        }

        await library.DescribeAsync(Media, AlternativeText, cancellation);
        TempData["Notice"] = "已保存替代文字。";
        return RedirectToPage(new { path });
    }

    public async Task<IActionResult> OnPostDeleteAsync(string path, CancellationToken cancellation)
    {
        if (await RefuseAsync(path, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (!await library.DeleteAsync(Media, cancellation))
        {
            ModelState.AddModelError("", "有内容（包括草稿和历史版本）用到这个文件，不能删除。");
            return Page();
        }

        TempData["Notice"] = $"已删除“{Media.Name}”。";
        return RedirectToPage("/Files/Index");
    }

    private async Task<IActionResult?> RefuseAsync(string path, CancellationToken cancellation) =>
        !await LoadAsync(path, cancellation) ? NotFound() : MayEdit ? null : Forbid();

    private async Task<bool> LoadAsync(string path, CancellationToken cancellation)
    {
        if (await library.FindAsync(path, await access.ReachAsync(User, cancellation), cancellation) is not { } file)
        {
            return false;
        }

        (Media, Kind) = (file, MediaKind.Named(file.Kind)!);
        AgencyName = (await agencies.FindAsync(file.AgencyId!, cancellation))?.Name ?? file.AgencyId!;
        MayEdit = await staff.MayAsync(User, Permissions.EditContent, file.AgencyId!, cancellation);
        Users = await library.UsersAsync(path, cancellation);
        var work = await library.WorkAsync(path, cancellation);
        ScanProblem = work.Find(w => w.Task == MediaTask.Scan)?.LastError is null ? null : "扫描程序暂时没有应答，稍后自动再试";
        TextState = await TextStateAsync(path, work.Find(w => w.Task == MediaTask.Text), cancellation);
        return true;
    }

    private async Task<string?> TextStateAsync(string path, MediaWork? waiting, CancellationToken cancellation)
    {
        if (!Kind.HasText)
        {
            return null;
        }

        return waiting is not null
            ? waiting.LastError is { } problem ? $"还没有读出（{problem}），稍后自动再试" : "等待读取"
            : await library.TextLengthAsync(path, cancellation) switch
            {
                null => "没有读出，搜索不到其中的文字",
                0 => "文件里没有文字（可能是扫描件），搜索不到其中的内容",
                var length => $"已读出 {length} 个字，可以搜索",
            };
    }
}
