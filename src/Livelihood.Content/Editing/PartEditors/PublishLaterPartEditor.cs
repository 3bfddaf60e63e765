using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Time;

namespace Livelihood.Content.Editing.PartEditors;

/// <summary>When the author wishes the item to be published, in the time of Asia/Shanghai.</summary>
internal sealed class PublishLaterPartEditor(ChinaClock clock) : IEditor
{
    private const string Date = "Date";
    private const string Time = "Time";

    public string Name => nameof(PublishLaterPart);

    public string MainInput => Date;

    public FormValues Write(EditorPlace place, JsonObject? data)
    {
        var local = data.Deserialize<PublishLaterPart>(ContentData.Json)?.ScheduledPublishUtc is { } at ? ChinaClock.Local(at) : (DateTimeOffset?)null;
        return new([(Date, local?.ToString("yyyy-MM-dd")), (Time, local?.ToString("HH:mm"))]);
    }

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var (day, hour) = (reading.Typed.Line(Date), reading.Typed.Line(Time).Replace('：', ':'));
        if (day.Length == 0 && hour.Length == 0)
        {
            return new((JsonObject?)null);
        }

        var hasDate = DateText.TryRead(day, out var date);
        var hasTime = TimeOnly.TryParseExact(hour, ["H:m", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        if (!hasDate)
        {
            reading.Refuse(Date, day.Length == 0 ? "请填写定时发布的日期，或者删去时间。" : $"定时发布的日期不对。{DateText.Problem}");
        }

        if (!hasTime)
        {
            reading.Refuse(Time, "请填写定时发布的时间，写成 9:00 或者 14:30 的样子（24小时制）。");
        }

        if (!hasDate || !hasTime)
        {
            return new((JsonObject?)null);
        }

        var part = new PublishLaterPart { ScheduledPublishUtc = ChinaClock.InstantOf(date, time) };
        if (part.ScheduledPublishUtc <= clock.UtcNow)
        {
            reading.Refuse(Date, "定时发布的时间要晚于现在。请改填以后的时间；批准后马上发布的，不填。");
        }

        return new(JsonSerializer.SerializeToNode(part, ContentData.Json)!.AsObject());
    }
}
