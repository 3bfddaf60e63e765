using System.IO.Compression;
using System.Text;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Formats;
using Livelihood.Gazettes.Edition;
using Livelihood.Gazettes.Edition.Archive;
using Livelihood.Gazettes.Issues;
using Xunit;

namespace Livelihood.UnitTests.Gazettes.Edition;

/// <summary>The zip for archives: what is in it, and that it is always the same.</summary>
public sealed class ArchiveTests
{
    private const string Markdown = "各部门：\n\n正文**重点**，见[网站](https://example.org)。\n\n## 一、检查\n\n- 甲\n- 乙\n\n| 项目 | 数量 |\n| --- | --- |\n|  | 3 |\n| 井 | 4 |\n";

    private static ArchiveContent Content(byte[]? pdf = null)
    {
        var item = new ContentItem { Id = "issue", Type = "GazetteIssue", AgencyId = "A", IndexNumber = "A/2026-00001", Path = "/gazettes/2026/3", Title = "公报" };
        var version = new ContentVersion { Id = new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), ItemId = "issue", Item = item, DisplayText = "公报", Data = "{}", Author = "test" };
        var issue = new GazetteIssuePart { Gazette = "云岭市人民政府公报", Year = 2026, Number = 3, PublishedOn = new(2026, 3, 31), Sections = [new("市政府文件", [new("doc", "=标题", 7)])] };
        var documentItem = new ContentItem { Id = "doc", Type = "OfficialDocument", AgencyId = "A", IndexNumber = "A/2026-00002", Path = "/documents/1", Title = "=标题" };
        var data = new ContentData(new MarkdownBodyPart(Markdown), new OfficialDocumentPart { Number = "云政〔2026〕1号", IssuingAgencies = ["云岭市人民政府", "云岭市测试局"], FormedOn = new(2026, 3, 1) });
        var document = new ContentVersion { Id = new Guid(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), ItemId = "doc", Item = documentItem, DisplayText = "=标题,\"引\"", Data = data.ToString(), Author = "test" };
        var layout = new OfficialDocumentLayout { Title = "=标题,\"引\"", Number = "云政〔2026〕1号", Markdown = Markdown, Signature = "云岭市人民政府", FormedOn = new(2026, 3, 1) };
        var all = new IssueLayout { Title = "云岭市人民政府公报", Year = 2026, Number = 3, Sections = [new("市政府文件", [new("=标题", layout, 1)])] };
        return new(new(version, issue, all, [new(1, "市政府文件", issue.Sections[0].Entries[0], document, layout)], "key"), new Dictionary<int, int> { [1] = 1 }, pdf);
    }

    private static async Task<byte[]> ZipAsync(byte[]? pdf = null)
    {
        using var stream = new MemoryStream();
        await ArchiveWriter.WriteAsync(Content(pdf), stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static string Read(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    [Fact]
    public async Task The_same_versions_give_the_same_bytes()
    {
        var first = await ZipAsync([1, 2, 3]);
        await Task.Delay(2_100, TestContext.Current.CancellationToken);

        Assert.Equal(first, await ZipAsync([1, 2, 3]));
    }

    [Fact]
    public async Task The_text_is_plain_with_CRLF_and_tabs()
    {
        Assert.Equal(
            "=标题,\"引\"\r\n云政〔2026〕1号\r\n\r\n各部门：\r\n正文重点，见网站。\r\n一、检查\r\n- 甲\r\n- 乙\r\n项目\t数量\r\n\t3\r\n井\t4\r\n云岭市人民政府\r\n2026年3月1日\r\n",
            Read(await ZipAsync(), "文件/001.txt"));
    }

    [Fact]
    [Trait("rule", "R-25")]
    public async Task The_list_opens_in_spreadsheets_and_runs_no_formula()
    {
        var list = Read(await ZipAsync(), "移交清单.csv").TrimStart('\uFEFF').Split("\r\n");

        Assert.Equal(string.Join(',', HandOverList.Columns), list[0]);
        Assert.StartsWith("1,\"'=标题,\"\"引\"\"\",云政〔2026〕1号,云岭市人民政府、云岭市测试局,2026-03-01,2026-03-31,7,A/2026-00002,文件/001.txt,", list[1]);
    }

    [Fact]
    public async Task Without_a_PDF_the_explanation_says_so()
    {
        var zip = await ZipAsync();

        Assert.Contains("本包没有", Read(zip, "说明.txt"));
        Assert.DoesNotContain("公报.pdf", Read(zip, ArchiveWriter.Manifest));
        Assert.Contains("公报.pdf", Read(await ZipAsync([1]), ArchiveWriter.Manifest));
    }

    [Fact]
    public void The_key_names_versions_and_their_order()
    {
        var (issue, a, b) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal(EditionKey.Of(issue, [a, b]), EditionKey.Of(issue, [a, b]));
        Assert.NotEqual(EditionKey.Of(issue, [a, b]), EditionKey.Of(issue, [b, a]));
        Assert.NotEqual(EditionKey.Of(issue, [a]), EditionKey.Of(a, [issue]));
        Assert.Matches("^[0-9a-f]{64}$", EditionKey.Of(issue, []));
    }
}
