using Livelihood.PrintedGazettes.Scoring;

namespace Livelihood.PrintedGazettes.Seed;

/// <summary>
/// What should be read of the real issue (2019, number 6), which lies beside the repository and never inside it: numbers, dates,
/// pages, lines, counts as facts; everything that is text as a hash of its key. Established by hand from the text.
/// </summary>
public static class RealIssue
{
    public const string FileName = "gazette-2019-06.txt";

    private const string Government = "#4db90020544b853f";
    private const string Office = "#f6c6fb77ee2a2654";
    private const string ToAllDepartments = "#23ceb09caa990616";
    private const string GovernmentSection = "#a8fdf60976368e71";
    private const string OfficeSection = "#67404a1a1c800838";

    public static ExpectedIssue Expected { get; } = new()
    {
        GazetteTitle = "#cc55274a54f3aa3b",
        Year = 2019,
        Number = 6,
        TotalNumber = 161,
        PublishedOn = new(2019, 6, 11),
        Publisher = Office,
        Board =
        [
            "#f8f2f139d6410f8a", "#fcba0b2b46590823", "#f08f3bea29d69378", "#b9033dfa1cd78b0e", "#2ef8e5547e7f47d7", "#acd0f23905e753b4", "#18c8baa4a76263db",
            "#f887bbed8784d9fb", "#ad786d3ba603c559", "#518f887141483f9e", "#72b31fd001285e4f", "#2a865ef6b0f67302", "#494bd7e683f94c4a", "#438176afcfc4fe6d", "#0d268d7e4537636c",
        ],
        Documents =
        [
            Document("#cc498decfffd318b", "国务院令第" + 711 + "号", new(2019, 4, 3), 1, (110, 349), null, "#3a72a540b8ab6891", "#aa1044745c936cb3") with { Articles = [.. Enumerable.Range(1, 56)] },
            Document("#82cd4b0288a1556e", Of("", 8), new(2019, 5, 28), 11, (351, 438), ToAllDepartments, Government, GovernmentSection) with
            {
                Annexes = [(0, "")],
                Tables =
                [
                    [
                        ["#df1f6bb34eacf2e0", "#ef7c4f12082164a6"], ["#a2a89bc8f38a5adf", "#acad69f4d3ef552b"], ["#e142ecf7eaf3f99b", "#acad69f4d3ef552b"],
                        ["#32ab40ab18ed1bc7", "#acad69f4d3ef552b"], ["#cb881d8bb83dd299", "#acad69f4d3ef552b"], ["#af2cb89d0f3704e1", "#acad69f4d3ef552b"],
                    ],
                ],
            },
            Document("#436e346c1ecd6e27", Of("", 9), new(2019, 6, 6), 15, (440, 745), ToAllDepartments, Government, GovernmentSection) with { Annexes = [(1, ""), (2, "")] },
            Document("#689a787ebccdfe0f", Of("办", 7), new(2019, 4, 26), 25, (747, 829), "#4f57b7f7f4a7458f", Office, OfficeSection) with { AttachedTitles = ["#cb12839f35236787"] },
            Document("#94042a9b2601ea18", Of("办", 8), new(2019, 4, 28), 32, (831, 926), ToAllDepartments, Office, OfficeSection) with { AttachedTitles = ["#038e7ef4cb444ffb"] },
            Document("#80dd7378041ec4f1", Of("办", 9), new(2019, 5, 31), 36, (928, 1018), "#094794258bb2093c", Office, OfficeSection),
            Document("#bc96083b46d4789a", Of("办", 10), new(2019, 6, 1), 41, (1020, 1362), ToAllDepartments, Office, OfficeSection),
        ],
        Furniture = new HashSet<int>(),
        Key = text => text is ['#', ..] ? text : "#" + TextKey.Hash(text),
    };

    /// <summary>Where it lies: in LIVELIHOOD_TEST_SEEDS, else in shared/seeds beside the repository; null where it is absent.</summary>
    public static string? Find()
    {
        var folders = new List<string?> { Environment.GetEnvironmentVariable("LIVELIHOOD_TEST_SEEDS") };
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            folders.Add(Path.Combine(folder.FullName, "shared", "seeds"));
        }

        return folders.Where(f => !string.IsNullOrWhiteSpace(f)).Select(f => Path.Combine(f!, FileName)).FirstOrDefault(File.Exists);
    }

    private static ExpectedDocument Document(
        string title, string number, DateOnly formedOn, int page, (int First, int Last) lines, string? addressees, string signature, string section) => new()
    {
        Title = title,
        Number = number,
        FormedOn = formedOn,
        Lines = lines,
        Addressees = addressees,
        Signature = [signature],
        Page = page,
        Section = section,
        DoesNotTellHeadings = true,
    };

    private static string Of(string office, int serial) => $"三政{office}〔2019〕{serial}号";
}
