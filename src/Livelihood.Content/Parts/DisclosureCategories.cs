namespace Livelihood.Content.Parts;

/// <summary>公开类别: what the Regulation lists for proactive disclosure (第二十条, fifteen items; 第二十一条).</summary>
public static class DisclosureCategories
{
    /// <summary>The categories by code: article, hyphen, item.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["20-1"] = "法规、规章和规范性文件",
        ["20-2"] = "机关职能和机构设置",
        ["20-3"] = "规划和相关政策",
        ["20-4"] = "统计信息",
        ["20-5"] = "行政许可和对外服务事项",
        ["20-6"] = "行政处罚和行政强制",
        ["20-7"] = "财政预算和决算",
        ["20-8"] = "行政事业性收费",
        ["20-9"] = "政府集中采购",
        ["20-10"] = "重大建设项目",
        ["20-11"] = "扶贫、教育、医疗、社会保障和就业",
        ["20-12"] = "突发公共事件应急",
        ["20-13"] = "环境保护、公共卫生和安全监督检查",
        ["20-14"] = "公务员招考",
        ["20-15"] = "依法应当主动公开的其他信息",
        ["21"] = "市县乡政府的其他公开事项",
    };

    /// <summary>The category in words; the code itself where it is unknown, null for none.</summary>
    public static string? NameOf(string? code) => code is null ? null : All.GetValueOrDefault(code, code);
}
