using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Domain;
using Livelihood.Platform.Mail;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Platform.Citizens;

/// <summary>The mails of citizens' accounts. Nothing of them is kept once they have left.</summary>
public sealed class CitizenMail(IConfiguration configuration)
{
    private string Portal => configuration["Portal:Name"] is { Length: > 0 } name ? name : "政府信息公开门户";

    /// <summary>A code.</summary>
    public OutgoingMail Code(string to, string digits, CodePurpose purpose) => new(
        to,
        $"{digits} 是您的验证码（{Portal}）",
        $"""
        您好：

        {(purpose == CodePurpose.SignIn ? "您正在登录" : "您正在把这个邮箱设为登录邮箱：")}{Portal}。验证码：

            {digits}

        {SignInCode.Lasts.TotalMinutes:0}分钟内有效，只能用一次。请只在要求登录的那个浏览器里填写，不要告诉任何人，工作人员也不会向您索要。

        如果不是您本人操作，不必理会：没有验证码，谁也不能登录。
        """)
    { IsForgotten = true };

    /// <summary>Tells the old address of an account that another one has taken its place.</summary>
    public OutgoingMail AddressChanged(string to, string masked) => new(
        to,
        $"登录邮箱已经更换（{Portal}）",
        $"""
        您好：

        您在{Portal}的账号已经改用另一个邮箱（{masked}）登录，这个邮箱不再能登录这个账号。

        如果不是您本人操作，请尽快与本网站联系。
        """)
    { IsForgotten = true };

    /// <summary>Tells of another way to sign in, or of one less.</summary>
    public OutgoingMail WaysChanged(string to, string what) => new(
        to,
        $"账号的登录方式有变化（{Portal}）",
        $"""
        您好：

        您在{Portal}的账号{what}。

        如果不是您本人操作，请尽快登录查看，并与本网站联系。
        """)
    { IsForgotten = true };

    /// <summary>Tells of a new password and second factor.</summary>
    public OutgoingMail PasswordChanged(string to, bool isSet) => new(
        to,
        $"账号的登录方式有变化（{Portal}）",
        $"""
        您好：

        您在{Portal}的账号{(isSet ? "已经设置密码和动态验证码，以后每次登录都要填写动态验证码" : "已经取消密码和动态验证码，以后用邮箱验证码登录")}。

        如果不是您本人操作，请尽快登录查看，并与本网站联系。
        """)
    { IsForgotten = true };
}
