namespace Livelihood.Disclosure.Domain;

/// <summary>Refuses a workflow table that contradicts itself, before it decides anything.</summary>
internal static class WorkflowCheck
{
    /// <summary>The same lines, once they have passed.</summary>
    /// <exception cref="InvalidOperationException">The table is wrong; the message says where.</exception>
    public static IReadOnlyList<Transition> Checked(IReadOnlyList<Transition> lines)
    {
        Require(lines.GroupBy(line => (line.Event, line.From, line.To)).FirstOrDefault(group => group.Count() > 1)?.Key, "stands twice");
        Require(lines.Where(line => line.From is not null).GroupBy(line => (line.Event, line.From)).FirstOrDefault(group => group.Count() > 1)?.Key, "leads to two states");
        Require(lines.FirstOrDefault(line => line.By.Count == 0)?.Event, "is nobody's");
        Require(lines.GroupBy(line => line.Event).FirstOrDefault(group => group.Select(line => line.Name).Distinct(StringComparer.Ordinal).Count() > 1)?.Key, "has two names");
        Require(lines.FirstOrDefault(line => line.From is null && line.Event != typeof(Submitted))?.Event, "begins a request");

        // Every state is reached, and from every one the end can be reached.
        var reached = new HashSet<RequestState?> { null };
        while (lines.FirstOrDefault(line => reached.Contains(line.From) && !reached.Contains(line.To)) is { } line)
        {
            reached.Add(line.To);
        }

        Require(Enum.GetValues<RequestState>().Cast<RequestState?>().FirstOrDefault(state => !reached.Contains(state)), "is never reached");
        var ending = new HashSet<RequestState?> { RequestState.Closed };
        while (lines.FirstOrDefault(line => ending.Contains(line.To) && !ending.Contains(line.From)) is { } line)
        {
            ending.Add(line.From);
        }

        Require(Enum.GetValues<RequestState>().Cast<RequestState?>().FirstOrDefault(state => !ending.Contains(state)), "never ends");
        return lines;
    }

    private static void Require(object? fault, string what)
    {
        if (fault is not null)
        {
            throw new InvalidOperationException($"The workflow table is wrong: {fault} {what}.");
        }
    }
}
