namespace Livelihood.PrintedGazettes.Composition;

/// <summary>A place that does not exist, whose government publishes a gazette.</summary>
/// <param name="Name">Such as 云岭市.</param>
/// <param name="Level">市, 县, 区 or 省.</param>
/// <param name="Code">The first character of its agency codes.</param>
/// <param name="OfficeWord">办公室, or 办公厅 for a province.</param>
public sealed record Place(string Name, string Level, string Code, string OfficeWord)
{
    public string Government => $"{Name}人民政府";

    public string Office => Government + OfficeWord;

    /// <summary>主送机关 of a document for all below.</summary>
    public string Below => Level switch
    {
        "省" => "各市、县人民政府，省政府各部门、各直属单位",
        "市" => "各县（市、区）人民政府，市人民政府各部门",
        "区" => "各街道办事处，区政府各部门、各直属单位",
        _ => "各乡镇人民政府，县政府各部门",
    };

    public string Head => Level switch { "省" => "省长", "市" => "市长", "区" => "区长", _ => "县长" };
}
