using Livelihood.Content.Media;
using Livelihood.Content.Media.Library;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Content.Pages.Components;

/// <summary>A file as a reader sees it.</summary>
/// <param name="File">The file.</param>
/// <param name="Title">Its title, or a picture's alternative text.</param>
/// <param name="IsShown">Whether it is a picture to be shown in its place.</param>
public sealed record ShownFile(MediaFile File, string Title, bool IsShown)
{
    /// <summary>Its kind.</summary>
    public MediaKind Kind => MediaKind.Named(File.Kind)!;
}

/// <summary>Files of an item: pictures as pictures where asked for, others as links with kind and size.</summary>
public sealed class AttachedFilesViewComponent(MediaLibrary library) : ViewComponent
{
    /// <summary>Shows them.</summary>
    /// <param name="files">Paths and titles, in order. What is missing is left out.</param>
    /// <param name="showPictures">Pictures as pictures; otherwise everything as links.</param>
    public async Task<IViewComponentResult> InvokeAsync(IEnumerable<ChosenFile> files, bool showPictures)
    {
        var wanted = files.ToList();
        var found = await library.AtAsync(wanted.Select(f => f.Path), HttpContext.RequestAborted);
        return View(wanted.Where(f => found.ContainsKey(f.Path)).Select(f =>
        {
            var file = found[f.Path];
            var isPicture = MediaKind.Named(file.Kind)!.IsPicture;
            return new ShownFile(file, string.IsNullOrWhiteSpace(f.Text) ? (isPicture ? file.AlternativeText : null) ?? file.Name : f.Text, showPictures && isPicture);
        }).ToList());
    }
}
