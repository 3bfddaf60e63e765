namespace Livelihood.Disclosure.Versions;

/// <summary>Somebody else saved a version after the page was opened; nothing was saved.</summary>
public sealed class VersionChangedException() : Exception("您打开页面以后，别人保存了新的一版，您填写的还没有保存。请看下面的各版，核对以后再保存。");

/// <summary>A version cannot be saved.</summary>
/// <param name="objections">What is wrong: the part of the form, and a Chinese sentence.</param>
public sealed class VersionRefusedException(IReadOnlyList<(string Part, string Message)> objections) : Exception(string.Join(' ', objections.Select(objection => objection.Message)))
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<(string Part, string Message)> Objections { get; } = objections;
}
