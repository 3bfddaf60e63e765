using System.Globalization;
using Livelihood.Content.Rendering;
using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Issues;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>An issue's masthead as it is typed.</summary>
public sealed class MastheadForm
{
    private const int LongestText = 200;
    private const int MostBoard = 100;

    public string? Agency { get; set; }

    public string? Year { get; set; }

    public string? Number { get; set; }

    public string? TotalNumber { get; set; }

    public string? PublishedOn { get; set; }

    public string? Gazette { get; set; }

    public string? Publisher { get; set; }

    public string? Address { get; set; }

    /// <summary>One role a line, its names after a colon, apart by spaces or commas.</summary>
    public string? Board { get; set; }

    /// <summary>The form of a masthead.</summary>
    public static MastheadForm Of(IssueMasthead masthead, string? agency = null) => new()
    {
        Agency = agency,
        Year = masthead.Year.ToString(CultureInfo.InvariantCulture),
        Number = masthead.Number.ToString(CultureInfo.InvariantCulture),
        TotalNumber = masthead.TotalNumber?.ToString(CultureInfo.InvariantCulture),
        PublishedOn = masthead.PublishedOn?.Iso(),
        Gazette = masthead.Gazette,
        Publisher = masthead.Publisher,
        Address = masthead.Address,
        Board = string.Join('\n', masthead.Board.GroupBy(b => b.Role, StringComparer.Ordinal).Select(g => $"{g.Key}：{string.Join('、', g.Select(b => b.Name))}")),
    };

    /// <summary>The masthead; null, and errors beside the fields, where something is not right.</summary>
    public IssueMasthead? Read(ModelStateDictionary state)
    {
        var year = Whole(state, nameof(Year), Year, 1949, 2200, "年份是四位数字，例如 2026。");
        var number = Whole(state, nameof(Number), Number, 1, 999, "期号是1到999的整数，例如 6。");
        var total = string.IsNullOrWhiteSpace(TotalNumber) ? null : Whole(state, nameof(TotalNumber), TotalNumber, 1, 99999, "总期号是整数，例如 161；没有的请留空。");
        DateOnly? day = DateOnly.TryParseExact(PublishedOn?.Trim(), "yyyy-MM-dd", out var parsed) ? parsed : null;
        if (day is null)
        {
            state.AddModelError(Key(nameof(PublishedOn)), "请填写出版日期，例如 2026-06-30。");
        }

        var gazette = Text(state, nameof(Gazette), Gazette);
        if (gazette is null && state.GetFieldValidationState(Key(nameof(Gazette))) != ModelValidationState.Invalid)
        {
            state.AddModelError(Key(nameof(Gazette)), "请填写公报的名称，例如 云岭市人民政府公报。");
        }

        var (publisher, address, board) = (Text(state, nameof(Publisher), Publisher), Text(state, nameof(Address), Address), ReadBoard(state));
        return state.IsValid
            ? new() { Year = year!.Value, Number = number!.Value, TotalNumber = total, PublishedOn = day, Gazette = gazette!, Publisher = publisher, Address = address, Board = board }
            : null;
    }

    private static string Key(string field) => $"Form.{field}";

    private static int? Whole(ModelStateDictionary state, string field, string? typed, int least, int most, string message)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        state.AddModelError(Key(field), message);
        return null;
    }

    private static string? Text(ModelStateDictionary state, string field, string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length > LongestText)
        {
            state.AddModelError(Key(field), $"这一栏不超过{LongestText}个字，现在有{text.Length}个。");
        }

        return text.Length == 0 ? null : text;
    }

    private List<GazetteEditor> ReadBoard(ModelStateDictionary state)
    {
        var board = new List<GazetteEditor>();
        foreach (var line in (Board ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(['：', ':'], 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[0].Length is 0 or > LongestText || parts[1].Length == 0)
            {
                state.AddModelError(Key(nameof(Board)), $"“{(line.Length > 30 ? line[..30] + "……" : line)}”没有写成“职务：姓名”。每行一个职务，例如 主任：甲某某、乙某某。");
                return [];
            }

            board.AddRange(parts[1].Split(['、', '，', ',', ' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).Select(name => new GazetteEditor(parts[0], name)));
        }

        if (board.Count > MostBoard)
        {
            state.AddModelError(Key(nameof(Board)), $"编委会和编辑部最多{MostBoard}人。");
        }

        return board;
    }
}
