using Livelihood.Disclosure.Domain.Outcomes;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>The article and item that a letter rests on.</summary>
public static class LegalBasis
{
    private const string Regulation = "《中华人民共和国政府信息公开条例》";

    /// <summary>Of a reply.</summary>
    public static string Of(ReplyKind kind) => kind.Key switch
    {
        "public" => Regulation + "第三十六条第一项",
        "disclosed" => Regulation + "第三十六条第二项",
        "partly" => Regulation + "第三十七条",
        "query" => Regulation + "第三十六条第七项",
        "absent" => Regulation + "第三十六条第四项",
        "elsewhere" => Regulation + "第三十六条第五项",
        "repeated" or "reissue" => Regulation + "第三十六条第六项",
        "other" => Regulation + "的有关规定",
        _ when kind.Letter == 14 => $"{Regulation}{OutcomeTable.Find(kind.Outcome)!.Article}和第三十六条第三项",
        _ => Regulation + OutcomeTable.Find(kind.Outcome)!.Article,
    };

    /// <summary>Of not going on as no correction came.</summary>
    public const string NotCorrected = Regulation + "第三十条";

    /// <summary>Of not going on as the fee was not paid.</summary>
    public const string NotPaid = Regulation + "第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）";
}
