namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>To whom a letter goes.</summary>
public enum LetterTo
{
    /// <summary>It stays in the office.</summary>
    Office,

    /// <summary>The requester.</summary>
    Requester,

    /// <summary>A third party whose rights the disclosure could harm .</summary>
    ThirdParty,

    /// <summary>An agency that made the information too .</summary>
    Agency,
}

/// <summary>A field of a letter, written as <c>{{收到日期}}</c> in its template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What stands in it, for whoever edits the template.</param>
public sealed record LetterField(string Name, string Meaning)
{
    /// <summary>Whether it is what somebody typed: sentences, a paragraph for each line. Else it is a word or two within a line.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether it may be empty; then the paragraph that it stands in is left out.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The kind of case that alone has it, so that its paragraph stands in the letters of that kind alone; null: both.</summary>
    public RequestMatter? Only { get; init; }
}

/// <summary>Something that a letter must say (reply-documents).</summary>
/// <param name="Name">What a message calls it.</param>
/// <param name="Rule">The rule that wants it.</param>
/// <param name="Marks">Fields or words of which the template must hold one.</param>
public sealed record LetterElement(string Name, string Rule, params IReadOnlyList<string> Marks);

/// <summary>One of the documents of disclosure on request: the 25 of the standard set, and ours.</summary>
/// <param name="Number">From 1; stored, and never changed.</param>
/// <param name="Name">What people call it.</param>
/// <param name="To">To whom it goes.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Fields">What its template can hold.</param>
/// <param name="Elements">What its template must say.</param>
public sealed record LetterKind(
    int Number, string Name, LetterTo To, string Rule, IReadOnlyList<LetterField> Fields, IReadOnlyList<LetterElement> Elements)
{
    /// <summary>Whether it is sent out with a number of its own; the others carry the request's number.</summary>
    public bool IsNumbered => Number is (>= 3 and <= 8) or (>= 10 and <= 24) or 26;

    /// <summary>What it calls itself where it speaks of remedies: 告知书 are no 答复.</summary>
    public string Itself => Name.EndsWith("告知书", StringComparison.Ordinal) ? "本告知书" : "本答复";

    /// <summary>What it is called in a case of this kind: a letter about a correction of records names no disclosure .</summary>
    public string NameIn(RequestMatter matter) => Name.Replace(RequestMatters.Of(RequestMatter.Information), RequestMatters.Of(matter), StringComparison.Ordinal);

    /// <summary>The field of this name, or null.</summary>
    public LetterField? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);
}

/// <summary>What people call those to whom letters go.</summary>
public static class LetterNames
{
    /// <summary>A Chinese word or two.</summary>
    public static string Of(LetterTo to) => to switch
    {
        LetterTo.Office => "留在机关",
        LetterTo.Requester => "致申请人",
        LetterTo.ThirdParty => "致第三方",
        LetterTo.Agency => "致共同制作的机关",
        _ => throw new ArgumentOutOfRangeException(nameof(to), to, "Nobody has a name for it."),
    };
}
