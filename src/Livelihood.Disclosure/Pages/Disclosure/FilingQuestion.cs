using Livelihood.Disclosure.Papers;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>The questions of the form, a page each, in their order. What is wanted comes before who asks: who finds it published already has told nothing of themselves.</summary>
public enum FilingQuestion
{
    /// <summary>Information or a correction .</summary>
    Matter,

    /// <summary>Which agency.</summary>
    Agency,

    /// <summary>What is wanted.</summary>
    Wanted,

    /// <summary>In which form, by which way.</summary>
    Delivery,

    /// <summary>A person or an organisation.</summary>
    Asker,

    /// <summary>Who asks.</summary>
    Name,

    /// <summary>The identity document.</summary>
    Identity,

    /// <summary>Telephone and e-mail.</summary>
    Contact,

    /// <summary>The postal address.</summary>
    Address,

    /// <summary>Papers.</summary>
    Papers,

    /// <summary>What help is needed .</summary>
    Help,
}

/// <summary>What belongs to each question.</summary>
public static class FilingQuestions
{
    private static readonly Dictionary<FilingQuestion, IReadOnlyList<string>> s_fields = new()
    {
        [FilingQuestion.Matter] = [nameof(RequestForm.Correction)],
        [FilingQuestion.Agency] = [nameof(RequestForm.Agency)],
        [FilingQuestion.Wanted] = [nameof(RequestForm.Subject), nameof(RequestForm.DocumentNumber), nameof(RequestForm.Description)],
        [FilingQuestion.Delivery] = [nameof(RequestForm.Form), nameof(RequestForm.Delivery)],
        [FilingQuestion.Asker] = [nameof(RequestForm.Organisation)],
        [FilingQuestion.Name] = [nameof(RequestForm.Kind), nameof(RequestForm.Name), nameof(RequestForm.ContactPerson)],
        [FilingQuestion.Identity] = [nameof(RequestForm.IdentityKind), nameof(RequestForm.IdentityNumber)],
        [FilingQuestion.Contact] = [nameof(RequestForm.Phone), nameof(RequestForm.Email)],
        [FilingQuestion.Address] = [nameof(RequestForm.Address), nameof(RequestForm.Postcode)],
        [FilingQuestion.Papers] = [PaperFields.Files],
        [FilingQuestion.Help] = [nameof(RequestForm.Help)],
    };

    /// <summary>How many pages there are before the receipt: the questions and the check page.</summary>
    public static int Steps => s_fields.Count + 1;

    /// <summary>Where one is, from 1 on.</summary>
    public static string PlaceOf(FilingQuestion question) => PlaceOf((int)question + 1);

    /// <summary>Where the check page is.</summary>
    public static string PlaceOfCheck => PlaceOf(Steps);

    /// <summary>The fields of the form that a question asks for.</summary>
    public static IReadOnlyList<string> FieldsOf(FilingQuestion question) => s_fields[question];

    /// <summary>Those of them that its page shows; the others travel hidden, as everything typed does.</summary>
    public static IReadOnlyList<string> ShownOf(FilingQuestion question, RequestForm form) =>
        question == FilingQuestion.Name && !form.Organisation ? [nameof(RequestForm.Name)] : FieldsOf(question);

    /// <summary>The question that asks for a field.</summary>
    public static FilingQuestion Of(string field) => s_fields.FirstOrDefault(entry => entry.Value.Contains(field)).Key;

    /// <summary>The next question; null after the last.</summary>
    public static FilingQuestion? After(FilingQuestion question) => question == FilingQuestion.Help ? null : question + 1;

    /// <summary>The question before; null before the first.</summary>
    public static FilingQuestion? Before(FilingQuestion question) => question == FilingQuestion.Matter ? null : question - 1;

    /// <summary>The question in words.</summary>
    public static string TitleOf(FilingQuestion question, RequestForm form) => question switch
    {
        FilingQuestion.Matter => "您要办什么",
        FilingQuestion.Agency => form.Correction ? "记录在哪个机关" : "向哪个机关申请",
        FilingQuestion.Wanted => form.Correction ? "您要更正哪一份记录" : "您需要什么信息",
        FilingQuestion.Delivery => form.Correction ? "您希望怎样得到答复" : "您希望怎样得到信息",
        FilingQuestion.Asker => "以谁的名义申请",
        FilingQuestion.Name => form.Organisation ? "申请的单位是哪一家" : "您叫什么名字",
        FilingQuestion.Identity => form.Organisation ? "单位用什么证明身份" : "您用什么证件证明身份",
        FilingQuestion.Contact => "怎样联系您",
        FilingQuestion.Address => "您的通信地址",
        FilingQuestion.Papers => "有没有要附上的材料",
        FilingQuestion.Help => "您需要什么帮助",
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "A question without words."),
    };

    /// <summary>The partial page with its fields.</summary>
    public static string PartialOf(FilingQuestion question) => question switch
    {
        FilingQuestion.Matter => "Filing/_Matter",
        FilingQuestion.Agency => "Filing/_Agency",
        FilingQuestion.Wanted => "Filing/_Wanted",
        FilingQuestion.Delivery => "Filing/_Delivery",
        FilingQuestion.Asker => "Filing/_Asker",
        FilingQuestion.Name => "Filing/_Name",
        FilingQuestion.Identity => "Filing/_Identity",
        FilingQuestion.Contact => "Filing/_Contact",
        FilingQuestion.Address => "Filing/_Address",
        FilingQuestion.Help => "Filing/_Help",
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "A question whose fields are elsewhere."),
    };

    private static string PlaceOf(int step) => $"第{step}步，共{Steps}步";
}

/// <summary>What a page of the form carries along.</summary>
/// <param name="Input">Everything that was typed.</param>
/// <param name="Except">The fields that the page itself shows.</param>
/// <param name="Papers">How many papers the form brought; null where the page says so itself.</param>
public sealed record CarriedFields(RequestForm Input, IReadOnlyList<string> Except, int? Papers);
