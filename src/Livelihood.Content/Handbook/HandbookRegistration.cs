using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Content.Handbook;

/// <summary>The handbook in the console.</summary>
public static class HandbookRegistration
{
    /// <summary>Adds the handbook that lies beside the program.</summary>
    public static IServiceCollection AddHandbook(this IServiceCollection services) => services
        .AddSingleton(_ => new EditorsHandbook(EditorsHandbook.DefaultFolder))
        .AddSingleton(new ConsoleLink("编辑手册", "/console/handbook", Permissions.OpenConsole, 860, "写、审、发、改每一步点哪里，出了问题怎么办。"));

    /// <summary>Maps the addresses of its pictures.</summary>
    public static IEndpointRouteBuilder MapHandbook(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/console/handbook/pictures/{file}", (string file, EditorsHandbook handbook, HttpContext http) =>
        {
            if (handbook.PictureFile(file) is not { } picture)
            {
                return Results.NotFound();
            }

            http.Response.Headers.CacheControl = "private, max-age=3600";
            return Results.File(picture, "image/png", lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(picture)));
        }).RequireAuthorization(Permissions.OpenConsole);
        return endpoints;
    }
}
