namespace Livelihood.Benchmarks.Search;

/// <summary>Queries of the kinds that readers ask.</summary>
internal static class QuerySet
{
    public static IReadOnlyList<(string Kind, string Text)> For(int documents) =>
    [
        .. Kind("one word", "断头路", "公租房", "新能源汽车", "垃圾分类", "充电设施", "宅基地"),
        .. Kind("two words", "断头路 资金", "农村公路 建设", "养老机构 补助", "污水处理 责任", "老旧小区 供热管网", "退役军人 就业补助"),
        .. Kind("rare word", "槐榆镇", "柏桦村", "楠檀县", "荷莲乡", "芦荻镇", "葛藤村"),
        .. Kind("common word", "人民政府", "工作", "通知", "管理", "建设", "补助"),
        .. Kind("exact phrase", "“农村公路建设”", "“残疾儿童服务”", "“推进垃圾分类”", "“人民政府工作”", "“加强安全生产管理”", "“社区食堂”", "“人民政府”", "“有关单位责任”"),
        .. Kind("long", "残疾儿童康复救助标准", "老旧小区供热管网建设责任单位", "农村公路建设实施管理", "退役军人就业补助服务", "新能源汽车充电设施建设"),
        .. Kind("question", "残疾儿童康复救助标准是多少", "公租房怎么申请", "什么是高标准农田建设", "如何办理电子证照服务", "养老机构补助有哪些"),
        .. Kind("excluded", "断头路 -农村公路", "建设 -管理", "养老机构 -工作", "公租房 -通知"),
        .. Kind("character", "路", "的", "槐", "田"),
        .. Kind("number", GeneratedDocuments.NumberOf(5), GeneratedDocuments.NumberOf(documents / 2), "2019 8", "2011年3号", GeneratedDocuments.NumberOf(documents - 1)),
        .. Kind("nothing", "榫卯潜艇", "鞦韆", "\"绝无此句的一句话\"", "xyzzy"),
        .. Kind("nearly", "断头路 榫卯", "农村公路 鞦韆 建设", "垃圾分类 潜艇 资金"),
    ];

    /// <summary>What is typed letter by letter.</summary>
    public static IReadOnlyList<(string Kind, string Text)> Typed =>
    [
        .. Kind("title", "残疾儿童康复救助", "关于槐榆镇断头路管理的通知", "农产品质量"),
        .. Kind("agency", "生成市GEN03局"),
        .. Kind("document number", "生政办〔2019〕8号", "2011年3号"),
        .. Kind("pinyin", "canjiertong", "ldsxqgrgw", "xinnengyuan"),
        .. Kind("nowhere", "榫卯潜艇", "zuzuzuzu"),
    ];

    private static IEnumerable<(string Kind, string Text)> Kind(string kind, params string[] texts) => texts.Select(t => (kind, t));
}
