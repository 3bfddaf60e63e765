namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>What a state means for the requester, for people who have never read the Regulation.</summary>
public static class StateText
{
    /// <summary>A sentence: what goes on, and whose turn it is.</summary>
    public static string Of(RequestState state) => state switch
    {
        RequestState.Unconfirmed => "已经登记，等机关确认收到；现在不需要您做什么。",
        RequestState.Open => "机关正在办理；现在不需要您做什么。",
        RequestState.AwaitsCorrection => "机关看不明白您要的是什么信息，请您补充说明；补充以后，答复期限重新计算。",
        RequestState.AwaitsReasons => "机关请您说明为什么需要这么多或者这么频繁的申请。",
        RequestState.AwaitsPayment => "请您按收费通知缴纳信息处理费；缴费以后机关继续办理。",
        RequestState.Replied => "答复已经作出，正在送达给您。",
        RequestState.Closed => "这件申请已经办完。",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a sentence."),
    };

    /// <summary>Whether the office waits for something that the requester can do here.</summary>
    public static bool IsRequestersTurn(RequestState state) => state is RequestState.AwaitsCorrection or RequestState.AwaitsReasons;
}
