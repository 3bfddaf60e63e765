using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Requesters;

namespace Livelihood.TestSupport.Office;

/// <summary>Who does something that both sides can do.</summary>
public enum Side
{
    /// <summary>Nobody: it does not come to pass.</summary>
    Nobody,

    /// <summary>The requester, with number and query code.</summary>
    Requester,

    /// <summary>The handler, who enters what the requester said or sent.</summary>
    Office,
}

/// <summary>How something that was asked for ends.</summary>
public enum Ending
{
    /// <summary>It is not asked for.</summary>
    None,

    /// <summary>It comes, or is agreed to.</summary>
    Comes,

    /// <summary>Its time runs out, or it is not agreed to.</summary>
    Fails,
}

/// <summary>What will become of a request: which of the things that can happen do happen to it.</summary>
/// <param name="Kind">Who asks.</param>
/// <param name="Channel">How it comes.</param>
public sealed record LifePlan(RequesterKind Kind, Channel Channel)
{
    /// <summary>Whether records about oneself are to be corrected, which the annual report does not count.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>Whether it is to be answered by electronic mail, and is.</summary>
    public bool IsByEmail { get; init; }

    /// <summary>How many days after its arrival the office enters it.</summary>
    public int EnteredDaysLate { get; init; }

    /// <summary>Whether it is withdrawn before the office confirmed it, so that it was never received.</summary>
    public Side WithdrawnUnconfirmed { get; init; }

    /// <summary>Whether it is to be put right (补正), and is.</summary>
    public Ending Correction { get; init; }

    /// <summary>By whom what puts it right is sent or entered.</summary>
    public Side CorrectedBy { get; init; } = Side.Requester;

    /// <summary>Whether a fee is asked for, and paid.</summary>
    public Ending Fee { get; init; }

    /// <summary>Whether it is withdrawn while it runs.</summary>
    public Side Withdrawn { get; init; }

    /// <summary>Whether a withdrawal is entered that belongs to another request, and made void some days later.</summary>
    public bool IsWronglyEnded { get; init; }

    /// <summary>Whether somebody's opinion is asked for, and given.</summary>
    public Ending Consultation { get; init; }

    /// <summary>Whether more time is asked of the head, and granted.</summary>
    public Ending Extension { get; init; }

    /// <summary>Whether the requester is asked for reasons, and gives them.</summary>
    public bool AreReasonsAsked { get; init; }

    /// <summary>Whether the head then sets a later day.</summary>
    public bool IsPostponed { get; init; }

    /// <summary>Whether the head sends the first proposal back.</summary>
    public bool IsReplyReturned { get; init; }

    /// <summary>Whether service is entered days after it was done.</summary>
    public bool IsServiceEnteredLate { get; init; }

    /// <summary>Whether the requester complains of the reply, and is right.</summary>
    public Ending Complaint { get; init; }

    /// <summary>Whether nobody ever does anything about it after its receipt.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>Every way of coming and of ending once, and nearly all that can happen between, those that take long first: the first requests are these.</summary>
    public static IReadOnlyList<LifePlan> Kinds { get; } =
    [
        new(RequesterKind.Social, Channel.SignedPost) { Fee = Ending.Comes, Consultation = Ending.Comes },
        new(RequesterKind.Natural, Channel.Internet) { Consultation = Ending.Fails, IsByEmail = true },
        new(RequesterKind.Natural, Channel.Internet) { IsReplyReturned = true, Complaint = Ending.Comes },
        new(RequesterKind.Commercial, Channel.InPerson) { Correction = Ending.Comes, Extension = Ending.Comes },
        new(RequesterKind.Natural, Channel.InPerson) { IsCorrection = true, Correction = Ending.Comes, CorrectedBy = Side.Office },
        new(RequesterKind.Social, Channel.Internet) { AreReasonsAsked = true, IsPostponed = true, Extension = Ending.Fails },
        new(RequesterKind.Natural, Channel.Internet) { IsWronglyEnded = true, IsServiceEnteredLate = true },
        new(RequesterKind.Legal, Channel.OrdinaryPost) { Fee = Ending.Fails },
        new(RequesterKind.Research, Channel.Oral) { Correction = Ending.Fails },
        new(RequesterKind.Other, Channel.Internet) { IsForgotten = true },
        new(RequesterKind.Legal, Channel.SignedPost) { EnteredDaysLate = 5, Withdrawn = Side.Office },
        new(RequesterKind.Natural, Channel.Email) { Withdrawn = Side.Requester },
        new(RequesterKind.Commercial, Channel.Internet) { WithdrawnUnconfirmed = Side.Requester },
        new(RequesterKind.Other, Channel.Fax) { WithdrawnUnconfirmed = Side.Office },
    ];

    /// <summary>The plan of a request, the same for the same dice.</summary>
    /// <param name="index">Which one, from 0.</param>
    /// <param name="dice">Its own dice.</param>
    public static LifePlan Of(int index, Random dice) => index < Kinds.Count ? Kinds[index] : Drawn(dice);

    private static LifePlan Drawn(Random dice)
    {
        var kind = RequesterKinds.All[dice.Next(RequesterKinds.All.Count)].Kind;
        var plan = new LifePlan(kind, Chance(60) ? Channel.Internet : Channels.Intake[dice.Next(Channels.Intake.Count)].Channel)
        {
            IsCorrection = Chance(3),
            IsByEmail = Chance(10),
            WithdrawnUnconfirmed = Which(4),
            Correction = Ends(15, 70),
            CorrectedBy = Chance(70) ? Side.Requester : Side.Office,
            Fee = Ends(6, 50),
            Withdrawn = Which(5),
            IsWronglyEnded = Chance(2),
            Consultation = Ends(8, 70),
            Extension = Ends(12, 85),
            AreReasonsAsked = Chance(4),
            IsPostponed = Chance(30),
            IsReplyReturned = Chance(6),
            IsServiceEnteredLate = Chance(10),
            Complaint = Ends(4, 40),
            IsForgotten = Chance(1) && Chance(50),
            EnteredDaysLate = Chance(10) ? dice.Next(2, 10) : 0,
        };

        // What the rules would refuse: each of these takes of the time in which the others have to be done (R-30, R-33b), and no fee is asked of a correction (R-FEE).
        plan = plan.Channel == Channel.Internet ? plan with { EnteredDaysLate = 0 } : plan;
        plan = plan.IsCorrection ? plan with { Fee = Ending.None, AreReasonsAsked = false } : plan;
        return plan.EnteredDaysLate > 0 || plan.IsWronglyEnded
            ? plan with { Correction = Ending.None, Extension = Ending.None, AreReasonsAsked = false, IsWronglyEnded = plan.IsWronglyEnded && plan.EnteredDaysLate == 0 }
            : plan;

        bool Chance(int percent) => dice.Next(100) < percent;
        Side Which(int percent) => Chance(percent) ? (Side)dice.Next(1, 3) : Side.Nobody;
        Ending Ends(int percent, int comes) => !Chance(percent) ? Ending.None : Chance(comes) ? Ending.Comes : Ending.Fails;
    }
}
