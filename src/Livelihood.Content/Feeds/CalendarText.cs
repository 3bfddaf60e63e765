using System.Text;

namespace Livelihood.Content.Feeds;

/// <summary>An all-day event.</summary>
/// <param name="Uid">Unique in the world and never changed.</param>
/// <param name="Day">The day in the portal's own time zone; an all-day event has none.</param>
/// <param name="StampUtc">When the portal said so last.</param>
/// <param name="Summary">The title.</param>
/// <param name="Description">A few sentences; lines end with a line feed.</param>
/// <param name="Address">The page that says more.</param>
/// <param name="Category">What kind of thing it is.</param>
public sealed record CalendarEvent(string Uid, DateOnly Day, DateTimeOffset StampUtc, string Summary, string Description, string Address, string Category);

/// <summary>Writes iCalendar (RFC 5545): lines end with CR LF and are folded at 75 octets, never within a character.</summary>
public static class CalendarText
{
    private const int LongestLine = 75;

    /// <summary>The calendar in UTF-8.</summary>
    /// <param name="name">What a calendar program calls it.</param>
    /// <param name="events">Its events, in any order.</param>
    public static byte[] Write(string name, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Livelihood.Portal//Feeds//ZH");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "NAME:" + Escape(name));
        Line(text, "X-WR-CALNAME:" + Escape(name));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        foreach (var item in events)
        {
            Event(text, item);
        }

        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Event(StringBuilder text, CalendarEvent item)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + Escape(item.Uid));
        Line(text, $"DTSTAMP:{item.StampUtc.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        Line(text, $"DTSTART;VALUE=DATE:{item.Day:yyyyMMdd}");
        Line(text, $"DTEND;VALUE=DATE:{item.Day.AddDays(1):yyyyMMdd}");
        Line(text, "SUMMARY:" + Escape(item.Summary));
        Line(text, "DESCRIPTION:" + Escape(item.Description));
        Line(text, "URL:" + item.Address);
        Line(text, "CATEGORIES:" + Escape(item.Category));
        // It takes nobody's time: the day stays free.
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    /// <summary>A text value: backslash, semicolon, comma and line feed escaped; other control characters cannot be said.</summary>
    internal static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => text.Append('\\').Append(c),
                '\n' => text.Append("\\n"),
                _ when char.IsControl(c) => text,
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
