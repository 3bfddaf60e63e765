using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;

namespace Livelihood.Content.Recipes;

/// <summary>Reads a recipe file. Comments and trailing commas are allowed, as Orchard Core allows them.</summary>
public static class RecipeReader
{
    /// <summary>The largest file that is read, in bytes: a recipe is held in memory as a whole.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private const int MaxDepth = 64;

    /// <summary>Reads the file at a path of this machine.</summary>
    /// <exception cref="RecipeException">The file is missing, too large, or no recipe.</exception>
    public static async Task<RecipeFile> ReadAsync(string path, CancellationToken cancel = default)
    {
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            throw new RecipeException(Top(info.Name), "找不到这个文件。请检查路径是否写对。");
        }

        if (info.Length > MaxLength)
        {
            throw new RecipeException(Top(info.Name), $"文件有 {info.Length / 1024 / 1024} MB，超过 {MaxLength / 1024 / 1024} MB。请拆成几个文件，用 recipes 步骤依次执行。");
        }

        var bytes = await File.ReadAllBytesAsync(path, cancel);
        return Read(info.Name, bytes, new PhysicalFileProvider(info.DirectoryName!));
    }

    /// <summary>Reads a recipe that lies beside another one; null where there is no such file.</summary>
    /// <exception cref="RecipeException">It is no recipe.</exception>
    public static async Task<RecipeFile?> ReadBesideAsync(RecipeFile other, string name, CancellationToken cancel = default)
    {
        var found = other.Folder.GetFileInfo($"{name}.recipe.json");
        if (!found.Exists || found.Length > MaxLength)
        {
            return null;
        }

        await using var stream = found.CreateReadStream();
        var bytes = new byte[found.Length];
        await stream.ReadExactlyAsync(bytes, cancel);
        return Read(found.Name, bytes, other.Folder);
    }

    /// <summary>Reads a recipe from its bytes.</summary>
    /// <param name="fileName">Named in every error.</param>
    /// <param name="utf8">UTF-8, with or without byte order mark.</param>
    /// <param name="folder">Where files beside the recipe are read from; none by default.</param>
    /// <exception cref="RecipeException">It is no JSON, a property stands twice, or head or steps are missing.</exception>
    public static RecipeFile Read(string fileName, ReadOnlySpan<byte> utf8, IFileProvider? folder = null)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        if (utf8.IsEmpty)
        {
            throw new RecipeException(Top(fileName), "文件是空的。");
        }

        if (!System.Text.Unicode.Utf8.IsValid(utf8))
        {
            throw new RecipeException(Top(fileName), "文件不是 UTF-8 编码的文本。请另存为 UTF-8 后重试。");
        }

        var lines = new LineCounter(utf8);
        var places = new List<(JsonNode Node, int Line)>();
        JsonNode? root;
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
                MaxDepth = MaxDepth,
            });
            reader.Read();
            root = ReadNode(ref reader, lines, places, fileName, "$");
            while (reader.Read())
            {
                // Anything after the document other than comments makes the reader throw.
            }
        }
        catch (JsonException problem)
        {
            var line = (int)(problem.LineNumber ?? 0) + 1;
            throw new RecipeException(
                new RecipePlace(fileName, "", line, null, null, null),
                "这里不是合法的 JSON，多半是少了逗号、引号或括号，或者多了字符。",
                problem);
        }

        if (root is not JsonObject document)
        {
            throw new RecipeException(Top(fileName), "配方应当是一个 JSON 对象，以 { 开头。");
        }

        var lineOf = places.ToDictionary(p => p.Node.GetPath(), p => p.Line, StringComparer.Ordinal);
        var file = new RecipeFile(fileName, document, lineOf, folder ?? new NullFileProvider());
        CheckHead(file);
        return file;
    }

    private static void CheckHead(RecipeFile file)
    {
        if (file.Name.Length == 0)
        {
            throw new RecipeException(Top(file.FileName), "缺少 name。配方按 name 识别，请给它一个不与其他配方相同的名称。");
        }

        if (file.Root["variables"] is { } variables and not JsonObject)
        {
            throw new RecipeException(file.PlaceOf(variables), "variables 应当是对象：名称与值。");
        }

        if (file.Root["steps"] is not JsonArray steps)
        {
            throw new RecipeException(Top(file.FileName), "缺少 steps，或者它不是数组。");
        }

        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i] is not JsonObject step)
            {
                throw new RecipeException(file.PlaceOf($"$.steps[{i}]"), "步骤应当是一个对象。");
            }

            if (RecipePath.TextOf(step["name"]) is null)
            {
                throw new RecipeException(file.PlaceOf(step), "步骤缺少 name。");
            }
        }
    }

    private static JsonNode? ReadNode(
        ref Utf8JsonReader reader, LineCounter lines, List<(JsonNode, int)> places, string fileName, string path)
    {
        var line = lines.LineAt(reader.TokenStartIndex);
        JsonNode? node;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var item = new JsonObject(NameWhateverCase);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var nameLine = lines.LineAt(reader.TokenStartIndex);
                    if (item.ContainsKey(name))
                    {
                        throw new RecipeException(
                            new RecipePlace(fileName, $"{path}.{name}", nameLine, null, null, null),
                            $"“{name}”在同一个对象里出现了两次（不分大小写）。请只留一个。");
                    }

                    reader.Read();
                    item.Add(name, ReadNode(ref reader, lines, places, fileName, $"{path}.{name}"));
                }

                node = item;
                break;
            case JsonTokenType.StartArray:
                var list = new JsonArray(NameWhateverCase);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Add(ReadNode(ref reader, lines, places, fileName, $"{path}[{list.Count}]"));
                }

                node = list;
                break;
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                node = JsonValue.Create(reader.GetString(), NameWhateverCase);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                node = JsonValue.Create(reader.GetBoolean(), NameWhateverCase);
                break;
            default:
                if (!reader.TryGetDecimal(out var number))
                {
                    throw new RecipeException(
                        new RecipePlace(fileName, path, line, null, null, null), "这个数超出了可以精确保存的范围。");
                }

                node = JsonValue.Create(number, NameWhateverCase);
                break;
        }

        places.Add((node!, line));
        return node;
    }

    internal static readonly JsonNodeOptions NameWhateverCase = new() { PropertyNameCaseInsensitive = true };

    private static RecipePlace Top(string fileName) => new(fileName, "", 0, null, null, null);

    /// <summary>Lines of byte offsets; offsets are asked for in rising order.</summary>
    private sealed class LineCounter
    {
        private readonly List<int> _starts = [0];

        public LineCounter(ReadOnlySpan<byte> utf8)
        {
            for (var i = 0; i < utf8.Length; i++)
            {
                if (utf8[i] == (byte)'\n')
                {
                    _starts.Add(i + 1);
                }
            }
        }

        public int LineAt(long offset)
        {
            var found = _starts.BinarySearch((int)offset);
            return found >= 0 ? found + 1 : ~found;
        }
    }
}
