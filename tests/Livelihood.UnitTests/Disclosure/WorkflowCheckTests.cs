using Livelihood.Disclosure.Domain;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>A workflow table that contradicts itself is refused, and the message says where.</summary>
public sealed class WorkflowCheckTests
{
    private static readonly IReadOnlyList<Transition> Right = WorkflowTable.Lines();

    /// <summary>A table with one defect, and what is said of it.</summary>
    public static TheoryData<string, Func<List<Transition>, IEnumerable<Transition>>> Defects => new()
    {
        { "stands twice", lines => lines.Append(lines[0]) },
        { "leads to two states", lines => lines.Append(Line<Confirmed>(lines) with { To = RequestState.Closed }) },
        { "is nobody's", lines => lines.Append(Line<Noted>(lines) with { Event = typeof(Withdrawn), From = RequestState.Closed, Name = "撤回申请", By = [] }) },
        { "has two names", lines => lines.Append(Line<Confirmed>(lines) with { From = RequestState.Open, Name = "再次确认" }) },
        { "begins a request", lines => lines.Append(Line<Confirmed>(lines) with { From = null }) },
        { "Replied is never reached", lines => lines.Where(line => line.Event != typeof(Replied)) },
        { "AwaitsPayment is never reached", lines => lines.Where(line => line.Event != typeof(FeeNoticed)) },
        { "Replied never ends", lines => lines.Where(line => line.Event != typeof(Served)) },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void R_ORD_A_table_with_a_defect_is_refused(string says, Func<List<Transition>, IEnumerable<Transition>> spoil)
    {
        Assert.Equal(Right, WorkflowCheck.Checked(Right));
        Assert.Contains(says, Assert.Throws<InvalidOperationException>(() => WorkflowCheck.Checked([.. spoil([.. Right])])).Message);
    }

    private static Transition Line<T>(IEnumerable<Transition> lines) => lines.First(line => line.Event == typeof(T));
}
