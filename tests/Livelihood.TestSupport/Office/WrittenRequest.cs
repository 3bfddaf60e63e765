using System.Net;
using Livelihood.Disclosure.Domain.Requesters;

namespace Livelihood.TestSupport.Office;

/// <summary>What a requester writes on the form, the public one or the office's own.</summary>
/// <param name="Agency">Whom it asks.</param>
/// <param name="Plan">What will become of it.</param>
/// <param name="Index">Which one; nobody asks twice.</param>
public sealed record WrittenRequest(string Agency, LifePlan Plan, int Index)
{
    /// <summary>Which of the forms it is.</summary>
    public string Query => $"?organisation={(IsOrganisation ? "true" : "false")}&correction={(Plan.IsCorrection ? "true" : "false")}";

    /// <summary>The fields, by name.</summary>
    public Dictionary<string, string> Fields
    {
        get
        {
            var fields = new Dictionary<string, string>
            {
                ["Input.Agency"] = Agency,
                ["Input.Subject"] = $"第{Index}件所要的信息",
                ["Input.Form"] = "Electronic",
                ["Input.Delivery"] = Plan.IsByEmail ? "Email" : "PickUp",
                ["Input.Name"] = IsOrganisation ? "申请单位甲" : "申请人甲",
                ["Input.IdentityKind"] = IsOrganisation ? "OtherOrganisational" : "OtherPersonal",
                ["Input.IdentityNumber"] = $"T{Index}",
                ["Input.Phone"] = "13800001234",
                ["Input.Address"] = "测试路1号",
            };
            if (IsOrganisation)
            {
                (fields["Input.Kind"], fields["Input.ContactPerson"]) = (Plan.Kind.ToString(), "联系人甲");
            }

            if (Plan.IsByEmail)
            {
                fields["Input.Email"] = $"requester{Index}@example.org";
            }

            if (Plan.IsCorrection)
            {
                fields["Input.Description"] = "出生日期写错了一天，身份证上的才对";
            }

            return fields;
        }
    }

    private bool IsOrganisation => Plan.Kind != RequesterKind.Natural;
}

/// <summary>What an answer must be for a step to have been done.</summary>
internal static class ExpectedAnswers
{
    /// <summary>Sends the check page of an event.</summary>
    /// <exception cref="UnexpectedAnswerException">It is no check page: the form was refused; the message says why.</exception>
    public static Task<PortalPage> RecordedAsync(this PortalPage check) => check.Document.QuerySelector("main form button[formaction*='handler=Record']") is not null
        ? check.SubmitAsync("main form", button: "button[formaction*='handler=Record']", expected: HttpStatusCode.Redirect)
        : throw new UnexpectedAnswerException($"{check.Address.PathAndQuery} was refused:\n{check.VisibleText}");

    /// <summary>Whether the answer leads where it leads after what was wanted.</summary>
    public static void ExpectRedirectTo(this PortalPage answer, string path)
    {
        if (answer.Headers.Location is not { } location || new Uri(answer.Address, location).AbsolutePath != path)
        {
            throw new UnexpectedAnswerException($"{answer.Address.PathAndQuery} leads to {answer.Headers.Location}, not to {path}.");
        }
    }
}
