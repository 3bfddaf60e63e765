namespace Livelihood.Disclosure.Domain;

/// <summary>Ids of the rules that code and tests refer to. Articles are those of 《政府信息公开条例》.</summary>
public static class Rules
{
    /// <summary>The day of receipt is day 0; day 1 is the next working day.</summary>
    public const string DayZero = "R-C1";

    /// <summary>What a working day is; dates outside of the calendar are refused under it.</summary>
    public const string WorkingDays = "R-C2";

    /// <summary>A changed calendar recomputes every open request, and its history says so.</summary>
    public const string CalendarChange = "R-C3";

    /// <summary>A deadline that reaches a year not announced is provisional.</summary>
    public const string Provisional = "R-C4";

    /// <summary>Received in person: on the day of submission (第三十一条第一项).</summary>
    public const string ReceivedInPerson = "R-31a";

    /// <summary>Received by post: signed for, or confirmed with the requester (第三十一条第二项).</summary>
    public const string ReceivedByPost = "R-31b";

    /// <summary>Received by internet or fax: on the day both sides confirm (第三十一条第三项).</summary>
    public const string ReceivedOnline = "R-31c";

    /// <summary>What a request holds (第二十九条).</summary>
    public const string Contents = "R-29a";

    /// <summary>Correction, once, within 7 working days; the reply clock restarts when it arrives (第三十条).</summary>
    public const string Correction = "R-30";

    /// <summary>Third-party consultation, 15 working days (第三十二条).</summary>
    public const string ThirdParty = "R-32";

    /// <summary>Reply within 20 working days of receipt (第三十三条第二款).</summary>
    public const string Reply = "R-33a";

    /// <summary>Extension by at most 20 working days (第三十三条第二款).</summary>
    public const string Extension = "R-33b";

    /// <summary>Joint-agency consultation, 15 working days (第三十四条).</summary>
    public const string JointAgency = "R-34";

    /// <summary>Days of consultations are not counted, and each of them once (第三十三条第三款).</summary>
    public const string Suspension = "R-S";

    /// <summary>The information processing fee and its 20 working days (第四十二条, 国办函〔2020〕109号).</summary>
    public const string Fee = "R-FEE";

    /// <summary>Excessive number or frequency: reasons are asked for (第三十五条).</summary>
    public const string Excess = "R-35";

    /// <summary>An agency's channels; visits and post can never be refused.</summary>
    public const string GuideChannels = "R-CH";

    /// <summary>Correction of records about oneself, a case type of its own (第四十一条).</summary>
    public const string RecordsOfOneself = "R-41";

    /// <summary>Publishing an answer: proposed, drafted without who asked, reviewed (第四十四条).</summary>
    public const string PublicLog = "R-44";

    /// <summary>Every step stands in the register, with who and when (第四十五条).</summary>
    public const string Register = "R-45";

    /// <summary>Complaint to the supervising department (第四十七条).</summary>
    public const string Complaint = "R-47";

    /// <summary>When a letter counts as served.</summary>
    public const string Service = "R-SERVE";

    /// <summary>The calculator: anyone can have a deadline computed.</summary>
    public const string Calculator = "R-CALC";

    /// <summary>What is not disclosed is reviewed again at set times (第十八条).</summary>
    public const string WithheldReview = "R-18";

    /// <summary>The order of events.</summary>
    public const string Order = "R-ORD";
}
