using System.Text;

namespace Livelihood.IntegrationTests.Gazettes;

/// <summary>The text of an issue made for the tests; it has one doubt: the contents and the text give a title differently.</summary>
internal static class PrintedIssueText
{
    /// <summary>Where the issue of 2022 with this number is shown.</summary>
    public static string AddressOf(int number) => $"/gazettes/2022/{number}";

    /// <summary>The issue of 2022 with this number, so that every test has one of its own.</summary>
    public static string Of(int number) => Pattern.Replace("NUMBER", $"{number}").Replace("TOTAL", $"{191 + number}")
        .Replace("FIRST", $"{900 + 2 * number}").Replace("SECOND", $"{901 + 2 * number}");

    private const string Pattern = """
        三门峡市人民政府 公 报 目 录

        【市政府文件】

        三门峡市人民政府关于修建城东测试公园的决 1

        【市政府办公室文件】

        三门峡市人民政府办公室关于做好测试井维护工作的通知 3

        2022

        第 NUMBER 号(总第 TOTAL 号)

        主 办

        三门峡市人民政府办公室

        出版日期:2022年1月31日

        三门峡市人民政府
        关于修建城东测试公园的决定

        三政〔2022〕FIRST号

        各县（市、区）人民政府：

        市政府决定修建城东测试公园，四月开工，次年完工。

        一、选址

        公园在城东。

        | 项目 | 面积 |
        |------|------|
        | 草地 | 3公顷 |

        三门峡市人民政府

        2022年1月5日

        三门峡市人民政府办公室
        关于做好测试井维护工作的通知

        三政办〔2022〕SECOND号

        各县（市、区）人民政府：

        请在雨季之前检查每一口测试井。

        三门峡市人民政府办公室

        2022年1月12日
        """;

    public static byte[] BytesOf(int number) => Encoding.UTF8.GetBytes(Of(number));

    /// <summary>Writes bytes into a file of the folder and gives its path.</summary>
    public static string FileIn(string folder, string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
