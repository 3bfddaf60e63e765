using System.Text.Encodings.Web;
using System.Text.Json;

namespace Livelihood.Api.Answers;

/// <summary>How the interface writes JSON: camel case, Chinese unescaped, what is not known as null.</summary>
internal static class ApiJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
