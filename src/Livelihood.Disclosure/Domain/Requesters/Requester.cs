namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>
/// Who asks and how to reach them: personal data, encrypted at rest as one whole, masked on every screen. No purpose is
/// asked for (R-29a).
/// </summary>
/// <param name="Kind">Natural person or kind of organisation.</param>
/// <param name="Name">The person's or organisation's name.</param>
/// <param name="ContactPerson">An organisation's contact person; null for a natural person.</param>
/// <param name="DocumentKind">What proves the identity.</param>
/// <param name="DocumentNumber">Its number, normalised.</param>
/// <param name="Phone">Telephone, normalised, or null.</param>
/// <param name="Email">E-mail address, or null.</param>
/// <param name="Address">Postal address, or null.</param>
/// <param name="Postcode">Postcode, or null.</param>
/// <param name="Help">What help is needed for reading, seeing or hearing, or null: data about health.</param>
public sealed record Requester(
    RequesterKind Kind,
    string Name,
    string? ContactPerson,
    IdentityDocumentKind DocumentKind,
    string DocumentNumber,
    string? Phone,
    string? Email,
    string? Address,
    string? Postcode,
    string? Help)
{
    /// <summary>The same with everything masked that could identify somebody; what help is needed stays readable .</summary>
    public Requester Masked() => this with
    {
        Name = Kind == RequesterKind.Natural ? Mask.Name(Name) : Name,
        ContactPerson = ContactPerson is null ? null : Mask.Name(ContactPerson),
        DocumentNumber = Mask.Number(DocumentNumber),
        Phone = Phone is null ? null : Mask.Phone(Phone),
        Email = Email is null ? null : Mask.Email(Email),
        Address = Address is null ? null : Mask.Address(Address),
    };
}

/// <summary>What is asked for (第二十九条第二款第二项、第三项): at least one of name, number and description.</summary>
/// <param name="Subject">The information's name, or null.</param>
/// <param name="DocumentNumber">文号, or null.</param>
/// <param name="Description">Other features by which it can be found, or null.</param>
/// <param name="Form">The wanted form.</param>
/// <param name="Delivery">The wanted way.</param>
public sealed record WantedInformation(string? Subject, string? DocumentNumber, string? Description, WantedForm Form, DeliveryWay Delivery)
{
    /// <summary>One line that says what is asked for.</summary>
    public string Summary => Subject ?? DocumentNumber ?? (Description is { Length: > 60 } text ? text[..60] + "…" : Description ?? "");
}
