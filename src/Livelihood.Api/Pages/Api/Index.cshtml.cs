using System.ComponentModel;
using System.Reflection;
using Livelihood.Api.Description;
using Livelihood.Api.Reading;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Livelihood.Api.Pages.Api;

/// <summary>A route as the page tells of it.</summary>
public sealed record ApiRoute(string Tag, string Method, string Path, string Summary, string Description);

/// <summary>Explains the interface to people. What there is, it asks the routes themselves, so that it never tells of others.</summary>
public sealed class IndexModel(EndpointDataSource endpoints, IOptions<ApiOptions> options) : PageModel
{
    public IReadOnlyList<ApiRoute> Routes { get; private set; } = [];

    public ApiOptions Limits => options.Value;

    /// <summary>The parameters of the list, with what they mean.</summary>
    public IReadOnlyList<(string Name, string Text)> Parameters { get; } = ParametersOf(typeof(ItemsRequest));

    /// <summary>The parameters of a search, with what they mean.</summary>
    public IReadOnlyList<(string Name, string Text)> SearchParameters { get; } = ParametersOf(typeof(SearchRequest));

    private static IReadOnlyList<(string Name, string Text)> ParametersOf(Type request) =>
    [
        .. from property in request.GetProperties()
           let name = property.GetCustomAttribute<FromQueryAttribute>()?.Name
           where name is not null
           select (name, property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? ""),
    ];

    /// <summary>What a system pushes, for example.</summary>
    public string BodyExample { get; } = ApiExamples.BodyOf("putItem")!;

    public void OnGet() => Routes =
    [
        .. from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
           let summary = endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary
           where summary is not null && endpoint.RoutePattern.RawText!.StartsWith(ApiRoutes.Root, StringComparison.Ordinal)
           let method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]
           select new ApiRoute(
               endpoint.Metadata.GetMetadata<ITagsMetadata>()!.Tags[0], method, endpoint.RoutePattern.RawText!, summary,
               endpoint.Metadata.GetMetadata<IEndpointDescriptionMetadata>()?.Description ?? ""),
    ];
}
