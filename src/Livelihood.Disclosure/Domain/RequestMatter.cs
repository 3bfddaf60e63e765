using System.Text.Json.Serialization;

namespace Livelihood.Disclosure.Domain;

/// <summary>What kind of case a request is. Names are stored and never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequestMatter>))]
public enum RequestMatter
{
    /// <summary>Information is asked for (第二十七条).</summary>
    [JsonStringEnumMemberName("information")]
    Information,

    /// <summary>Records about oneself are to be corrected (第四十一条, R-41).</summary>
    [JsonStringEnumMemberName("correction")]
    Correction,
}

/// <summary>What people call the kinds of cases.</summary>
public static class RequestMatters
{
    /// <summary>The Chinese name.</summary>
    public static string NameOf(RequestMatter matter) => matter == RequestMatter.Correction ? "更正自身信息" : "公开信息";

    /// <summary>The name of the matter in letters and mails, before 申请.</summary>
    public static string Of(RequestMatter matter) => matter == RequestMatter.Correction ? "政府信息更正" : "政府信息公开";
}
