namespace Livelihood.TestSupport;

/// <summary>Where the repository lies in which the tests run.</summary>
public static class Repository
{
    /// <summary>The full path of a folder or file in it.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests do not run inside the repository.</exception>
    public static string PathOf(params string[] names)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Livelihood.Portal.sln")))
            {
                return Path.Combine([folder.FullName, .. names]);
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
