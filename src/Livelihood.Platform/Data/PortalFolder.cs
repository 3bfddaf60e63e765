using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Platform.Data;

/// <summary>
/// The one folder that holds the portal's state (<c>Portal:DataFolder</c>): database, files, keys, logs. Back it up,
/// and everything is backed up.
/// </summary>
public sealed class PortalFolder
{
    /// <summary>Opens the folder, creating it where it is missing.</summary>
    public PortalFolder(IConfiguration configuration)
    {
        var configured = configuration["Portal:DataFolder"];
        Root = Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? Default : configured);
        Directory.CreateDirectory(Root);
    }

    /// <summary>The folder itself, as a full path.</summary>
    public string Root { get; }

    /// <summary>The SQLite database, where that is the database.</summary>
    public string DatabaseFile => Path.Combine(Root, "portal.db");

    /// <summary>A folder inside, created where it is missing.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;

    /// <summary>Beside the source tree when run from it, otherwise beside the program.</summary>
    private static string Default =>
        Assembly.GetEntryAssembly()?.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == "DefaultDataFolder")?.Value is { Length: > 0 } folder
            ? folder
            : Path.Combine(AppContext.BaseDirectory, "data");
}
