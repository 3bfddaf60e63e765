using System.Security.Claims;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Livelihood.Content.Media.Library;

/// <summary>What a file input sent.</summary>
/// <param name="Chosen">The files that it has now, those just uploaded included. A form that is shown again shows these: nothing is lost.</param>
/// <param name="Errors">What is wrong, in Chinese; empty: all is well.</param>
public sealed record FileInputResult(IReadOnlyList<ChosenFile> Chosen, IReadOnlyList<string> Errors);

/// <summary>Reads what the partial <c>Files/_FileInput</c> posts, and uploads what is new.</summary>
public sealed class FileInputReader(IUploads uploads, MediaLibrary library, StaffAccess staff, IOptions<UploadOptions> options)
{
    /// <summary>How long the words beside a file may be.</summary>
    public const int MaxText = 500;

    /// <summary>Reads one input of a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="input">The input as it was shown; its chosen files do not matter.</param>
    /// <param name="person">Who sent it.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<FileInputResult> ReadAsync(
        IFormCollection form, FileInputModel input, ClaimsPrincipal person, CancellationToken cancellation = default)
    {
        var errors = new List<string>();
        var chosen = Kept(form, input.Name);
        var added = form.Files.GetFiles($"{input.Name}.Files").Where(f => f.FileName.Length > 0).ToList();
        if (added.Count > 0 && !await staff.MayAsync(person, Permissions.EditContent, input.AgencyId, cancellation))
        {
            return new(chosen, ["您没有为该机关上传文件的权限。请与本单位系统管理员联系。"]);
        }

        if (added.Count > options.Value.MaxFiles)
        {
            return new(chosen, [$"一次最多上传 {options.Value.MaxFiles} 个文件。请分几次上传。"]);
        }

        foreach (var file in added)
        {
            if (await TakeAsync(file, input.AgencyId, errors, cancellation) is { } taken && !chosen.Exists(c => c.Path == taken.Path))
            {
                chosen.Add(new(taken.Path, MediaKind.Named(taken.Kind)!.IsPicture ? taken.AlternativeText : Path.GetFileNameWithoutExtension(taken.Name)));
            }
        }

        if (!input.Multiple && chosen.Count > 1)
        {
            // The new one takes the place of the old one.
            chosen = [chosen[^1]];
        }

        await CheckAsync(chosen, input, errors, cancellation);
        return new(chosen, errors);
    }

    private static List<ChosenFile> Kept(IFormCollection form, string name)
    {
        var texts = form[$"{name}.Texts"];
        var removed = form[$"{name}.Remove"];
        return [.. form[$"{name}.Paths"]
            .Select((path, i) => new ChosenFile(path ?? "", i < texts.Count ? texts[i]?.Trim() : null))
            .Where(c => c.Path.Length > 0 && !removed.Contains(c.Path)).DistinctBy(c => c.Path)];
    }

    private async Task<MediaFile?> TakeAsync(IFormFile file, string agencyId, List<string> errors, CancellationToken cancellation)
    {
        try
        {
            await using var content = file.OpenReadStream();
            return await uploads.TakeAsync(content, new(file.FileName, agencyId), cancellation);
        }
        catch (UploadRefusedException refused)
        {
            errors.Add($"“{Inspection.UploadName.Clean(file.FileName)}”没有上传：{refused.Message}");
            return null;
        }
    }

    private async Task CheckAsync(List<ChosenFile> chosen, FileInputModel input, List<string> errors, CancellationToken cancellation)
    {
        var files = await library.AtAsync(chosen.Select(c => c.Path), cancellation);
        foreach (var (path, text) in chosen.ToList())
        {
            var file = files.GetValueOrDefault(path);
            var isPicture = file is not null && MediaKind.Named(file.Kind)!.IsPicture;
            if (file is null || (file.AgencyId is not null && file.AgencyId != input.AgencyId))
            {
                errors.Add($"文件“{file?.Name ?? path}”不在本机关的文件库里。请重新上传。");
            }
            else if (file.Scan == MediaScan.Infected)
            {
                errors.Add($"文件“{file.Name}”查出病毒，已被删除。请移除它，换一个文件。");
            }
            else if (input.PicturesOnly && !isPicture)
            {
                errors.Add($"“{file.Name}”不是图片。请移除它，改选图片。");
            }
            else if (string.IsNullOrWhiteSpace(text))
            {
                errors.Add(isPicture ? $"请填写图片“{file.Name}”的替代文字，说明图上是什么。" : $"请填写文件“{file.Name}”的标题。");
            }
            else if (text.Length > MaxText)
            {
                errors.Add($"文件“{file.Name}”的文字超过 {MaxText} 个字。请缩短。");
            }
        }
    }
}
