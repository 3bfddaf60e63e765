namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>What kind of sign a character is, as far as it tells Chinese text from other text.</summary>
internal static class Signs
{
    /// <summary>A Chinese character.</summary>
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or '〇' or '々';

    /// <summary>A Chinese character or a mark of Chinese punctuation.</summary>
    public static bool IsChinese(char c) => IsHan(c) || IsMark(c);

    /// <summary>Full-width punctuation.</summary>
    public static bool IsMark(char c) => c is '，' or '。' or '；' or '：' or '、' or '！' or '？' or '（' or '）' or '《' or '》' or '〈' or '〉'
        or '“' or '”' or '‘' or '’' or '【' or '】' or '〔' or '〕' or '「' or '」' or '『' or '』' or '…' or '％';

    /// <summary>A mark that only a running sentence has.</summary>
    public static bool IsSentenceMark(char c) => c is '，' or '。' or '；' or '｡';

    public static bool IsChineseDigit(char c) => c is '〇' or '零' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九';
}
