namespace Livelihood.Formats.Word.Reading;

/// <summary>Collects what a person should look at; each kind is said once, with how often it happened where that helps.</summary>
internal sealed class Findings
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public const string Revisions = "文件带有修订痕迹：已采用插入的文字，去掉了删除的文字。";
    public const string Comments = "文件里的批注没有导入。";
    public const string HeadersAndFooters = "页眉、页脚里的文字没有导入。";
    public const string TextBoxes = "文本框里的文字已移到正文中，请核对位置。";
    public const string Hidden = "文件里有隐藏文字，没有导入。";
    public const string NestedTables = "表格里套着的表格已拆成文字，请核对。";
    public const string GuessedHeader = "有表格没有标明标题行，已把第一行当作标题行，请核对。";
    public const string NoTitle = "没有认出标题，请填写。";
    public const string Formulas = "公式只导入了文字，请核对，必要时换成图片。";
    public const string Objects = "图表、SmartArt或者嵌入的对象没有导入，请另存为图片再插入。";
    public const string ForeignPictures = "有的图片没有导入：图片不在文件里，或者格式不能在网页上显示。请另存为PNG或者JPEG再插入。";
    public const string Descriptions = "有图片缺少替代文字，请为每张图片写一句说明。";
    public const string Symbols = "有特殊符号认不出来，已用〓代替，请改正。";

    public void Add(string finding) => _counts[finding] = _counts.GetValueOrDefault(finding) + 1;

    public IReadOnlyList<string> All => [.. _counts.Keys];
}
