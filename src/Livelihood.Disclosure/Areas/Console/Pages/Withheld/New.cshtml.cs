using Livelihood.Content.Access;
using Livelihood.Content.Editing;
using Livelihood.Content.Items;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.Register;
using Livelihood.Disclosure.WithheldInformation;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Areas.Console.Pages.Withheld;

/// <summary>Enters something in the register: from a refused request, from content that did not pass the secrecy review, or by hand .</summary>
[Authorize(Policy = Permissions.HandleRequests)]
public sealed class NewModel(
    UnregisteredCases cases, WithheldRegister register, WithheldTitle titles, ReviewTimes times, RequestAccess access, ContentAccess contents,
    IAgencyDirectory agencies, ChinaClock clock) : PageModel, IEntryPage
{
    /// <summary>The number of the request it comes from, or null.</summary>
    [BindProperty(SupportsGet = true, Name = "request")]
    public string? Number { get; set; }

    [BindProperty]
    public EntryForm Input { get; set; } = new();

    /// <summary>The entry's id: one form makes one entry.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Agency { get; set; }

    /// <summary>Address or id of the content item, as typed.</summary>
    [BindProperty]
    public string? ItemAddress { get; set; }

    [BindProperty]
    public string? Origin { get; set; }

    /// <summary>An earlier day for the first review, as typed.</summary>
    [BindProperty]
    public string? Earlier { get; set; }

    [BindProperty]
    public string? EarlierReason { get; set; }

    /// <summary>The request it comes from, or null.</summary>
    public DisclosureRequest? Case { get; private set; }

    /// <summary>Agencies for which the person enters something.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    /// <summary>The interval of today.</summary>
    public ReviewTime Time { get; private set; } = ReviewTime.Delivered;

    public async Task<IActionResult> OnGetAsync(string? item, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        (Id, Agency) = (Guid.CreateVersion7(), Agencies is [var only] ? only.Id : null);
        if (Case is { } request)
        {
            Input = new() { DocumentNumber = request.DocumentNumber, Ground = WithheldGrounds.OfOutcome(request.Outcome), DecidedOn = $"{request.ServedOn ?? request.EndedOn:yyyy-MM-dd}" };
        }
        else if (item is not null)
        {
            var found = await (await contents.ItemsForAsync(User, cancellation)).FirstOrDefaultAsync(one => one.Id == item, cancellation);
            if (found is null || Agencies.All(agency => agency.Id != found.AgencyId))
            {
                return NotFound();
            }

            (Input, Agency, ItemAddress) = (new() { Title = found.Title, DecidedOn = $"{ChinaClock.DateOf(found.ModifiedUtc):yyyy-MM-dd}" }, found.AgencyId, found.Id);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        var decidedOn = Input.Read(clock.Today, ModelState.AddModelError);
        var agency = Case?.AgencyId ?? Agencies.FirstOrDefault(one => one.Id == Agency)?.Id;
        if (agency is null)
        {
            ModelState.AddModelError(nameof(Agency), "请选择机关");
        }

        var (origin, reason) = (EntryForm.Line(Origin), EntryForm.Line(EarlierReason));
        if (origin?.Length > WithheldEntry.LongestOrigin)
        {
            ModelState.AddModelError(nameof(Origin), $"来源不超过{WithheldEntry.LongestOrigin}个字");
        }

        var item = Case is null && agency is not null ? await ItemAsync(agency, cancellation) : null;
        if (ModelState.IsValid && await titles.ProblemAsync(Case?.Id, Input.TitleLine, Input.NumberLine, cancellation) is { } personal)
        {
            ModelState.AddModelError("Input.Title", personal);
        }

        var next = ModelState.IsValid ? await NextAsync(decidedOn, reason, cancellation) : default;
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var isEarlier = !string.IsNullOrWhiteSpace(Earlier);
        var entry = new WithheldEntry
        {
            Id = Id == Guid.Empty ? Guid.CreateVersion7() : Id, AgencyId = agency!, Title = Input.TitleLine, DocumentNumber = Input.NumberLine, Ground = Input.Ground!,
            Source = Case is not null ? WithheldSource.Request : item is not null ? WithheldSource.Content : WithheldSource.Hand,
            RequestId = Case?.Id, ItemId = item?.Id, Origin = Case is null ? origin : null,
        };
        await register.AddAsync(entry, new(clock.Today, decidedOn, next, isEarlier ? reason : null), cancellation);
        TempData["Notice"] = $"已登记，下次评估不迟于{Domain.Wording.Day(next)}。";
        return RedirectToPage("/Withheld/Entry", new { area = "Console", id = entry.Id });
    }

    private async Task<DateOnly> NextAsync(DateOnly decidedOn, string? reason, CancellationToken cancellation)
    {
        var time = await times.InForceAsync(decidedOn, cancellation);
        if (string.IsNullOrWhiteSpace(Earlier))
        {
            if (reason is not null)
            {
                ModelState.AddModelError(nameof(Earlier), ActModel.NoEarlierDay);
            }

            return time.Next(decidedOn);
        }

        if (!DateText.TryRead(Earlier, out var earlier))
        {
            ModelState.AddModelError(nameof(Earlier), $"提前评估的日期{DateText.Problem}");
        }
        else if (time.Objection(decidedOn, earlier, clock.Today) is { } objection)
        {
            ModelState.AddModelError(nameof(Earlier), objection);
        }
        else if (reason is null || reason.Length > ActModel.LongestReason)
        {
            ModelState.AddModelError(nameof(EarlierReason), $"请写明为什么提前评估，不超过{ActModel.LongestReason}个字");
        }

        return earlier;
    }

    /// <summary>The content item whose address or id was typed; null where none was.</summary>
    private async Task<ContentItem?> ItemAsync(string agency, CancellationToken cancellation)
    {
        if (EntryForm.Line(ItemAddress)?.TrimEnd('/') is not { } typed)
        {
            return null;
        }

        var found = await cases.ContentAsync(agency, typed[(typed.LastIndexOf('/') + 1)..], cancellation);
        if (found is null)
        {
            ModelState.AddModelError(nameof(ItemAddress), "这个机关没有这样的、没有公开并且没有登记过的内容。请从内容的页面复制地址，例如/console/content/后面26个字母和数字");
        }

        return found;
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var reach = await access.HandledAsync(User, cancellation);
        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(agency => reach.Covers(agency.Id))];
        Time = await times.InForceAsync(clock.Today, cancellation);
        Case = string.IsNullOrWhiteSpace(Number) ? null : await cases.RequestAsync(User, Number.Trim(), cancellation);
        return Agencies.Count > 0 && (Case is not null || string.IsNullOrWhiteSpace(Number));
    }
}
