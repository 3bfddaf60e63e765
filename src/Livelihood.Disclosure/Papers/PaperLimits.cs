namespace Livelihood.Disclosure.Papers;

/// <summary>What a form with papers may weigh before it is read at all; how large a paper may be is a setting.</summary>
internal static class PaperLimits
{
    /// <summary>
    /// A whole form, in megabytes: well above what is taken, so that a photograph that is too large is told of beside the
    /// form, with everything typed still there.
    /// </summary>
    public const int FormMegabytes = 100;
}
