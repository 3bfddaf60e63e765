using Microsoft.AspNetCore.Identity;

namespace Livelihood.Platform.Accounts;

/// <summary>Identity's messages in Chinese, with what to do.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), $"账号“{userName}”已经存在，请换一个账号名");

    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), $"邮箱“{email}”已被其他账号使用");

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), $"账号名“{userName}”含有不允许的字符，只能用字母、数字和 - . _ @");

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), $"“{email}”不是有效的邮箱地址");

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"密码至少要有{length}个字符");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "密码不正确");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "账号刚被别人修改过，请刷新后重试");

    public override IdentityError DefaultError() => Error(nameof(DefaultError), "操作没有成功，请稍后重试");

    private static IdentityError Error(string code, string text) => new() { Code = code, Description = text };
}
