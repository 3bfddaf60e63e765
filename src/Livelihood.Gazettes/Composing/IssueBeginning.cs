using System.Security.Claims;
using Livelihood.Content.Items;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Gazettes.Composing;

/// <summary>Begins new issues: proposes the next one, and makes it.</summary>
public sealed class IssueBeginning(
    PortalDbContext db, IContentStore store, IssueSequence sequence, StaffAccess access, IAgencyDirectory agencies, IConfiguration configuration, ChinaClock clock)
{
    private const int MostSectionsProposed = 12;

    /// <summary>The agencies that the person may begin an issue for: those that issued one, and the one that runs the portal.</summary>
    public async Task<IReadOnlyList<Agency>> AgenciesAsync(ClaimsPrincipal person, CancellationToken cancellation = default)
    {
        var issuing = await db.Set<ContentItem>().Where(i => i.Type == IssueContent.IssueType).Select(i => i.AgencyId).Distinct().ToListAsync(cancellation);
        var operating = configuration["Portal:OperatingAgency"];
        var reach = await access.AgenciesAsync(person, Permissions.EditContent, cancellation);
        return [.. (await agencies.AllAsync(cancellation)).Where(a => reach.Covers(a.Id) && (a.Id == operating || issuing.Contains(a.Id)))];
    }

    /// <summary>The masthead of the issue after the last one.</summary>
    public async Task<IssueMasthead> ProposeAsync(CancellationToken cancellation = default)
    {
        var (today, year) = (clock.Today, clock.Today.Year);
        if (await sequence.LastAsync(year, cancellation) is not { } last || last.Part<GazetteIssuePart>() is not { } issue)
        {
            return new() { Year = year, Number = 1, TotalNumber = 1, PublishedOn = today, Gazette = configuration["Portal:GovernmentName"] is { } government ? government + "公报" : "" };
        }

        var isNewYear = year > issue.Year;
        return IssueMasthead.Of(issue) with
        {
            Year = isNewYear ? year : issue.Year,
            Number = isNewYear ? 1 : issue.Number + 1,
            TotalNumber = issue.TotalNumber + 1,
            PublishedOn = today,
        };
    }

    /// <summary>Makes the issue as a draft.</summary>
    /// <exception cref="ContentRefusedException">The person may not, or there is such an issue already.</exception>
    public async Task<ContentVersion> BeginAsync(ClaimsPrincipal person, string agencyId, IssueMasthead masthead, CancellationToken cancellation = default)
    {
        if ((await AgenciesAsync(person, cancellation)).All(a => a.Id != agencyId))
        {
            throw new ContentRefusedException("您没有为主办公报的机关编写内容的权限。请由该机关的编辑新建。");
        }

        await RequireNewAsync(masthead, cancellation);
        return await store.CreateAsync(new(IssueContent.IssueType, agencyId, masthead.Into(new())), cancellation);
    }

    /// <summary>Names of sections that former issues had, those of the newest first, then the usual ones.</summary>
    public async Task<IReadOnlyList<string>> SectionNamesAsync(CancellationToken cancellation = default)
    {
        var newest = await db.Set<PublishedIssue>().OrderByDescending(i => i.Year).ThenByDescending(i => i.Number).Select(i => i.ItemId).Take(3).ToListAsync(cancellation);
        var issues = await db.Set<ContentVersion>().AsNoTracking().Where(v => v.Published && newest.Contains(v.ItemId)).ToListAsync(cancellation);
        var usual = configuration.GetSection("Gazettes:Sections").Get<string[]>() ?? [];
        return
        [
            .. issues.SelectMany(v => v.Part<GazetteIssuePart>()?.Sections ?? []).Select(s => s.Name).Concat(usual)
                .Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Take(MostSectionsProposed + usual.Length),
        ];
    }

    private async Task RequireNewAsync(IssueMasthead masthead, CancellationToken cancellation)
    {
        var path = GazetteIssuePart.PathOf(masthead.Year, masthead.Number);
        if (await db.Set<ContentItem>().AnyAsync(i => i.Path == path, cancellation))
        {
            throw new FieldRefusedException("Form.Number", $"{masthead.Year}年第{masthead.Number}号已经有了。请核对期号，或者打开那一期继续编排。");
        }

        if (masthead.TotalNumber is { } total
            && await db.Set<PublishedIssue>().FirstOrDefaultAsync(i => i.TotalNumber == total, cancellation) is { } other)
        {
            throw new FieldRefusedException("Form.TotalNumber", $"总第{total}号是{other.Year}年第{other.Number}号。请核对总期号。");
        }
    }
}
