using Livelihood.Api.Description;
using Livelihood.Api.Reading;
using Livelihood.Api.Tokens;
using Livelihood.Api.Writing;
using Livelihood.Platform;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Api;

/// <summary>The interface for programs: everybody reads what is public; agencies' own systems push drafts.</summary>
public static class ApiModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ApiOptions>(configuration.GetSection("Api"));
        services.AddSingleton<IModelPart, ApiTokenModel>();
        services.AddScoped<ApiTokens>();
        services.AddScoped<ItemWriter>();
        services.AddScoped<ItemsEndpoint>();
        services.AddScoped<ItemEndpoint>();
        services.AddScoped<SearchEndpoint>();
        services.AddScoped<TypesEndpoint>();
        services.AddScoped<AgenciesEndpoint>();
        services.AddScoped<PushReader>();
        services.AddScoped<PushEndpoint>();
        services.AddApiLimits();
        services.AddOpenApi("v1", ApiDescription.Apply);
        services.AddCors(cors => cors.AddPolicy(ApiRoutes.Cors, policy => policy
            .AllowAnyOrigin().WithMethods(HttpMethods.Get).WithHeaders(HeaderNames.Accept, HeaderNames.IfNoneMatch)
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Link)));
        services.AddTokens();
        services.AddSingleton(new SitemapPage("/api"));
        services.AddSingleton(new ConsoleLink("接口令牌", "/console/api-tokens", Permissions.ManageTokens, 820, "为各机关自己的系统发放、停用推送内容的令牌。"));
        return services;
    }

    private static void AddTokens(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder()
            .AddPolicy(ApiScopes.Write, policy => policy
                .AddAuthenticationSchemes(BearerHandler.SchemeName).RequireAuthenticatedUser()
                .RequireClaim(BearerHandler.ScopeClaim, ApiScopes.Write, ApiScopes.Submit))
            .AddPolicy(ApiScopes.Submit, policy => policy
                .AddAuthenticationSchemes(BearerHandler.SchemeName).RequireAuthenticatedUser()
                .RequireClaim(BearerHandler.ScopeClaim, ApiScopes.Submit));
    }
}
