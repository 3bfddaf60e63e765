using System.Text.Json.Serialization;

namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>Who asks: the columns of the annual report, a natural person or one of five kinds of organisation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequesterKind>))]
public enum RequesterKind
{
    /// <summary>自然人.</summary>
    Natural,

    /// <summary>商业企业.</summary>
    Commercial,

    /// <summary>科研机构.</summary>
    Research,

    /// <summary>社会公益组织.</summary>
    Social,

    /// <summary>法律服务机构.</summary>
    Legal,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>The Chinese names of <see cref="RequesterKind"/>, in the annual report's order.</summary>
public static class RequesterKinds
{
    /// <summary>Every kind with its name.</summary>
    public static readonly IReadOnlyList<(RequesterKind Kind, string Name)> All =
    [
        (RequesterKind.Natural, "自然人（个人）"),
        (RequesterKind.Commercial, "商业企业"),
        (RequesterKind.Research, "科研机构"),
        (RequesterKind.Social, "社会公益组织"),
        (RequesterKind.Legal, "法律服务机构"),
        (RequesterKind.Other, "其他法人或者组织"),
    ];

    /// <summary>The name of a kind.</summary>
    public static string NameOf(RequesterKind kind) => All.First(entry => entry.Kind == kind).Name;
}
