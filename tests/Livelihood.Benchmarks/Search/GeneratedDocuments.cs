using System.Text;
using Livelihood.Content.Parts;

namespace Livelihood.Benchmarks.Search;

/// <summary>A document as it is published.</summary>
internal sealed record GeneratedDocument(
    string AgencyId, string Title, string Markdown, string Number, DateOnly Date, Validity Validity, DateTimeOffset PublishedUtc);

/// <summary>
/// Documents made of words by chance, the same in every run, about 1,200 characters each. Harsh on purpose: 工作 and 通知 are in
/// every one, 人民政府 in 86 of 100, other general words in ever fewer; each is about one matter and touches four others, of
/// which the first in the list are frequent and the last are not; names of places are rare.
/// </summary>
internal static class GeneratedDocuments
{
    public const string Type = "OfficialDocument";

    /// <summary>Changes when the documents do, or what is kept of them.</summary>
    public const int Version = 3;

    public static readonly string[] Agencies = ["GEN00", "GEN01", "GEN02", "GEN03", "GEN04", "GEN05", "GEN06", "GEN07"];

    private const int Matters = 5;
    private const int Places = 4;

    /// <summary>In how many of a hundred documents the first general word is, and how many fewer each next one.</summary>
    private const double MostFrequent = 86;
    private const double Fewer = 1.7;

    private static readonly string[] Common =
    [
        "人民政府", "有关", "单位", "加强", "管理", "实施", "建设", "服务", "推进", "落实", "责任", "完善", "组织", "发展", "要求", "规定", "项目",
        "资金", "标准", "监督", "检查", "补助", "保障", "制度", "申请", "审核", "机构", "人员", "计划", "指导", "协调", "宣传", "培训", "评估", "公示",
        "投诉", "奖励", "试点", "调查", "统计", "档案", "验收", "招标", "抚恤", "听证",
    ];

    private static readonly string[] Things =
    [
        "断头路", "农村公路", "残疾儿童", "康复救助", "养老机构", "社区食堂", "公租房", "老旧小区", "供热管网", "饮水安全", "义务教育", "学前教育",
        "职业技能", "就业补助", "医疗保险", "家庭医生", "妇幼保健", "疾病预防", "污水处理", "垃圾分类", "大气污染", "扬尘治理", "河道整治", "水库除险",
        "防汛抗旱", "森林防火", "安全生产", "消防设施", "食品安全", "药品监管", "市场监管", "营商环境", "行政审批", "政务服务", "信息公开", "电子证照",
        "招商引资", "产业集聚", "科技创新", "知识产权", "新能源汽车", "充电设施", "公共交通", "停车泊位", "文化遗产", "全民健身", "乡村旅游", "脱贫攻坚",
        "高标准农田", "粮食收购", "动物防疫", "农产品质量", "宅基地", "土地征收", "矿山修复", "住房公积金", "法律援助", "人民调解", "信访事项", "退役军人",
    ];

    private const string Rare = "槐榆柏桦枫柳杉松樟楠檀榕桂梅兰菊荷莲竹苇芦荻蒲菖艾蒿茅葛藤萝薇蕨芹葵苋";

    /// <summary>The document of this number, from 0.</summary>
    public static GeneratedDocument Make(int index)
    {
        var chance = new Random(index * 7919 + 17);
        var year = 2005 + index % 21;
        var general = Common.Where((_, i) => 100 * chance.NextDouble() < MostFrequent - i * Fewer).DefaultIfEmpty(Common[0]).ToArray();
        var things = Enumerable.Range(0, Matters).Select(_ => Things[(int)(Things.Length * Math.Pow(chance.NextDouble(), 2))]).ToArray();
        var places = Enumerable.Range(0, Places).Select(_ => Place(chance)).ToArray();
        var title = $"关于{places[0]}{things[0]}{Pick(general, chance)}的{Pick(["通知", "意见", "方案", "决定"], chance)}";
        var text = Body(general, things, places, chance);
        var date = new DateOnly(year, 1 + chance.Next(12), 1 + chance.Next(28));
        return new(
            Agencies[index % Agencies.Length], title, text, NumberOf(index), date, chance.Next(10) == 0 ? Validity.Repealed : Validity.InForce,
            new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
    }

    /// <summary>The number of the document of this index.</summary>
    public static string NumberOf(int index) => $"生政办〔{2005 + index % 21}〕{index / 21 + 1}号";

    private static string Body(string[] general, string[] things, string[] places, Random chance)
    {
        var text = new StringBuilder("按照工作安排，现将有关事项通知如下。\n\n");
        for (var section = 0; section < 4; section++)
        {
            text.Append("## ").Append("一二三四"[section]).Append('、').Append(Pick(things, chance)).Append(Pick(general, chance)).Append("\n\n");
            for (var sentence = 0; sentence < 12; sentence++)
            {
                text.Append(chance.Next(4) == 0 ? Pick(places, chance) : Pick(general, chance)).Append(Pick(general, chance))
                    .Append(chance.Next(2) == 0 ? things[0] : Pick(things, chance)).Append(Pick(general, chance)).Append('，')
                    .Append(Pick(general, chance)).Append(Pick(places, chance)).Append(chance.Next(1, 900)).Append("项的")
                    .Append(Pick(things, chance)).Append("。\n\n");
            }
        }

        return text.ToString();
    }

    private static string Place(Random chance) => $"{Rare[chance.Next(Rare.Length)]}{Rare[chance.Next(Rare.Length)]}{"乡镇村县"[chance.Next(4)]}";

    private static string Pick(string[] words, Random chance) => words[chance.Next(words.Length)];
}
