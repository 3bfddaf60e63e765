using Microsoft.AspNetCore.Http;

namespace Livelihood.Api.Answers;

/// <summary>An error as RFC 9457 wants it, in Chinese: what is wrong, and what to do.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What is wrong, the same for every case of its kind.</param>
/// <param name="Detail">What is wrong here, and what to do.</param>
internal sealed record ApiProblem(int Status, string Title, string Detail)
{
    public const string ContentType = "application/problem+json";

    /// <summary>What is wrong with which parameter or field; null where the whole request is meant.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    public static ApiProblem BadRequest(IReadOnlyDictionary<string, string[]> errors) =>
        new(StatusCodes.Status400BadRequest, "参数不对", "请按 errors 里的说明改正参数。参数的写法见 /api 页面。") { Errors = errors };

    public static ApiProblem NotFound(string detail) => new(StatusCodes.Status404NotFound, "没有找到", detail);

    public static ApiProblem Conflict(string detail) => new(StatusCodes.Status409Conflict, "现在不能这样修改", detail);

    public static ApiProblem Invalid(string detail, IReadOnlyDictionary<string, string[]> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, "内容不符合要求", detail) { Errors = errors };

    public IResult Answer() => Results.Json(this, ApiJson.Options, ContentType, Status);

    public Task WriteAsync(HttpContext http) => Answer().ExecuteAsync(http);
}
