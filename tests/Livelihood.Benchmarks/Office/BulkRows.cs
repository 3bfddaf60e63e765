using System.Reflection;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Livelihood.Benchmarks.Office;

/// <summary>Writes the rows that the portal's own code has staged, without asking the database for each: by COPY, or by one prepared statement.</summary>
internal static class BulkRows
{
    /// <summary>Writes what is added, tables before those that refer to them, and forgets it. A transaction must be open.</summary>
    public static async Task WriteAsync(PortalDbContext db, params Type[] tables)
    {
        var added = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToLookup(entity => entity.GetType());
        foreach (var table in tables)
        {
            await (db.Kind == DatabaseKind.PostgreSql ? CopyAsync(db, table, added[table]) : InsertAsync(db, table, added[table]));
        }

        if (added.FirstOrDefault(rows => !tables.Contains(rows.Key)) is { } left)
        {
            throw new InvalidOperationException($"Nobody said where rows of {left.Key.Name} belong.");
        }

        db.ChangeTracker.Clear();
    }

    private static async Task CopyAsync(PortalDbContext db, Type table, IEnumerable<object> rows)
    {
        var (name, columns) = ShapeOf(db, table);
        await using var writer = await ((NpgsqlConnection)db.Database.GetDbConnection())
            .BeginBinaryImportAsync($"COPY \"{name}\" ({string.Join(',', columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var column in columns)
            {
                await (ProviderValue(column, row) is { } value ? writer.WriteAsync(value, column.Mapping.StoreTypeNameBase) : writer.WriteNullAsync());
            }
        }

        await writer.CompleteAsync();
    }

    private static async Task InsertAsync(PortalDbContext db, Type table, IEnumerable<object> rows)
    {
        var (name, columns) = ShapeOf(db, table);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"INSERT INTO \"{name}\" ({string.Join(',', columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(',', columns.Select((_, i) => $"@p{i}"))})";
        foreach (var row in rows)
        {
            command.Parameters.Clear();
            foreach (var (i, column) in columns.Index())
            {
                command.Parameters.Add(column.Mapping.CreateParameter(command, $"@p{i}", column.Property.GetValue(row), nullable: true));
            }

            await command.ExecuteNonQueryAsync();
        }
    }

    private static object? ProviderValue(Column column, object row) =>
        column.Property.GetValue(row) is { } value ? column.Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value : null;

    private static (string Table, IReadOnlyList<Column> Columns) ShapeOf(PortalDbContext db, Type type)
    {
        var entity = db.Model.FindEntityType(type)!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        return (table.Name, [.. entity.GetProperties().Where(p => p.GetComputedColumnSql() is null).Select(p => new Column(p.GetColumnName(table)!, p.PropertyInfo!, p.GetRelationalTypeMapping()))]);
    }

    private sealed record Column(string Name, PropertyInfo Property, RelationalTypeMapping Mapping);
}
