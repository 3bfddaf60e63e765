namespace Livelihood.Theme.Civic;

/// <summary>What a reader is told about a failed request: what happened, and what to do next.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Reason">What happened, in one or two sentences.</param>
/// <param name="NextSteps">What the reader can do, each a sentence.</param>
/// <param name="ShowReference">Whether the request's number is shown, so that the operators can find it in their log.</param>
public sealed record StatusExplanation(string Title, string Reason, IReadOnlyList<string> NextSteps, bool ShowReference = false)
{
    /// <summary>The explanation of an HTTP status code (400 to 599); unknown codes get that of their class.</summary>
    public static StatusExplanation Of(int code) => code switch
    {
        400 => new("提交的内容无法处理", "页面可能打开得太久，或者提交的内容不完整。",
            ["返回上一页，刷新以后重新提交。", "先把已经填写的内容复制下来，以免丢失。"]),
        401 or 403 => new("您没有权限查看这个页面", "这个页面只对有相应权限的工作人员开放。",
            ["如果您是工作人员，请换用有权限的账号登录，或者与本单位管理员联系。"]),
        404 => new("没有找到这个页面", "地址可能有误，或者页面已经移走。",
            ["检查地址是否完整。", "用文件标题或者发文字号搜索。"]),
        405 => new("这个地址不能这样打开", "这个地址只用于提交表单。", ["从栏目进入，重新填写并提交。"]),
        410 => new("这条信息已经撤下", "这个地址原来有公开的信息，现在已经撤下。",
            ["搜索是否有新的版本。", "确有需要的，可以依法申请公开。"]),
        413 => new("提交的文件太大", "提交的内容超过了允许的大小。", ["返回上一页，减小附件以后重新提交。"]),
        429 => new("操作太频繁", "短时间内收到了来自您所在网络的很多次请求。", ["请等几分钟再试。已经提交成功的内容不受影响。"]),
        503 => new("服务暂时不能使用", "系统正在维护或者过于繁忙。", ["请过几分钟再试。"]),
        >= 500 => new("系统出现了问题", "这不是您的操作造成的，问题已经记录下来。",
            ["请过几分钟再试。", "刚才如果提交了内容，请先查看是否已经收到回执，不要急于重复提交。"], ShowReference: true),
        _ => new("无法完成这个请求", "提交的内容或者地址不符合要求。", ["返回上一页检查以后再试。"]),
    };
}
