namespace Livelihood.Platform.Calendar;

/// <summary>What must hold of a calendar's data before anything is counted with it (R-C2, R-C3).</summary>
public static class CalendarCheck
{
    /// <summary>Refuses a document with gaps, overlaps or days that cannot be what they are said to be.</summary>
    /// <exception cref="CalendarDocumentException">Names the first mistake, with its date.</exception>
    public static void Check(CalendarDocument document)
    {
        var years = document.Years;
        Require(years.Count > 0, "工作日历至少要有一个年份。");
        Require(years[0].Announced, $"{years[0].Year} 年是第一个年份，必须是已公布的年份。");
        for (var i = 0; i < years.Count; i++)
        {
            if (i > 0)
            {
                Require(years[i].Year == years[i - 1].Year + 1, $"{years[i - 1].Year} 年之后应是 {years[i - 1].Year + 1} 年，却是 {years[i].Year} 年。");
                Require(years[i - 1].Announced || !years[i].Announced, $"{years[i - 1].Year} 年尚未公布，{years[i].Year} 年不能先公布。");
            }

            Check(years[i]);
        }
    }

    /// <summary>Refuses one year's mistakes; an administrator's edit is checked with it before it is kept.</summary>
    /// <exception cref="CalendarDocumentException">Names the first mistake, with its date.</exception>
    public static void Check(CalendarYear year)
    {
        Require(year.Year is >= 1949 and <= 2999, $"年份 {year.Year} 不在 1949 至 2999 之间。");
        Require(year.Source.Trim().Length > 0, $"{year.Year} 年没有写明依据（放假安排的通知名称）。");
        var off = new HashSet<DateOnly>();
        foreach (var holiday in year.Holidays)
        {
            Require(holiday.Name.Trim().Length > 0, $"{year.Year} 年有一个没有名称的假期。");
            Require(holiday.From <= holiday.To, $"{holiday.Name}的开始日期 {holiday.From:yyyy-MM-dd} 晚于结束日期 {holiday.To:yyyy-MM-dd}。");
            Require(holiday.From.Year == year.Year && holiday.To.Year == year.Year, $"{holiday.Name}（{holiday.From:yyyy-MM-dd} 至 {holiday.To:yyyy-MM-dd}）不全在 {year.Year} 年内，请按年份分开填写。");
            for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
            {
                Require(off.Add(day), $"{day:yyyy-MM-dd} 被写进了两个假期。");
            }
        }

        var makeUp = new HashSet<DateOnly>();
        foreach (var day in year.MakeUpWorkingDays)
        {
            Require(day.Year == year.Year, $"调休上班日 {day:yyyy-MM-dd} 不在 {year.Year} 年内。");
            Require(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, $"{day:yyyy-MM-dd} 不是周六或周日，不需要写成调休上班。");
            Require(!off.Contains(day), $"{day:yyyy-MM-dd} 既写成放假又写成调休上班。");
            Require(makeUp.Add(day), $"调休上班日 {day:yyyy-MM-dd} 写了两次。");
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new CalendarDocumentException(otherwise);
        }
    }
}
