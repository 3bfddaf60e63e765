namespace Livelihood.Platform.Work;

/// <summary>
/// Does one kind of long work. A crash begins it again from the start, so what it does twice must be the same as once.
/// Registered by a module as a scoped service (<see cref="WorkRegistration.AddWork{T}"/>).
/// </summary>
public interface IWorkHandler
{
    /// <summary>The kind of work, such as <c>recipe.export</c>.</summary>
    string Kind { get; }

    /// <summary>Does it, as the person who asked, with the rights that they have now.</summary>
    /// <exception cref="Exception">
    /// A <see cref="WorkRefusedException"/> ends the work with its Chinese message; anything else with a general one, and the log has it.
    /// </exception>
    Task RunAsync(WorkRun run, CancellationToken cancellation);
}

/// <summary>The work cannot be done; the message is Chinese and says what to do.</summary>
public class WorkRefusedException(string message, Exception? cause = null) : Exception(message, cause);
