namespace Livelihood.Platform.Data;

/// <summary>
/// Marks a table whose rows may change without an audit entry because they follow from audited writes
/// (an index, a counter, a delivery state). Every other write needs an entry staged in the same unit of work.
/// </summary>
/// <param name="reason">Why the rows need no entry of their own.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnauditedAttribute(string reason) : Attribute
{
    /// <summary>Why the rows need no entry of their own.</summary>
    public string Reason { get; } = reason;
}
