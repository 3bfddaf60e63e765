using System.Text.Json.Serialization;

namespace Livelihood.Disclosure.Domain;

/// <summary>载体形式: in what form the information is wanted (第二十九条第二款第三项).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WantedForm>))]
public enum WantedForm
{
    /// <summary>电子文档.</summary>
    Electronic,

    /// <summary>纸质.</summary>
    Paper,
}

/// <summary>获取方式: how the information is to reach the requester; electronically only where it was chosen (R-SERVE).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryWay>))]
public enum DeliveryWay
{
    /// <summary>电子邮件.</summary>
    Email,

    /// <summary>邮寄.</summary>
    Post,

    /// <summary>自行领取.</summary>
    PickUp,

    /// <summary>当场查阅、抄录.</summary>
    OnSite,
}

/// <summary>The Chinese names of the choices.</summary>
public static class DeliveryNames
{
    /// <summary>Forms.</summary>
    public static readonly IReadOnlyList<(WantedForm Form, string Name)> Forms =
        [(WantedForm.Electronic, "电子文档"), (WantedForm.Paper, "纸质")];

    /// <summary>Ways.</summary>
    public static readonly IReadOnlyList<(DeliveryWay Way, string Name)> Ways =
    [
        (DeliveryWay.Email, "发到电子邮箱"),
        (DeliveryWay.Post, "邮寄"),
        (DeliveryWay.PickUp, "自己到机关领取"),
        (DeliveryWay.OnSite, "到机关当场查阅、抄录"),
    ];

    /// <summary>The name of a form.</summary>
    public static string Of(WantedForm form) => Forms.First(entry => entry.Form == form).Name;

    /// <summary>The name of a way.</summary>
    public static string Of(DeliveryWay way) => Ways.First(entry => entry.Way == way).Name;
}
