using System.Security.Claims;
using System.Text.Json.Nodes;
using Livelihood.Api.Answers;
using Livelihood.Api.Reading;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Api.Writing;

/// <summary>
/// Takes what agencies' own systems push (集约化): drafts, and sending them for review. A system never publishes or
/// withdraws; people do.
/// </summary>
internal sealed class PushEndpoint(
    IContentStore store, IContentWorkflow workflow, PushReader reader, PortalDbContext db, PublicAddresses addresses)
{
    private const string TokenPrefix = "token:";

    public Task<IResult> PutAsync(string key, HttpContext http, CancellationToken cancellation) => RefusableAsync(async () =>
    {
        var named = PushKey.Of(http.User, Checked(key));
        var pushed = await reader.ReadAsync(http.Request, cancellation);
        if (await store.LatestAsync(named.ItemId, cancellation) is not { } latest)
        {
            return await CreateAsync(named, pushed, http, cancellation);
        }

        RequireOwn(latest, http.User);
        if (latest.Item.Type != pushed.Type)
        {
            throw new PushRefusedException(ApiProblem.Invalid(
                "内容的类型不能改变。请用另一个编号推送新的内容。",
                new Dictionary<string, string[]> { ["type"] = [$"已有的内容是 {latest.Item.Type}，不能改为 {pushed.Type}。"] }));
        }

        var merged = Merged(latest, pushed.Parts);
        RequireKnown(latest, merged, http.Request);
        var saved = await store.SaveAsync(latest.ItemId, latest.Item.Revision, merged, cancellation);
        return await AnswerAsync(saved, changed: saved.Number != latest.Number, withParts: false, http, StatusCodes.Status200OK, cancellation);
    });

    public Task<IResult> DraftAsync(string key, HttpContext http, CancellationToken cancellation) => RefusableAsync(async () =>
        await AnswerAsync(await OwnAsync(key, http.User, cancellation), changed: false, withParts: true, http, StatusCodes.Status200OK, cancellation));

    public Task<IResult> SubmitAsync(string key, HttpContext http, CancellationToken cancellation) => RefusableAsync(async () =>
    {
        var latest = await OwnAsync(key, http.User, cancellation);
        RequireRevision(latest, http.Request);
        // Sent once more, because the answer was lost on the way: it is where it should be.
        if (latest.Stage is VersionStage.SecrecyReview or VersionStage.Approval or VersionStage.Scheduled or VersionStage.AwaitingIssue or VersionStage.Published)
        {
            return await AnswerAsync(latest, changed: false, withParts: false, http, StatusCodes.Status200OK, cancellation);
        }

        var sent = await SendAsync(latest, http.User, cancellation);
        return await AnswerAsync(sent, changed: true, withParts: false, http, StatusCodes.Status200OK, cancellation);
    });

    private async Task<ContentVersion> SendAsync(ContentVersion draft, ClaimsPrincipal system, CancellationToken cancellation)
    {
        try
        {
            return await workflow.DoAsync(system, draft.ItemId, draft.Item.Revision, ContentEvent.Submit, new(), cancellation);
        }
        catch (ContentRefusedException missing) when (draft.Stage == VersionStage.Draft && missing is not (ContentConflictException or StepForbiddenException))
        {
            throw new PushRefusedException(new(StatusCodes.Status422UnprocessableEntity, "内容还不完整", missing.Message), missing);
        }
    }

    private async Task<IResult> CreateAsync(PushKey named, PushedParts pushed, HttpContext http, CancellationToken cancellation)
    {
        if (!named.IsOwn)
        {
            throw Missing();
        }

        if (http.Request.GetTypedHeaders().IfMatch.Count > 0)
        {
            throw new PushRefusedException(new(
                StatusCodes.Status412PreconditionFailed, "内容还不存在", "请求头有 If-Match，但是没有这条内容。新建时请去掉 If-Match。"));
        }

        try
        {
            var made = await store.CreateAsync(new(pushed.Type, PushKey.AgencyOf(http.User), new(pushed.Parts)) { Id = named.ItemId }, cancellation);
            http.Response.Headers.Location = addresses.Of(http.Request.Path + "/draft");
            return await AnswerAsync(made, changed: true, withParts: false, http, StatusCodes.Status201Created, cancellation);
        }
        catch (DbUpdateException)
        {
            throw new PushRefusedException(ApiProblem.Conflict("另一个请求正在新建这条内容。请过几秒再推送一次。"));
        }
    }

    private async Task<ContentVersion> OwnAsync(string key, ClaimsPrincipal system, CancellationToken cancellation)
    {
        var latest = await store.LatestAsync(PushKey.Of(system, Checked(key)).ItemId, cancellation) ?? throw Missing();
        RequireOwn(latest, system);
        return latest;
    }

    // Another agency's item is as if it were not there: a system learns nothing of it.
    private static void RequireOwn(ContentVersion latest, ClaimsPrincipal system)
    {
        if (latest.Item.AgencyId != PushKey.AgencyOf(system))
        {
            throw Missing();
        }
    }

    // A system may go on with what a system wrote; over a person's work it must say that it has seen it.
    private static void RequireKnown(ContentVersion latest, ContentData data, HttpRequest request)
    {
        RequireRevision(latest, request);
        if (request.GetTypedHeaders().IfMatch.Count == 0 && latest.Data != data.ToString()
            && !latest.Author.StartsWith(TokenPrefix, StringComparison.Ordinal))
        {
            throw new PushRefusedException(ApiProblem.Conflict(
                $"工作人员在本平台修改过这条内容。请先 GET {request.PathBase}{request.Path}/draft，核对以后，把其中的 revision 写在 If-Match 里再推送。"));
        }
    }

    private static void RequireRevision(ContentVersion latest, HttpRequest request)
    {
        var known = request.GetTypedHeaders().IfMatch;
        if (known.Count > 0 && !known.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Tag.Value == TagOf(latest)))
        {
            throw new PushRefusedException(new(
                StatusCodes.Status412PreconditionFailed, "内容已经变了",
                $"If-Match 与现在的修订号 {latest.Item.Revision} 不同。请先读取草稿，核对以后再推送。"));
        }
    }

    private static ContentData Merged(ContentVersion latest, JsonObject parts)
    {
        var merged = JsonNode.Parse(latest.Data)!.AsObject();
        foreach (var (name, part) in parts)
        {
            merged[name] = part!.DeepClone();
        }

        return new(merged);
    }

    private async Task<IResult> AnswerAsync(
        ContentVersion version, bool changed, bool withParts, HttpContext http, int status, CancellationToken cancellation)
    {
        var step = await db.Set<WorkflowStep>().AsNoTracking().Where(s => s.ItemId == version.ItemId)
            .OrderByDescending(s => s.AtUtc).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellation);
        http.Response.Headers.ETag = TagOf(version);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new PushedItem
            {
                Id = version.ItemId,
                IndexNumber = version.Item.IndexNumber,
                Title = version.DisplayText,
                Revision = version.Item.Revision,
                Stage = version.Stage.ToString(),
                StageText = version.Stage.Text(),
                Changed = changed,
                Url = version.Item.IsPublished ? addresses.Of(version.Item.Path) : null,
                LastStep = step is null ? null : new(WorkflowTable.Standard.Rules.First(r => r.Event == step.Event).Label, step.Comment, step.AtUtc.ToUniversalTime()),
                Parts = withParts ? JsonNode.Parse(version.Data)!.AsObject() : null,
            },
            ApiJson.Options,
            statusCode: status);
    }

    private static async Task<IResult> RefusableAsync(Func<Task<IResult>> work)
    {
        try
        {
            return await work();
        }
        catch (PushRefusedException refused)
        {
            return refused.Problem.Answer();
        }
        catch (ContentConflictException conflict)
        {
            return ApiProblem.Conflict(conflict.Message).Answer();
        }
        catch (StepForbiddenException forbidden)
        {
            return new ApiProblem(StatusCodes.Status403Forbidden, "令牌没有这项权限", forbidden.Message).Answer();
        }
        catch (ContentRefusedException refused)
        {
            return ApiProblem.Conflict(refused.Message).Answer();
        }
    }

    private static string Checked(string key) => key.Length <= PushKey.LongestName && !key.Any(char.IsControl)
        ? key
        : throw new PushRefusedException(ApiProblem.NotFound($"编号不超过 {PushKey.LongestName} 个字符，不含控制字符。请改正地址里的编号。"));

    private static string TagOf(ContentVersion version) => $"\"{version.Item.Revision}\"";

    private static PushRefusedException Missing() => new(ApiProblem.NotFound(
        "没有这条内容，或者它不属于令牌的机关。第一次推送请用本机关系统里的编号（不要用 26 个小写字母和数字的形式），以后也用同一个编号。"));
}
