using System.Text;
using Livelihood.Formats;

namespace Livelihood.IntegrationTests.Gazettes;

/// <summary>An issue made up for printing: regulations with articles, notices with headings, tables longer than a page, annexes, notes, rare characters.</summary>
internal static class SampleIssue
{
    private const string Sentence = "各有关单位要按照职责分工抓好落实，把任务分解到岗位、把责任压实到个人，定期检查进度并及时报告遇到的问题。";
    private const string Numerals = "一二三四五六七八九十";

    /// <summary>A character outside the basic plane, and one that few fonts have.</summary>
    public const string Rare = "𠮷家㙟村";

    /// <summary>The issue with this many documents, of roughly so many characters in all.</summary>
    public static IssueLayout Of(int documents, int characters)
    {
        var each = Math.Max(200, characters / documents);
        var entries = Enumerable.Range(1, documents).Select(i => new IssueEntry(TitleOf(i), Document(i, each), i)).ToList();
        var cut = Math.Max(1, documents / 3);
        return new()
        {
            Title = "云岭市人民政府公报",
            Year = 2026,
            Number = 3,
            TotalNumber = 203,
            PublishedOn = new(2026, 3, 31),
            Publisher = "云岭市人民政府办公室",
            Board = [new("主任", ["测试甲"]), new("副主任", ["测试乙", "测试丙"]), new("编辑", ["测试丁", "测试戊", "测试己"])],
            Sections =
            [
                new("市政府文件", entries[..cut]), new("市政府办公室文件", entries[cut..]),
            ],
        };
    }

    /// <summary>The title of a document.</summary>
    public static string TitleOf(int i) => i % 3 == 0
        ? $"云岭市测试设施第{i}号管理办法"
        : $"云岭市人民政府办公室关于做好第{i}批测试设施维护和安全检查工作并进一步完善长效管理机制的通知";

    private static OfficialDocumentLayout Document(int i, int characters) => new()
    {
        Title = TitleOf(i),
        Number = i % 3 == 0 ? null : $"云政办〔2026〕{i}号",
        Addressees = i % 3 == 0 ? null : "各县（区）人民政府，市人民政府各部门",
        Markdown = i % 3 == 0 ? Regulation(characters) : Notice(i, characters),
        Signature = "云岭市人民政府办公室",
        FormedOn = new DateOnly(2026, 3, 1).AddDays(i % 28),
    };

    private static string Regulation(int characters)
    {
        var text = new StringBuilder("## 第一章　总则\n\n");
        for (var article = 1; text.Length < characters; article++)
        {
            text.Append($"第{Chinese(article)}条　{Sentence}\n\n");
            text.Append(article % 8 == 0 ? $"## 第{Chinese(article / 8 + 1)}章　管理\n\n" : "");
        }

        return text.ToString();
    }

    private static string Notice(int i, int characters)
    {
        var text = new StringBuilder($"为做好{Rare}等地的测试设施维护工作，现将有关事项通知如下。[^1]\n\n");
        for (var part = 0; part < 10 && text.Length < characters; part++)
        {
            text.Append($"## {Numerals[part]}、工作要求之{Numerals[part]}\n\n### （一）检查\n\n");
            for (var from = text.Length; text.Length < Math.Min(characters, from + characters / 6);)
            {
                text.Append(Sentence).Append(Sentence).Append("\n\n");
            }

            text.Append("#### 1.记录\n\n- 第一项记录\n- 第二项记录\n\n");
        }

        text.Append($"## 附件1 第{i}批测试设施任务分工表\n\n| 序号 | 设施 | 单位 | 数量 |\n| ---: | --- | --- | ---: |\n");
        for (var row = 1; row <= (i % 5 == 1 ? 45 : 4); row++)
        {
            text.Append($"| {row} | 测试井{row} | 云岭市第{row}测试站 | {row * 3} |\n");
        }

        return text.Append("\n[^1]: 设施目录另发。\n").ToString();
    }

    private static string Chinese(int number) => number switch
    {
        < 10 => $"{Numerals[number - 1]}",
        10 => "十",
        < 20 => $"十{Numerals[number - 11]}",
        < 100 => $"{Numerals[number / 10 - 1]}十{(number % 10 == 0 ? "" : Numerals[number % 10 - 1])}",
        _ => $"一百{(number % 100 < 10 ? "零" : "")}{(number == 100 ? "" : Chinese(number % 100))}",
    };
}
