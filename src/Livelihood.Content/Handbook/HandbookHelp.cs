using Microsoft.AspNetCore.Http;

namespace Livelihood.Content.Handbook;

/// <summary>Which chapter helps on a page of the console.</summary>
public static class HandbookHelp
{
    /// <summary>The name of the chapter that fits the page at a path; null where the contents fit best.</summary>
    public static string? ChapterFor(PathString path) => path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["account", ..] or ["console"] => "begin",
        ["console", "content"] => "bulk",
        ["console", "content", "new", ..] or ["console", "content", _, "edit"] => "write",
        ["console", "content", _, "versions" or "compare"] => "versions",
        ["console", "content", ..] => "review",
        ["console", "files", ..] => "files",
        ["console", "columns" or "navigation" or "taxonomies", ..] => "columns",
        ["console", "gazettes", _, _, "edition" or "editions", ..] => "edition",
        ["console", "gazettes", ..] => "digitise",
        ["console", "search-queries", ..] => "search",
        ["console", "recipes" or "long-work", ..] => "bulk",
        _ => null,
    };
}
