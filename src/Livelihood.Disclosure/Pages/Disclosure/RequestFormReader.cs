using System.Text;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Agencies;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>
/// Reads the form (R-29a): every mistake with its field, a Chinese sentence and what to do, in the order of the page.
/// </summary>
/// <param name="form">The form.</param>
/// <param name="agencies">The agencies that can be chosen.</param>
/// <param name="today">Today.</param>
/// <param name="isForStaff">Filled in by the office: a letter may come with an address alone.</param>
public sealed class RequestFormReader(RequestForm form, IReadOnlyList<Agency> agencies, DateOnly today, bool isForStaff = false)
{
    // Blanks and control characters, which no database and no letter has a use for.
    private static readonly char[] s_blank = [.. Enumerable.Range(0, char.MaxValue).Select(i => (char)i).Where(c => char.IsWhiteSpace(c) || char.IsControl(c))];

    private readonly List<(string Field, string Message)> _mistakes = [];

    /// <summary>The mistakes found, in the order of the page; empty when <see cref="Read"/> gave a request.</summary>
    public IReadOnlyList<(string Field, string Message)> Mistakes => _mistakes;

    /// <summary>The request, or null where something is wrong.</summary>
    public NewRequest? Read()
    {
        var agency = agencies.FirstOrDefault(a => a.Id == form.Agency);
        Require(agency is not null, nameof(form.Agency), "请选择向哪个机关申请");
        var wanted = ReadWanted();
        var requester = ReadRequester();
        return _mistakes.Count == 0 ? new(agency!, requester, wanted, form.Correction ? RequestMatter.Correction : RequestMatter.Information) : null;
    }

    private WantedInformation ReadWanted()
    {
        var (subject, number, description) = (Line(form.Subject), Line(form.DocumentNumber), Text(form.Description));
        Require(subject is not null || (!form.Correction && (number is not null || description is not null)), nameof(form.Subject), form.Correction
            ? "请写明是哪一份记录"
            : "请写出所需信息的名称、文号或者其他特征，至少填一项");
        Require(description is not null || !form.Correction, nameof(form.Description), "请写明哪里不准确、应当是什么，有什么证据");
        Require(subject is null || HasWords(subject), nameof(form.Subject), $"{(form.Correction ? "记录" : "信息")}的名称中没有文字，请核对");
        Require(description is null || HasWords(description), nameof(form.Description), "这里没有文字，请核对");
        Limit(subject, FormLimits.Subject, nameof(form.Subject), "信息名称");
        Limit(number, FormLimits.DocumentNumber, nameof(form.DocumentNumber), "文号");
        Limit(description, FormLimits.Description, nameof(form.Description), "特征描述");
        Require(form.Form is not null, nameof(form.Form), "请选择希望得到的信息形式");
        Require(form.Delivery is not null, nameof(form.Delivery), "请选择获取信息的方式");
        Require(form is not { Form: WantedForm.Paper, Delivery: DeliveryWay.Email }, nameof(form.Delivery), "纸质信息不能发到电子邮箱，请改选“电子文档”或者其他获取方式");
        return new(subject, number, description, form.Form ?? default, form.Delivery ?? default);
    }

    private Requester ReadRequester()
    {
        var name = Line(form.Name);
        var who = form.Organisation ? "单位名称" : "姓名";
        Require(name is not null, nameof(form.Name), $"请填写{who}");
        Limit(name, FormLimits.Name, nameof(form.Name), who);
        Report(nameof(form.Name), name is null ? null : NameProblem(name, who, form.Organisation));
        var (kind, contact) = ReadOrganisation();
        var (documentKind, number) = ReadIdentity();
        var (phone, email, address, postcode) = ReadContact();
        var help = Text(form.Help);
        Limit(help, FormLimits.Help, nameof(form.Help), "需要的帮助");
        return new(kind, name ?? "", contact, documentKind, number, phone, email, address, postcode, help);
    }

    private (RequesterKind Kind, string? ContactPerson) ReadOrganisation()
    {
        if (!form.Organisation)
        {
            return (RequesterKind.Natural, null);
        }

        Require(form.Kind is not null and not RequesterKind.Natural, nameof(form.Kind), "请选择单位的类型");
        var contact = Line(form.ContactPerson);
        Require(contact is not null, nameof(form.ContactPerson), "请填写联系人姓名");
        Limit(contact, FormLimits.Name, nameof(form.ContactPerson), "联系人姓名");
        Report(nameof(form.ContactPerson), contact is null ? null : NameProblem(contact, "联系人姓名", isOrganisation: false));
        return (form.Kind ?? default, contact);
    }

    private (IdentityDocumentKind Kind, string Number) ReadIdentity()
    {
        var allowed = form.Organisation ? IdentityDocumentKinds.Organisational : IdentityDocumentKinds.Personal;
        var number = IdentityDocument.Normalise(form.IdentityNumber);
        if (form.IdentityKind is not { } kind || allowed.All(entry => entry.Kind != kind))
        {
            Require(false, nameof(form.IdentityKind), "请选择证件名称");
            return (default, number);
        }

        Report(nameof(form.IdentityNumber), IdentityDocument.Problem(kind, number, today));
        return (kind, number);
    }

    private (string? Phone, string? Email, string? Address, string? Postcode) ReadContact()
    {
        var phone = Contact.NormalisePhone(Line(form.Phone)) is { Length: > 0 } typed ? typed : null;
        var email = Line(form.Email) is { } mail ? Contact.NormaliseEmail(mail) : null;
        var address = Line(form.Address);
        var postcode = Line(form.Postcode) is { } code ? Contact.NormalisePostcode(code) : null;
        Require(phone is not null || email is not null || (isForStaff && address is not null), nameof(form.Phone), isForStaff
            ? "请填写联系电话、电子邮箱或者通信地址，至少填一项"
            : "请填写联系电话或者电子邮箱，至少填一项，机关要用它与您确认申请");
        Report(nameof(form.Phone), phone is null ? null : Contact.PhoneProblem(phone));
        Report(nameof(form.Email), email is null ? null : Contact.EmailProblem(email));
        Require(email is not null || form.Delivery != DeliveryWay.Email, nameof(form.Email), "您选择了发到电子邮箱，请填写电子邮箱");
        Require(address is not null || form.Delivery != DeliveryWay.Post, nameof(form.Address), "您选择了邮寄，请填写通信地址");
        Limit(address, FormLimits.Address, nameof(form.Address), "通信地址");
        Report(nameof(form.Postcode), postcode is null ? null : Contact.PostcodeProblem(postcode));
        return (phone, email, address, postcode);
    }

    private static string? Line(string? typed)
    {
        var line = string.Join(' ', (typed ?? "").Split(s_blank, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }

    /// <summary>Organisations are called as they please; the office writes a name as the letter is signed.</summary>
    private string? NameProblem(string name, string what, bool isOrganisation) => !isOrganisation && !isForStaff ? PersonName.Problem(name, what)
        : name.EnumerateRunes().Count(Rune.IsLetter) is var letters && letters == 0 ? $"{what}中没有文字，请核对"
        : letters == 1 && isOrganisation && !isForStaff ? $"{what}只有一个字，请写完整"
        : null;

    /// <summary>Signs alone say nothing of what is wanted.</summary>
    private static bool HasWords(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static string? Text(string? typed)
    {
        var text = string.Concat((typed ?? "").Replace('\t', ' ').Where(c => c == '\n' || !char.IsControl(c))).Trim();
        return text.Length == 0 ? null : text;
    }

    private void Limit(string? text, int most, string field, string name) =>
        Require(text is null || text.Length <= most, field, $"{name}不能超过{most}个字，现在有{text?.Length}个字");

    private void Report(string field, string? problem) => Require(problem is null, field, problem ?? "");

    private void Require(bool holds, string field, string otherwise)
    {
        if (!holds && _mistakes.TrueForAll(mistake => mistake.Field != field))
        {
            _mistakes.Add((field, otherwise));
        }
    }
}
