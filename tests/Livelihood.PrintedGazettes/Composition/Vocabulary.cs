namespace Livelihood.PrintedGazettes.Composition;

/// <summary>Words of invented affairs; people are called one, two, three.</summary>
internal static class Vocabulary
{
    public static readonly string[] Surnames = ["赵", "钱", "孙", "李", "周", "吴", "郑", "冯", "陈", "楚", "魏", "蒋"];

    public static readonly string[] Ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    /// <summary>What documents are about.</summary>
    public static readonly string[] Affairs =
    [
        "内河疏浚", "山区小学取暖", "夜间公共照明", "旧书流通", "石板路养护", "渡口安全", "集市摊位", "古井保护", "雨水收集", "茶园病虫害防治",
        "公共自行车停放", "盲道清障", "桥梁限重", "粮仓通风", "码头装卸", "鱼塘换水", "校车接送", "图书馆夜间开放", "屋顶绿化", "乡村邮路",
        "水表更新", "街巷命名", "农机检修", "防火隔离带", "候车亭建设", "菜窖改造", "老旧电梯更换", "河堤植柳", "山洪预警", "冬季供暖",
        "体育场地开放", "果树嫁接推广", "废旧电池回收", "公墓管理", "沼气池使用", "渔船登记", "城乡公交一体化", "小水电站管理", "春蚕饲养", "消防水源建设",
    ];

    public static readonly string[] Departments =
        ["水利局", "教育局", "民政局", "财政局", "交通局", "农业局", "林业局", "卫生局", "公安局", "商务局", "体育局", "气象局", "档案局", "粮食局"];

    public static readonly string[] Actors = ["各有关单位", "各责任单位", "水利部门", "教育部门", "财政部门", "沿线乡镇", "管理站", "养护队", "领导小组办公室", "各村", "经营者", "使用人"];

    public static readonly string[] Manners = ["及时", "逐项", "按季度", "在汛期以前", "在年底以前", "会同有关方面", "按照就近的原则", "自收到之日起十日内", "每月十日前", "分片", "分批", "认真"];

    public static readonly string[] Verbs = ["清点", "登记", "修复", "更换", "公布", "巡查", "核对", "清理", "加固", "汇总", "检修", "编号", "验收", "补齐", "移交", "测量"];

    public static readonly string[] Things =
    [
        "渠道闸门", "校舍屋顶", "路灯线路", "摊位台账", "古树标牌", "护栏基础", "通风口", "排水沟", "候车亭", "水表读数", "借阅记录", "检修日志",
        "桥面裂缝", "界桩位置", "船只编号", "果苗数量", "井盖", "值班电话", "经费明细", "图纸资料",
    ];

    public static readonly string[] Reasons =
        ["近两年来", "为了方便群众", "为了保证安全", "根据群众反映的情况", "经过试点", "今年入冬以后", "从检查的情况看", "为了节约用水", "按照年初的安排", "鉴于设施已经老化"];

    public static readonly string[] Results =
        ["办理情况随时告知来办事的人", "逾期没有办完的说明原因", "所需费用在原有经费中调剂", "结果张贴在显眼的地方", "有困难的提前提出", "遇到大风大雨立即停工", "不得向住户另外收费", "同一事项不再重复填表", "两个单位意见不一致的由上一级确定", "发现隐患先停用再修理"];

    public static readonly string[] Quoted = ["一处一卡", "先修后用", "谁使用、谁养护", "五查五补", "双人双锁", "一张图"];

    public static readonly string[] Headings =
        ["总体要求", "基本原则", "主要任务", "工作目标", "实施步骤", "组织领导", "经费来源", "时间安排", "检查验收", "范围和对象", "保障措施", "具体办法", "责任分工", "日常管理"];

    public static readonly string[] SmallHeadings =
        ["摸清底数", "分段负责", "先急后缓", "建立台账", "加强巡查", "明确专人", "统一编号", "公开结果", "落实经费", "严格验收", "培训人员", "完善设施", "定期通报", "注重实效"];

    public static readonly string[] Chapters = ["管理职责", "建设与养护", "使用规则", "监督检查", "法律责任", "登记与公示"];

    public static readonly string[] Posts = ["局长", "副局长", "主任", "副主任", "馆长", "站长", "调研员"];

    public static readonly string[] Meetings = ["工作会议", "动员会", "现场会", "电视电话会议", "座谈会"];

    public static readonly string[] Locations = ["上溪", "南门", "北塘", "柳湾", "石坝", "东桥", "竹园", "白沙", "枫林", "古渡", "新集", "水磨"];
}
