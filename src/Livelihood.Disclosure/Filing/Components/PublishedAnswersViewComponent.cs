using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Filing.Components;

/// <summary>Tells the office how often what is published already made a request needless.</summary>
public sealed class PublishedAnswersViewComponent(PublishedAnswers answers) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View(await answers.SumAsync(HttpContext.RequestAborted));
}
