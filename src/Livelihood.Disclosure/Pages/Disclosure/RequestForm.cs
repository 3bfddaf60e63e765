using System.Text.Json.Serialization;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Requesters;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>What the form sends, as typed. Nothing is required here: <see cref="RequestFormReader"/> says what is missing.</summary>
public sealed class RequestForm
{
    /// <summary>The form's secret, see <see cref="SubmissionKey"/>.</summary>
    public string? Key { get; set; }

    /// <summary>Whether an organisation asks; else a natural person.</summary>
    public bool Organisation { get; set; }

    /// <summary>Whether records about oneself are to be corrected; else information is asked for.</summary>
    public bool Correction { get; set; }

    public string? Agency { get; set; }

    public string? Subject { get; set; }

    public string? DocumentNumber { get; set; }

    public string? Description { get; set; }

    public WantedForm? Form { get; set; }

    public DeliveryWay? Delivery { get; set; }

    public string? Name { get; set; }

    public RequesterKind? Kind { get; set; }

    public string? ContactPerson { get; set; }

    public IdentityDocumentKind? IdentityKind { get; set; }

    public string? IdentityNumber { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    public string? Help { get; set; }

    /// <summary>When the form was opened, sealed, see <see cref="Filing.FilingChallenges.Open"/>.</summary>
    public string? Opened { get; set; }

    /// <summary>A field that nobody sees: what stands there was filled in by a program.</summary>
    public string? Homepage { get; set; }

    /// <summary>The words by which published items are suggested.</summary>
    [JsonIgnore]
    public string SearchText => string.Join(' ', new[] { Subject, DocumentNumber, Description }.Where(text => !string.IsNullOrWhiteSpace(text)));

    /// <summary>Everything that was sent, by field name, for the hidden fields of the check page.</summary>
    [JsonIgnore]
    public IEnumerable<(string Name, string Value)> Fields =>
        from property in typeof(RequestForm).GetProperties()
        where property.CanWrite
        let value = property.GetValue(this)
        where value is not null
        select (property.Name, value.ToString()!);
}

/// <summary>The fields of a request, for whoever fills them in.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Agencies">The agencies that can be chosen.</param>
/// <param name="IsForStaff">Filled in by the office for somebody (R-29b).</param>
public sealed record RequestFields(RequestForm Input, IReadOnlyList<Livelihood.Platform.Agencies.Agency> Agencies, bool IsForStaff);
