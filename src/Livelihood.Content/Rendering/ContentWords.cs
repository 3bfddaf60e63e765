using Livelihood.Content.Parts;

namespace Livelihood.Content.Rendering;

/// <summary>The Chinese words for the values of records.</summary>
public static class ContentWords
{
    /// <summary>有效性 in words.</summary>
    public static string Text(this Validity validity) => validity switch
    {
        Validity.InForce => "现行有效",
        Validity.Amended => "已修改",
        Validity.Repealed => "已废止",
        _ => "已失效",
    };

    /// <summary>The colour modifier of the tag that shows a validity; the words say the same.</summary>
    public static string TagClass(this Validity validity) => validity switch
    {
        Validity.InForce => "govuk-tag--green",
        Validity.Amended => "govuk-tag--yellow",
        _ => "govuk-tag--grey",
    };

    /// <summary>公开属性 in words.</summary>
    public static string Text(this DisclosureAttribute attribute) => attribute switch
    {
        DisclosureAttribute.Proactive => "主动公开",
        DisclosureAttribute.OnRequest => "依申请公开",
        _ => "不予公开",
    };
}
