using System.Text.Json.Serialization;

namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>What proves who the requester is (第二十九条第二款第一项).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IdentityDocumentKind>))]
public enum IdentityDocumentKind
{
    /// <summary>居民身份证, 18 digits or the old 15.</summary>
    ResidentCard,

    /// <summary>护照 of any country.</summary>
    Passport,

    /// <summary>港澳居民来往内地通行证.</summary>
    HongKongMacaoPermit,

    /// <summary>台湾居民来往大陆通行证.</summary>
    TaiwanPermit,

    /// <summary>港澳台居民居住证, numbered like a resident card.</summary>
    ResidencePermit,

    /// <summary>外国人永久居留身份证.</summary>
    ForeignPermanentResident,

    /// <summary>Another document of a natural person.</summary>
    OtherPersonal,

    /// <summary>统一社会信用代码 of an organisation.</summary>
    UnifiedCreditCode,

    /// <summary>An organisation's other registration.</summary>
    OtherOrganisational,
}

/// <summary>The Chinese names of <see cref="IdentityDocumentKind"/> and who uses which.</summary>
public static class IdentityDocumentKinds
{
    /// <summary>For natural persons.</summary>
    public static readonly IReadOnlyList<(IdentityDocumentKind Kind, string Name)> Personal =
    [
        (IdentityDocumentKind.ResidentCard, "居民身份证"),
        (IdentityDocumentKind.Passport, "护照"),
        (IdentityDocumentKind.HongKongMacaoPermit, "港澳居民来往内地通行证"),
        (IdentityDocumentKind.TaiwanPermit, "台湾居民来往大陆通行证"),
        (IdentityDocumentKind.ResidencePermit, "港澳台居民居住证"),
        (IdentityDocumentKind.ForeignPermanentResident, "外国人永久居留身份证"),
        (IdentityDocumentKind.OtherPersonal, "其他有效身份证件"),
    ];

    /// <summary>For organisations.</summary>
    public static readonly IReadOnlyList<(IdentityDocumentKind Kind, string Name)> Organisational =
    [
        (IdentityDocumentKind.UnifiedCreditCode, "统一社会信用代码"),
        (IdentityDocumentKind.OtherOrganisational, "其他登记证书号码"),
    ];

    /// <summary>The name of a kind.</summary>
    public static string NameOf(IdentityDocumentKind kind) => Personal.Concat(Organisational).First(entry => entry.Kind == kind).Name;
}
