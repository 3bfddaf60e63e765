using System.Text.Json.Serialization;
using Livelihood.Disclosure.Domain.PublicLog;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>What all letters of a request are made from.</summary>
/// <param name="Number">The request's number.</param>
/// <param name="Agency">The agency's full name.</param>
/// <param name="Contact">Telephone and address of its disclosure office.</param>
/// <param name="Channel">How the request came.</param>
/// <param name="Registered">When it was registered, as a clock in Asia/Shanghai showed it.</param>
/// <param name="Wanted">What is asked for.</param>
/// <param name="Requester">Who asks; masked for a preview.</param>
/// <param name="Calendar">The calendar in force.</param>
public sealed record LetterCase(
    string Number, string Agency, string Contact, Channel Channel, DateTimeOffset Registered, WantedInformation Wanted, Requester Requester, WorkingDayCalendar Calendar)
{
    private const int LongestSummary = 200;

    /// <summary>Who asks as they are, also where <see cref="Requester"/> is masked for a preview: what goes to others is checked against it.</summary>
    public Requester Known { get; init; } = Requester;

    /// <summary>What is asked for, in one line.</summary>
    public string Asked => Shorten(Whole);

    /// <summary>What a letter says is asked for: one to others without what requesters wrote of themselves.</summary>
    public string AskedAs(LetterTo to) => to is LetterTo.ThirdParty or LetterTo.Agency ? Shorten(PersonalDataCheck.Masked(Known, Whole)) : Asked;

    private string Whole
    {
        get
        {
            var (name, rest) = Wanted.Subject is { } subject
                ? (subject, new[] { Wanted.DocumentNumber is { } number ? $"文号：{number}" : null, Wanted.Description })
                : Wanted.DocumentNumber is { } alone ? ($"文号为{alone}的文件", [Wanted.Description]) : (Wanted.Description ?? "", []);
            var details = string.Join("；", rest.OfType<string>());
            return string.Join(' ', (details.Length == 0 ? name : $"{name}（{details}）").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private static string Shorten(string text) => text.Length <= LongestSummary ? text : text[..LongestSummary] + "……";

    /// <summary>Telephone and address of a disclosure office, in one line.</summary>
    public static string ContactOf(string? phone, string? address) => (phone, address) switch
    {
        (null, null) => "见本机关政府信息公开指南",
        (_, null) => $"电话{phone}",
        (null, _) => $"地址{address}",
        _ => $"电话{phone}，地址{address}",
    };
}

/// <summary>A letter as it stands, apart from how it is printed; kept encrypted.</summary>
/// <param name="Title">The title, with the agency's name.</param>
/// <param name="Number">Its own number, or the request's.</param>
/// <param name="Addressee">To whom it goes; null where it stays in the office.</param>
/// <param name="Markdown">The text.</param>
/// <param name="Signature">机关署名.</param>
/// <param name="On">成文日期.</param>
public sealed record LetterText(string Title, string Number, string? Addressee, string Markdown, string Signature, DateOnly On)
{
    // Of 2号 characters a line of the type area (156 mm) holds twenty.
    private const int LongestLine = 20;

    /// <summary>The title on one line, or agency and name on a line each, so that no word is torn (GB/T 9704-2012, 7.3.1).</summary>
    [JsonIgnore]
    public IReadOnlyList<string> TitleLines => Title.Length > LongestLine && Title.StartsWith(Signature, StringComparison.Ordinal) && Title.Length > Signature.Length
        ? [Signature, Title[Signature.Length..]]
        : [Title];
}
