namespace Livelihood.Disclosure.Areas.Console.Pages.Withheld;

/// <summary>A page with the fields of an entry.</summary>
public interface IEntryPage
{
    /// <summary>What was typed.</summary>
    EntryForm Input { get; }
}
