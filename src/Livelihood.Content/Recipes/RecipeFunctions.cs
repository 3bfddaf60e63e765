using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;

namespace Livelihood.Content.Recipes;

/// <summary>
/// Evaluates a recipe's expressions for one run. A variable is evaluated once, where it is first asked for.
/// <c>uuid()</c> is no chance number: it follows from the recipe's name and the place it stands in,
/// so that a second run finds what the first one made.
/// </summary>
internal sealed class RecipeFunctions(RecipeFile file, IReadOnlyDictionary<string, string> parameters, DateTimeOffset now)
{
    private const int MaxUnpacked = 8 * 1024 * 1024;

    private readonly JsonObject _copy = (JsonObject)file.Root.DeepClone();
    private readonly Dictionary<string, JsonNode?> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _open = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every function there is, as named in messages.</summary>
    public const string Known = "uuid()、variables('名称')、parameters('名称')、now()、base64('…')、html('…')、gzip('…') 和 [file:text('文件')]";

    /// <summary>The step with every expression replaced by its value: in a copy of the whole recipe, so that places stay known.</summary>
    /// <param name="index">0-based.</param>
    public JsonObject Step(int index)
    {
        var step = (JsonObject)((JsonArray)_copy["steps"]!)[index]!;
        ResolveWithin(step);
        return step;
    }

    private void ResolveWithin(JsonNode node)
    {
        switch (node)
        {
            case JsonObject item:
                foreach (var (name, child) in item.ToArray())
                {
                    if (ExpressionIn(child) is { } text)
                    {
                        item[name] = Evaluate(text, child!);
                    }
                    else if (child is not null)
                    {
                        ResolveWithin(child);
                    }
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    if (ExpressionIn(list[i]) is { } text)
                    {
                        list[i] = Evaluate(text, list[i]!);
                    }
                    else if (list[i] is { } child)
                    {
                        ResolveWithin(child);
                    }
                }

                break;
        }
    }

    private static string? ExpressionIn(JsonNode? node)
        => node is JsonValue value && value.TryGetValue(out string? text) && RecipeExpression.IsExpression(text) ? text : null;

    private JsonNode? Evaluate(string text, JsonNode at)
    {
        try
        {
            return Call(RecipeExpression.Parse(text), at);
        }
        catch (FormatException problem)
        {
            throw new RecipeException(file.PlaceOf(at), problem.Message, problem);
        }
    }

    private JsonNode? Call(RecipeExpression call, JsonNode at)
    {
        switch (call.Function, call.Arguments.Count)
        {
            case ("uuid", 0):
                return ContentIdAt.Place(file.Name, at.GetPath());
            case ("now", 0):
                return now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
            case ("variables", 1):
                return Variable(Text(call.Arguments[0], at), at);
            case ("parameters", 1):
                return Parameter(Text(call.Arguments[0], at), at);
            case ("base64", 1):
                return FromBase64(Text(call.Arguments[0], at), b => b);
            case ("gzip", 1):
                return FromBase64(Text(call.Arguments[0], at), Unpack);
            case ("html", 1):
                return WebUtility.HtmlDecode(Text(call.Arguments[0], at));
            case ("file:text", 1):
                return FileText(Text(call.Arguments[0], at));
            default:
                throw new FormatException($"不认识 {call.Function}（{call.Arguments.Count} 个参数）：这里没有脚本引擎，只能调用 {Known}。");
        }
    }

    private string Text(object argument, JsonNode at) => argument is RecipeExpression inner
        ? RecipePath.TextOf(Call(inner, at)) ?? throw new FormatException($"{inner.Function} 的结果不是文本，不能作参数。")
        : (string)argument;

    private JsonNode? Variable(string name, JsonNode at)
    {
        if (_variables.TryGetValue(name, out var known))
        {
            return known?.DeepClone();
        }

        if (!file.Variables.ContainsKey(name))
        {
            var all = file.Variables.Count == 0 ? "这个配方没有声明变量" : "已声明的有：" + string.Join("、", file.Variables.Select(v => v.Key));
            throw new FormatException($"没有名为“{name}”的变量；{all}。");
        }

        if (!_open.Add(name))
        {
            throw new RecipeException(file.PlaceOf(at), $"变量“{name}”的值又用到它自己。");
        }

        var declared = file.Variables[name];
        var value = ExpressionIn(declared) is { } text ? Evaluate(text, declared!) : declared?.DeepClone();
        _open.Remove(name);
        _variables[name] = value;
        return value?.DeepClone();
    }

    private string Parameter(string name, JsonNode at) => parameters.TryGetValue(name, out var value)
        ? value
        : throw new RecipeException(file.PlaceOf(at), $"执行时没有给出参数“{name}”。" + (parameters.Count == 0 ? "" : "给出的有：" + string.Join("、", parameters.Keys) + "。"));

    private string FileText(string path)
    {
        var found = file.Folder.GetFileInfo(path);
        if (!found.Exists || found.IsDirectory)
        {
            throw new FormatException($"配方旁边没有文件“{path}”。只能读取配方所在文件夹及其下的文件。");
        }

        if (found.Length > MaxUnpacked)
        {
            throw new FormatException($"文件“{path}”超过 {MaxUnpacked / 1024 / 1024} MB。");
        }

        using var reader = new StreamReader(found.CreateReadStream(), new UTF8Encoding(false, true));
        try
        {
            return reader.ReadToEnd().ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException problem)
        {
            throw new FormatException($"文件“{path}”不是 UTF-8 编码的文本。", problem);
        }
    }

    private static string FromBase64(string text, Func<byte[], byte[]> then)
    {
        try
        {
            return Encoding.UTF8.GetString(then(Convert.FromBase64String(text)));
        }
        catch (Exception problem) when (problem is InvalidDataException or FormatException)
        {
            throw new FormatException("编码的内容无法还原：" + (problem is FormatException ? "不是 Base64。" : "不是 gzip，或者展开后过大。"), problem);
        }
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var unpacking = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = unpacking.Read(buffer)) > 0;)
        {
            unpacked.Write(buffer, 0, read);
            if (unpacked.Length > MaxUnpacked)
            {
                throw new InvalidDataException("too large");
            }
        }

        return unpacked.ToArray();
    }
}
