namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>How often a requester can complain here. What comes on paper is registered by the supervising department whatever it is.</summary>
/// <param name="PerRequest">Complaints about one request.</param>
/// <param name="OpenOfPerson">Complaints of one person that are not decided yet, over all requests.</param>
public sealed record ComplaintLimit(int PerRequest, int OpenOfPerson)
{
    /// <summary>What stands against one more, in a Chinese sentence that says what remains; null where nothing does.</summary>
    /// <param name="history">The request.</param>
    /// <param name="openOfPerson">How many of the person's complaints are undecided.</param>
    public string? Objection(RequestHistory history, int openOfPerson)
    {
        var filed = history.Effective.OfType<ComplaintFiled>().Count();
        return filed >= PerRequest
            ? $"这件申请已经投诉{filed}次，网上最多投诉{PerRequest}次。对投诉的处理决定或者答复不服的，可以依法申请行政复议或者提起行政诉讼；有新的情况，请书面寄给主管部门（《条例》第四十七条、第五十一条）。"
            : openOfPerson >= OpenOfPerson
                ? $"您有{openOfPerson}件投诉还没有处理完，请等主管部门作出决定以后再投诉；着急的，请书面寄给主管部门（《条例》第四十七条）。"
                : null;
    }
}
