using Livelihood.Platform.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Livelihood.Platform.Web;

/// <summary>Where the portal is reached from outside, as the operator sets it.</summary>
public sealed class OwnAddressOptions
{
    /// <summary>Such as <c>https://xxgk.example.gov.cn</c>, without a path; empty: what each visitor asks for.</summary>
    public string? Address { get; set; }

    /// <summary>The address, or null where none is set.</summary>
    internal Uri? Own => string.IsNullOrWhiteSpace(Address) ? null : new(Address.Trim());

    /// <summary>Whether nothing is set, or an address that a browser can open and that has neither path nor query.</summary>
    public bool IsRight => string.IsNullOrWhiteSpace(Address)
        || (Uri.TryCreate(Address.Trim(), UriKind.Absolute, out var own) && (own.Scheme == Uri.UriSchemeHttps || own.Scheme == Uri.UriSchemeHttp)
            && own.PathAndQuery == "/" && own.Fragment.Length == 0 && own.UserInfo.Length == 0);
}

/// <summary>
/// Makes each request one to the portal's own address. Otherwise whoever sends a request says with its Host header where links in
/// mails to others lead, as the address of a confirmation is made from the request that asks for it.
/// </summary>
public static class OwnAddress
{
    /// <summary>What an operator who sends mails without having said where the portal is reached should know.</summary>
    public const string Warning = "设置了邮件服务器（Mail:Host），没有设置门户的网址（Portal:Address）：邮件里的链接会指向访问者请求里写的主机，而这由发出请求的人决定。请设置 Portal:Address，例如 https://xxgk.example.gov.cn，再重新启动。";

    /// <summary>Whether <see cref="Warning"/> is called for.</summary>
    public static bool IsMissing(OwnAddressOptions own, MailOptions mail) => mail.Host.Length > 0 && own.Own is null;

    /// <summary>Reads the setting <c>Portal:Address</c>; the portal does not start with one that is wrong.</summary>
    public static IServiceCollection AddOwnAddress(this IServiceCollection services)
    {
        services.AddOptions<OwnAddressOptions>().BindConfiguration("Portal")
            .Validate(options => options.IsRight, "Portal:Address 应当是门户的网址，只到域名和端口为止，例如 https://xxgk.example.gov.cn；门户在网站的一个目录下的，目录写在 Portal:PathBase")
            .ValidateOnStart();
        return services;
    }

    /// <summary>To come before everything that looks at addresses; says so where mails go out and none is set.</summary>
    public static void UseOwnAddress(this IApplicationBuilder app)
    {
        var settings = app.ApplicationServices.GetRequiredService<IOptions<OwnAddressOptions>>().Value;
        if (IsMissing(settings, app.ApplicationServices.GetRequiredService<IOptions<MailOptions>>().Value))
        {
            app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OwnAddress)).LogWarning(Warning);
        }

        if (settings.Own is not { } own)
        {
            return;
        }

        var host = new HostString(own.Authority);
        app.Use((http, next) =>
        {
            (http.Request.Scheme, http.Request.Host) = (own.Scheme, host);
            return next(http);
        });
    }
}
