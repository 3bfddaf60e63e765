using System.IO.Compression;
using System.Text;
using Livelihood.Content.Media.Texts;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Input;
using Livelihood.Gazettes.Input.Batch;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.UnitTests.Gazettes.Input;

/// <summary>Which files a folder or a zip holds, in which order, and what is left out or refused.</summary>
public sealed class BatchFilesTests : IDisposable
{
    private const string Front = "云岭市人民政府公报\n2022年第4号（总第88号）\n目 录\n云岭市人民政府关于修建城东公园的决定 1\n云岭市人民政府关于检查水井的通知 2\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("batch-").FullName;

    private static GazetteFileReader Reader => new(new PdfIssueReader(new PdfToText(null)));

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    private void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private static async Task<string> TextAsync(BatchFile file) => Encoding.UTF8.GetString((await file.ReadAsync(default)).Bytes.Span);

    [Fact]
    public async Task A_folder_is_listed_in_natural_order_without_junk()
    {
        foreach (var name in (string[])["第10期.txt", "第2期.txt", "a/1.pdf", "a/Thumbs.db", ".DS_Store", "~$第2期.docx", "__MACOSX/x.txt"])
        {
            Write(name, name);
        }

        using var batch = await BatchFiles.OpenAsync(_folder, Reader, TestContext.Current.CancellationToken);

        Assert.Equal(["a/1.pdf", "第2期.txt", "第10期.txt"], batch.Files.Select(f => f.Name));
    }

    [Fact]
    public async Task A_zip_gives_names_in_GBK_and_UTF8_and_leads_nowhere()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
        var path = Write("某年.zip", Zip(gbk, ("一九九八年/第3号.txt", "甲"), ("__MACOSX/._第3号.txt", "x"), ("../../etc/passwd.txt", "丙"), ("第4号\u202Etxt.txt", "丁")));
        var utf8 = Write("utf8.zip", Zip(Encoding.UTF8, ("云岭/公报.txt", "乙")));

        using (var batch = await BatchFiles.OpenAsync(path, Reader, TestContext.Current.CancellationToken))
        {
            Assert.Equal(["某年.zip/../../etc/passwd.txt", "某年.zip/一九九八年/第3号.txt", "某年.zip/第4号txt.txt"], batch.Files.Select(f => f.Name).Order(StringComparer.Ordinal));
            Assert.Equal("甲", await TextAsync(batch.Files.Single(f => f.Name.EndsWith("第3号.txt", StringComparison.Ordinal))));
        }

        using (var batch = await BatchFiles.OpenAsync(utf8, Reader, TestContext.Current.CancellationToken))
        {
            Assert.Equal("utf8.zip/云岭/公报.txt", Assert.Single(batch.Files).Name);
        }

        Assert.Equal(["某年.zip", "utf8.zip"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName).OrderDescending());
    }

    [Fact]
    public async Task A_name_in_UTF8_without_the_flag_is_read_so()
    {
        var zip = Zip(Encoding.UTF8, ("云岭.txt", "甲"));
        // The flags stand 6 bytes into a local header and 8 into one of the directory; bit 11 says UTF-8.
        zip[zip.AsSpan().IndexOf("PK\u0003\u0004"u8) + 7] &= 0xF7;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 9] &= 0xF7;

        using var batch = await BatchFiles.OpenAsync(Write("mac.zip", zip), Reader, TestContext.Current.CancellationToken);

        Assert.Equal("mac.zip/云岭.txt", Assert.Single(batch.Files).Name);
    }

    [Fact]
    public async Task A_bomb_a_broken_entry_and_a_broken_zip_are_refused_and_the_others_read()
    {
        var zip = SampleFiles.Zip(("好.txt", "甲乙丙丁甲乙丙丁"u8.ToArray()), ("大.txt", new byte[20 * 1024 * 1024]));
        var stored = Zip(Encoding.UTF8, ("坏.txt", "文字文字文字"));
        var at = stored.AsSpan().IndexOf("文字文字"u8);
        stored[at] ^= 0x01;
        Write("a.zip", zip);
        Write("b.zip", stored);
        Write("c.zip", "PK\u0003\u0004 and then nothing"u8.ToArray());

        using var batch = await BatchFiles.OpenAsync(_folder, Reader, TestContext.Current.CancellationToken);

        var results = new List<string>();
        foreach (var file in batch.Files)
        {
            try
            {
                results.Add($"{file.Name} {await TextAsync(file)}");
            }
            catch (GazetteRefusedException refused)
            {
                results.Add($"{file.Name} {refused.Message}");
            }
        }

        Assert.Equal(4, results.Count);
        Assert.Contains(results, r => r == "a.zip/好.txt 甲乙丙丁甲乙丙丁");
        Assert.Contains(results, r => r.StartsWith("a.zip/大.txt 文件解开后大得不合常理", StringComparison.Ordinal));
        Assert.Contains(results, r => r.StartsWith("b.zip/坏.txt 压缩包里的这个文件损坏", StringComparison.Ordinal));
        Assert.Contains(results, r => r.StartsWith("c.zip 压缩包损坏", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Word_file_is_no_archive()
    {
        var path = Write("a.docx", SampleFiles.Docx("甲"));

        using var batch = await BatchFiles.OpenAsync(path, Reader, TestContext.Current.CancellationToken);

        Assert.Equal("a.docx", Assert.Single(batch.Files).Name);
    }

    [Fact]
    public async Task Page_files_of_one_issue_are_joined_in_order()
    {
        Write("1998-3/001.txt", Front);
        Write("1998-3/002.txt", "云岭市人民政府公报 2022年第4号\n关于修建城东公园的决定\n");
        Write("1998-3/010.txt", "第十页");
        foreach (var page in Enumerable.Range(3, 7))
        {
            Write($"1998-3/{page:000}.txt", $"第{page}页");
        }

        using var batch = await BatchFiles.OpenAsync(_folder, Reader, TestContext.Current.CancellationToken);

        var issue = Assert.Single(batch.Files);
        Assert.Equal("1998-3（10个页面文件）", issue.Name);
        var text = await TextAsync(issue);
        Assert.StartsWith(Front + "\n\f", text);
        Assert.EndsWith("第9页\n\f第十页", text);
    }

    [Fact]
    public async Task A_missing_page_is_told_rather_than_left_out()
    {
        Write("001.txt", Front);
        Write("002.txt", "甲");
        Write("004.txt", "丙");

        using var batch = await BatchFiles.OpenAsync(_folder, Reader, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<GazetteRefusedException>(() => Assert.Single(batch.Files).ReadAsync(default));
        Assert.Contains("缺第3个", refused.Message);
    }

    [Fact]
    public async Task Issues_with_numbers_in_their_names_stay_apart()
    {
        Write("issue-1.txt", Front);
        Write("issue-2.txt", Front.Replace("第4号", "第5号", StringComparison.Ordinal));
        Write("issue-3.txt", "今天天气很好。");

        using var batch = await BatchFiles.OpenAsync(_folder, Reader, TestContext.Current.CancellationToken);

        Assert.Equal(["issue-1.txt", "issue-2.txt", "issue-3.txt"], batch.Files.Select(f => f.Name));
    }

    [Fact]
    public async Task Nothing_to_import_is_said() =>
        await Assert.ThrowsAsync<GazetteRefusedException>(() => BatchFiles.OpenAsync(_folder, Reader, TestContext.Current.CancellationToken));

    [Fact]
    public void The_report_opens_in_a_spreadsheet_and_runs_no_formula()
    {
        var report = new BatchReport();
        report.Add(new("=1+1,\"甲\".txt", BatchOutcome.Refused, "第一行\n第二行"));
        report.Add(new("乙.txt", BatchOutcome.Imported, "") { Citation = "2022年第4号", Documents = 3, Serious = 1, Seconds = 0.25 });

        var csv = report.ToCsv();
        var text = Encoding.UTF8.GetString(csv[3..]);

        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.Contains("\"'=1+1,\"\"甲\"\".txt\",没有导入,", text);
        Assert.Contains("乙.txt,已导入,2022年第4号,,3,1,0,0,0,", text);
        Assert.True(report.HasRefused);
        Assert.Equal("imported", System.Text.Json.JsonDocument.Parse(report.ToJson()).RootElement[1].GetProperty("outcome").GetString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Zip(Encoding names, params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
