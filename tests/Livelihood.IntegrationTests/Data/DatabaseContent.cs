using System.Security.Cryptography;
using System.Text;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.IntegrationTests.Data;

/// <summary>Everything in the model's tables, as a count and a hash for each, so that any change shows.</summary>
internal static class DatabaseContent
{
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(PortalDbContext db)
    {
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
        {
            content[table] = await ReadTableAsync(db, table);
        }

        await db.Database.CloseConnectionAsync();
        return content;
    }

    private static async Task<string> ReadTableAsync(PortalDbContext db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        }

        rows.Sort(StringComparer.Ordinal);
        return $"{rows.Count} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}";
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        Array array => string.Join(',', array.Cast<object>()),
        _ => Convert.ToString(value) ?? "",
    };
}
