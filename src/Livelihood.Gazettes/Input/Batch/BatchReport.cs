using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;

namespace Livelihood.Gazettes.Input.Batch;

/// <summary>Collects the lines of a batch, and writes them for people (CSV) and for programs (JSON).</summary>
public sealed class BatchReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly CsvWriterOptions Csv = new()
    {
        WriteByteOrderMark = true,
        // A name that begins like a formula gets an apostrophe in front.
        Injection = CsvInjection.Escape,
    };

    private static readonly string[] Headings =
        ["文件", "结果", "期号", "地址", "文件数", "严重疑点", "警告", "提示", "发布项数", "秒", "说明"];

    private readonly List<BatchLine> _lines = [];

    /// <summary>The lines in order.</summary>
    public IReadOnlyList<BatchLine> Lines => _lines;

    /// <summary>How many had an outcome.</summary>
    public int Count(BatchOutcome outcome) => _lines.Count(l => l.Outcome == outcome);

    /// <summary>Whether something was refused.</summary>
    public bool HasRefused => Count(BatchOutcome.Refused) > 0;

    /// <summary>Adds a line.</summary>
    public void Add(BatchLine line) => _lines.Add(line with { Report = null });

    /// <summary>The sums in words.</summary>
    public string Summary =>
        $"共{_lines.Count}项：已导入{Count(BatchOutcome.Imported)}，未变{Count(BatchOutcome.Unchanged)}，没有导入{Count(BatchOutcome.Refused)}；"
        + $"文件{_lines.Sum(l => l.Documents)}份，疑点{_lines.Sum(l => l.Serious + l.Warnings + l.Hints)}个（严重{_lines.Sum(l => l.Serious)}个），用时{Seconds(_lines.Sum(l => l.Seconds))}秒。";

    /// <summary>A table that spreadsheets open as it is meant: UTF-8 with a mark in front, RFC 4180.</summary>
    public byte[] ToCsv()
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, Csv, leaveOpen: true))
        {
            csv.WriteHeader(Headings);
            foreach (var line in _lines)
            {
                csv.WriteRecord(
                    line.File, line.OutcomeText, line.Citation ?? "", line.Path ?? "", Number(line.Documents), Number(line.Serious), Number(line.Warnings),
                    Number(line.Hints), Number(line.Published), Seconds(line.Seconds), line.Message);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>An array of objects, names in English.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(
        _lines.Select(l => new
        {
            l.File, Outcome = l.Outcome.ToString().ToLowerInvariant(), Issue = l.Citation, l.Path, l.Documents, l.Serious, l.Warnings, l.Hints, l.Published,
            Seconds = Math.Round(l.Seconds, 3), l.Message,
        }),
        Json);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
