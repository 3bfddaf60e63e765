using System.CommandLine;
using Livelihood.Platform.Accounts;

namespace Livelihood.Portal.Commands;

/// <summary><c>user create</c>: makes a staff account.</summary>
internal static class UserCommands
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "账号名" };
        var role = new Option<string>("--role") { Description = "角色，如 administrator、handler", Required = true };
        var agency = new Option<string>("--agency") { Description = "机关编码，如 SMX", Required = true };
        var display = new Option<string?>("--display-name") { Description = "显示的姓名；不填则同账号名" };
        var email = new Option<string?>("--email") { Description = "邮箱" };
        var password = new Option<bool>("--password-from-stdin") { Description = "从标准输入读取密码；不加则随机生成并显示一次" };
        var create = new Command("create", "新建工作人员账号") { name, role, agency, display, email, password };
        create.SetAction((parsed, cancellation) => CommandScope.RunAsync(async services =>
        {
            var fromInput = parsed.GetValue(password);
            var userName = parsed.GetValue(name)!;
            var made = await services.GetRequiredService<AccountRegistrar>().CreateAsync(
                new NewAccount(
                    userName, parsed.GetValue(display) ?? userName, parsed.GetValue(role)!, parsed.GetValue(agency)!,
                    parsed.GetValue(email), fromInput ? await Console.In.ReadLineAsync(cancellation) ?? "" : null),
                cancellation);
            Console.WriteLine(fromInput ? $"账号 {userName} 已建立。" : $"账号 {userName} 已建立，密码（只显示这一次）：{made}");
            return 0;
        }, cancellation));
        return new Command("user", "工作人员账号") { create };
    }
}
