using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Livelihood.Search.Domain.Matching;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>Is told of each row that an FTS5 query meets.</summary>
internal interface IRowCollector
{
    /// <summary>A row.</summary>
    /// <param name="id">Its row id.</param>
    /// <param name="places">The places of each phrase of the query, ascending; good for this call only.</param>
    void Row(long id, Positions[] places);
}

/// <summary>
/// The auxiliary function <c>collect(table, kind)</c> for FTS5: it hands each row that a query meets to a collector, so that no
/// row passes through SQL. All of the portal's unsafe code is here. See https://sqlite.org/fts5.html#extending_fts5: only
/// documented functions are called; from the iterator that they fill, the list of places is read (<see cref="ListedPositions"/>).
/// </summary>
internal static unsafe class Fts5Function
{
    /// <summary>
    /// The function's name. Its argument is 0 where the table keeps places in the order of <see cref="TextColumn"/>, and 1 where
    /// it keeps columns only: the text, then the title.
    /// </summary>
    public const string Name = "collect";

    private const int Ok = 0;
    private const int Error = 1;

    private static readonly ConditionalWeakTable<sqlite3, object> Registered = [];

    // SQLite calls back on the thread that steps the statement.
    [ThreadStatic]
    private static Running? _running;

    /// <summary>Makes the function known on an open connection. False where this SQLite does not let it.</summary>
    public static bool TryRegister(SqliteConnection connection)
    {
        if (connection.Handle is not { } handle)
        {
            return false;
        }

        if (Registered.TryGetValue(handle, out _))
        {
            return true;
        }

        try
        {
            var api = ApiOf(handle);
            if (api is null || api->Version < 2)
            {
                return false;
            }

            var name = stackalloc byte[Name.Length + 1];
            Encoding.ASCII.GetBytes(Name, new Span<byte>(name, Name.Length));
            name[Name.Length] = 0;
            if (api->CreateFunction(api, name, null, &Collect, null) != Ok)
            {
                return false;
            }

            Registered.TryAdd(handle, handle);
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or SqliteException or TypeLoadException)
        {
            return false;
        }
    }

    /// <summary>Runs a statement that calls the function, on this thread, with a collector.</summary>
    /// <param name="command">A statement whose rows do not matter.</param>
    /// <param name="phrases">How many phrases its query has.</param>
    /// <param name="collector">Is told of the rows.</param>
    public static void Run(SqliteCommand command, int phrases, IRowCollector collector)
    {
        var running = new Running(collector, phrases);
        _running = running;
        try
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                // The function answers NULL, which lets no row through.
            }
        }
        catch (SqliteException) when (running.Failure is not null)
        {
            throw new InvalidOperationException("The collector failed.", running.Failure);
        }
        finally
        {
            _running = null;
        }
    }

    private static Api* ApiOf(sqlite3 handle)
    {
        Api* api = null;
        var result = raw.sqlite3_prepare_v2(handle, "SELECT fts5(?1)", out var statement);
        using (statement)
        {
            if (result != Ok)
            {
                return null;
            }

            fixed (byte* type = "fts5_api_ptr\0"u8)
            {
                if (BindPointer(statement.DangerousGetHandle(), 1, &api, type, IntPtr.Zero) != Ok)
                {
                    return null;
                }

                raw.sqlite3_step(statement);
            }
        }

        return api;
    }

    // No exception may leave this method: its caller is C.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    [SkipLocalsInit]
    private static void Collect(ExtensionApi* api, IntPtr context, IntPtr result, int count, IntPtr* values)
    {
        if (_running is not { } running)
        {
            ResultErrorCode(result, Error);
            return;
        }

        try
        {
            var columnsOnly = count > 0 && ValueInt(values[0]) == 1;
            var places = running.Places;
            for (var phrase = 0; phrase < places.Length; phrase++)
            {
                places[phrase].Clear();
                if (columnsOnly)
                {
                    ReadColumns(api, context, phrase, places[phrase]);
                }
                else
                {
                    ReadPlaces(api, context, phrase, places[phrase]);
                }
            }

            running.Collector.Row(api->RowId(context), places);
        }
        catch (Exception e)
        {
            running.Failure = e;
            ResultErrorCode(result, Error);
        }
    }

    [SkipLocalsInit]
    private static void ReadPlaces(ExtensionApi* api, IntPtr context, int phrase, ListedPositions places)
    {
        PhraseIterator iterator;
        int column, offset;
        if (api->PhraseFirst(context, phrase, &iterator, &column, &offset) != Ok)
        {
            throw new InvalidOperationException("FTS5 gave no places.");
        }

        if (column >= 0)
        {
            // A call of xPhraseNext for each place would take longer than all the rest.
            places.Take(column, offset, new(iterator.Next, (int)(iterator.End - iterator.Next)));
        }
    }

    [SkipLocalsInit]
    private static void ReadColumns(ExtensionApi* api, IntPtr context, int phrase, ListedPositions places)
    {
        PhraseIterator iterator;
        int column;
        if (api->PhraseFirstColumn(context, phrase, &iterator, &column) != Ok)
        {
            throw new InvalidOperationException("FTS5 gave no columns.");
        }

        while (column >= 0)
        {
            places.Add(Positions.Place(column == 0 ? (int)TextColumn.Body : (int)TextColumn.Title, 0));
            api->PhraseNextColumn(context, &iterator, &column);
        }
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_bind_pointer", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int BindPointer(IntPtr statement, int index, void* pointer, byte* type, IntPtr destructor);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_value_int", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [SuppressGCTransition]
    private static extern int ValueInt(IntPtr value);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_result_error_code", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern void ResultErrorCode(IntPtr context, int code);

    /// <summary>What a statement that is being run collects into.</summary>
    private sealed class Running(IRowCollector collector, int phrases)
    {
        public IRowCollector Collector { get; } = collector;

        public ListedPositions[] Places { get; } = [.. Enumerable.Range(0, phrases).Select(_ => new ListedPositions())];

        public Exception? Failure { get; set; }
    }

    /// <summary><c>struct fts5_api</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Api
    {
        public int Version;
        public IntPtr CreateTokenizer;
        public IntPtr FindTokenizer;
        public delegate* unmanaged[Cdecl]<Api*, byte*, void*, delegate* unmanaged[Cdecl]<ExtensionApi*, IntPtr, IntPtr, int, IntPtr*, void>, void*, int> CreateFunction;
    }

    /// <summary><c>struct Fts5PhraseIter</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PhraseIterator
    {
        public byte* Next;
        public byte* End;
    }

    /// <summary><c>struct Fts5ExtensionApi</c>, as far as it is used.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ExtensionApi
    {
        public int Version;
        public IntPtr UserData;
        public IntPtr ColumnCount;
        public IntPtr RowCount;
        public IntPtr ColumnTotalSize;
        public IntPtr Tokenize;
        public IntPtr PhraseCount;
        public IntPtr PhraseSize;
        public IntPtr InstanceCount;
        public IntPtr Instance;
        public delegate* unmanaged[Cdecl, SuppressGCTransition]<IntPtr, long> RowId;
        public IntPtr ColumnText;
        public IntPtr ColumnSize;
        public IntPtr QueryPhrase;
        public IntPtr SetAuxiliaryData;
        public IntPtr GetAuxiliaryData;
        public delegate* unmanaged[Cdecl, SuppressGCTransition]<IntPtr, int, PhraseIterator*, int*, int*, int> PhraseFirst;
        public delegate* unmanaged[Cdecl, SuppressGCTransition]<IntPtr, PhraseIterator*, int*, int*, void> PhraseNext;
        public delegate* unmanaged[Cdecl, SuppressGCTransition]<IntPtr, int, PhraseIterator*, int*, int> PhraseFirstColumn;
        public delegate* unmanaged[Cdecl, SuppressGCTransition]<IntPtr, PhraseIterator*, int*, void> PhraseNextColumn;
    }
}
