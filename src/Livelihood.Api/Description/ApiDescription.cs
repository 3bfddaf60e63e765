using System.Text.Json.Nodes;
using Livelihood.Api.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Livelihood.Api.Description;

/// <summary>Completes the OpenAPI document: what it is, how to sign in, and an example of each answer.</summary>
internal static class ApiDescription
{
    private const string Scheme = "token";

    public static void Apply(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = d => d.RelativePath?.StartsWith(ApiRoutes.Root[1..] + "/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "政府信息公开数据接口",
                Version = "1",
                Description = "读取不需要注册，数据可以自由使用，请注明来源。推送需要令牌。出错时按 RFC 9457 返回 application/problem+json。",
            };
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = $"系统管理员在工作台为一个机关、一个系统发放的令牌，以 {TokenSecret.Mark} 开头。",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
            {
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            }

            foreach (var (status, example) in ApiExamples.Of(operation.OperationId))
            {
                Illustrate(operation.Responses is { } answers && answers.TryGetValue(status, out var answer) ? answer.Content : null, example);
            }

            Illustrate(operation.RequestBody?.Content, ApiExamples.BodyOf(operation.OperationId));

            foreach (var (status, response) in operation.Responses ?? [])
            {
                response.Description = ApiExamples.TextOf(status) ?? response.Description;
            }

            return Task.CompletedTask;
        });
    }

    private static void Illustrate(IDictionary<string, OpenApiMediaType>? content, string? example)
    {
        if (example is not null && content is not null && content.TryGetValue("application/json", out var json))
        {
            json.Example = JsonNode.Parse(example);
        }
    }
}
