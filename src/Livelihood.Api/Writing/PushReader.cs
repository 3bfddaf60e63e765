using System.Text.Json;
using System.Text.Json.Nodes;
using Livelihood.Api.Answers;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Api.Writing;

/// <summary>A pushed item that fits its type.</summary>
/// <param name="Type">The content type's name.</param>
/// <param name="Parts">The parts that were given.</param>
internal sealed record PushedParts(string Type, JsonObject Parts);

/// <summary>Reads what a system pushes, by the same rules as recipes.</summary>
internal sealed class PushReader(PortalDbContext db, ContentDefinitions definitions, IEnumerable<ContentPartType> codeParts)
{
    /// <summary>The longest body, in bytes: a text of a million characters, and no files.</summary>
    public const int LongestBody = 4 * 1024 * 1024;

    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="PushRefusedException">It is no JSON, or does not fit its type.</exception>
    public async Task<PushedParts> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var body = await BodyAsync(request, cancellation);
        if (body["type"] is not JsonValue named || !named.TryGetValue(out string? typeName) || body["parts"] is not JsonObject given)
        {
            throw Invalid(new() { ["type"] = ["请求体应当有 type（内容类型的名称）和 parts（各部件的数据，是对象）。"] });
        }

        if (await definitions.TypeAsync(typeName, cancellation) is not { } type)
        {
            throw Invalid(new() { ["type"] = [$"没有内容类型“{typeName}”。全部类型见 /api/v1/types。"] });
        }

        var used = (await definitions.FieldPartsAsync(typeName, cancellation)).DistinctBy(p => p.Part.Name).ToDictionary(p => p.Part.Name, p => p.Part, StringComparer.Ordinal);
        var read = new PartsReader(used, codeParts).Read(type, given);
        var problems = read.Problems.Select(p => (p.Field, p.Text)).Concat(await UnknownAsync(read.Picked, cancellation)).ToList();
        return problems.Count == 0
            ? new(typeName, read.Data)
            : throw Invalid(problems.GroupBy(p => p.Field, p => p.Text).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));
    }

    private static async Task<JsonObject> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, AnyCase, Strict, cancellation) as JsonObject
                ?? throw new PushRefusedException(new(StatusCodes.Status400BadRequest, "请求体不对", "请求体应当是一个 JSON 对象，有 type 和 parts。"));
        }
        catch (JsonException problem)
        {
            throw new PushRefusedException(new(
                StatusCodes.Status400BadRequest, "请求体不对",
                $"请求体不是合法的 JSON（UTF-8）：第 {(problem.LineNumber ?? 0) + 1} 行附近少了或者多了字符，或者同一个名称出现了两次。"), problem);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new PushRefusedException(new(
                problem.StatusCode, "请求体太大", $"请求体不超过 {LongestBody / 1024 / 1024} MB。图片和附件请由工作人员在工作台上传。"), problem);
        }
    }

    private async Task<IEnumerable<(string Field, string Text)>> UnknownAsync(IReadOnlyList<PickedItem> picked, CancellationToken cancellation)
    {
        var ids = picked.Select(p => p.ItemId).Distinct().ToList();
        var known = ids.Count == 0 ? [] : await db.Set<ContentItem>().Where(i => ids.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellation);
        return picked.Where(p => !known.Contains(p.ItemId)).Select(p => (p.Field, $"没有编号为“{p.ItemId}”的内容。请先推送它，或者改正编号。"));
    }

    private static PushRefusedException Invalid(Dictionary<string, string[]> errors) => new(ApiProblem.Invalid("请按 errors 里的说明改正，再推送一次。什么都没有保存。", errors));
}

/// <summary>A push was refused; nothing of it was kept.</summary>
internal sealed class PushRefusedException(ApiProblem problem, Exception? cause = null) : Exception(problem.Detail, cause)
{
    public ApiProblem Problem { get; } = problem;
}
