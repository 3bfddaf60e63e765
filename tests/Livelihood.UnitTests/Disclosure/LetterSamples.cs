using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Fees;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Calendar;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>A request of 云岭市, and letters about it by the delivered templates.</summary>
internal static class LetterSamples
{
    public static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());

    public static readonly LetterCase Case = new(
        "YL-ZFB-2026-000012", "云岭市人民政府办公室", LetterCase.ContactOf("000-1234567", "云岭市一号路"), Channel.Internet,
        new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8)), new("公路养护经费", "云政〔2019〕8号", null, WantedForm.Paper, DeliveryWay.Post),
        new(RequesterKind.Natural, "申请人甲", null, IdentityDocumentKind.ResidentCard, "411200198001010011", "13800001234", null, "一号路", null, null), Calendar);

    public static DateOnly On(string date) => DateOnly.Parse(date);

    public static RequestHistory History(params RequestEvent[] more) => History(RequestMatter.Information, more);

    public static RequestHistory History(RequestMatter matter, params RequestEvent[] more) =>
        new([new Submitted(On("2026-03-02"), Channel.Internet, matter), new Confirmed(On("2026-03-02")), .. more]);

    /// <summary>One event of each kind that makes a letter, with what stands before it; no fee is asked for a correction of records.</summary>
    public static IReadOnlyList<(RequestHistory Before, RequestEvent Event)> EventsWithLetters(RequestMatter matter = RequestMatter.Information)
    {
        var day = On("2026-03-04");
        var (outcome, content) = matter == RequestMatter.Information ? ("r1", new ReplyContent("disclosed", Information: "一份")) : ("c1", new ReplyContent("corrected", "审核属实", Result: "已经改正"));
        var proposed = new ReplyProposed(day, outcome, "a", content);
        RequestHistory History(params RequestEvent[] more) => LetterSamples.History(matter, more);
        IReadOnlyList<(RequestHistory Before, RequestEvent Event)> fees =
        [
            (History(), new FeeNoticed(day, null, FeeStandard.Delivered.Compute(FeeBasis.ByPage, 101))),
            (History(new FeeNoticed(day, null, FeeStandard.Delivered.Compute(FeeBasis.ByPage, 101))), new FeeLapsed(On("2026-04-08"))),
        ];
        return
        [
            (new([]), new Submitted(day, Channel.InPerson, matter)),
            (new([new Submitted(day, Channel.Internet, matter)]), new Confirmed(day)),
            (History(), new CorrectionAsked(day, On("2026-03-18"), "哪一年")),
            (History(new CorrectionAsked(day, On("2026-03-18"), "哪一年")), new CorrectionLapsed(On("2026-03-19"))),
            (History(new ExtensionProposed(day, 10, "查找档案", "a")), new Extended(day, 10, "查找档案", "b")),
            (History(), new ConsultationSent(day, "1", About: "施工合同")),
            (History(), new ConsultationSent(day, "1", With: Consulted.Agency, About: "会议纪要")),
            .. matter == RequestMatter.Information ? fees : [],
            (History(), new ReasonsAsked(day, "一个月60件", On("2026-03-18"))),
            (History(new ReasonsAsked(day), new ReasonsGiven(day)), new Postponed(day, On("2026-05-29"), "材料分散在各部门", "b")),
            (History(proposed), new Replied(day, outcome, "云政公开〔2026〕3号", "b")),
            (History(proposed, new Replied(day, outcome, "云政公开〔2026〕3号", "b")), new Served(day, ServiceWay.Post)),
        ];
    }

    /// <summary>The letters of an event, by the delivered templates.</summary>
    public static IReadOnlyList<(LetterKind Kind, LetterText Text)> Write(RequestHistory before, RequestEvent next)
    {
        var (about, _, kinds) = EventLetters.Of(before, next);
        var after = new RequestHistory([.. before.Events, next]);
        return [.. kinds.Select(kind => (kind, Write(LetterComposition.Of(kind, next.On, about, after, Case, null), after)))];
    }

    /// <summary>The letters that are written by hand and fit a case of this kind, with each field filled.</summary>
    public static IReadOnlyList<(LetterKind Kind, LetterText Text)> HandWritten(RequestMatter matter)
    {
        var day = On("2026-03-04");
        var history = History(matter, new ConsultationSent(day, "1", About: "一份记录"));
        var sent = new SentLetter($"《{LetterKinds.Get(5).NameIn(matter)}》（云政公开〔2026〕2号）", LetterTo.Requester, day);
        var occasion = new FormOccasion(history, Case.Wanted, day, Calendar, "a") { Letters = [sent] };
        return [.. HandLetter.All.Where(letter => letter.Objection(history) is null).Select(letter =>
        {
            var form = letter.Form(occasion);
            var values = new FormValues(form, form.ToDictionary(field => field.Name, string? (field) => field.Kind switch
            {
                FieldKind.Date => field.Name == "Until" ? "2026-03-20" : "2026-03-04",
                FieldKind.Choice => field.Choices[0].Value,
                _ => "写明了" + field.Name,
            }));
            return (letter.Kind, Write(letter.Draft(values, Case, occasion), history));
        })];
    }

    /// <summary>A draft as a letter by the delivered template.</summary>
    public static LetterText Write(LetterDraft draft, RequestHistory history)
    {
        var values = new Dictionary<string, string?>(draft.Values);
        if (LetterValues.NamesRemedies(draft.Kind))
        {
            var remedy = LetterValues.OutcomeBehind(draft.Kind, history)?.Remedy ?? Remedy.Choice;
            values["救济"] = Placeholders.Fill(WordingKey.Of(remedy).Default, field => field == WordingKey.OrganField ? "云岭市人民政府" : field == WordingKey.CourtField ? "云岭市人民法院" : draft.Kind.Itself);
        }

        return (draft with { Values = values }).Write(Case, WordingKey.Of(draft.Kind).Default, "云政公开〔2026〕3号");
    }

    /// <summary>A reply of a kind, with everything that it must say.</summary>
    public static (RequestHistory Before, Replied Reply, ReplyContent Content) Reply(ReplyKind kind)
    {
        string? Of(string name) => kind.Parts.Any(part => part.Name == name) ? $"写明了{name}" : null;
        var content = new ReplyContent(kind.Key, Of("Reason"), Of("Information"), Of("Withheld"), Of("Search"), Of("Responsible"), Of("Earlier"), Of("Law"), Of("Channel"));
        return (History(new ReplyProposed(On("2026-03-05"), kind.Outcome, "a", content)), new Replied(On("2026-03-06"), kind.Outcome, "", "b"), content);
    }
}
