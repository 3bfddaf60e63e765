namespace Livelihood.Content.Items;

/// <summary>A value was refused; a form shows the message beside the field.</summary>
/// <param name="field">The property's name in the form, such as <c>Slug</c>.</param>
/// <param name="message">Chinese; says what to do.</param>
public sealed class FieldRefusedException(string field, string message) : ContentRefusedException(message)
{
    /// <summary>The property's name in the form.</summary>
    public string Field { get; } = field;
}
