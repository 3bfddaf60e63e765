using System.Security.Claims;
using System.Text.Json;
using Livelihood.Platform.Files;

namespace Livelihood.Platform.Work;

/// <summary>How far a piece of work is.</summary>
/// <param name="Done">Parts done.</param>
/// <param name="Total">Parts in all; 0 while unknown.</param>
/// <param name="Message">What is being done.</param>
public sealed record WorkProgress(int Done, int Total, string Message);

/// <summary>
/// One run of a piece of work: what it was asked, who asked, and where it tells how far it is. Reports stay in memory and
/// are written down from time to time: on SQLite nobody else can write while the work's own transaction is open.
/// </summary>
public sealed class WorkRun : IDisposable
{
    private readonly string _input;
    private readonly IFileStore _files;
    private readonly CancellationTokenSource _stop;
    private readonly Queue<string> _lines = new();

    internal WorkRun(WorkItem item, ClaimsPrincipal person, IFileStore files, CancellationToken hostStops)
    {
        (Id, Person, _input, _files) = (item.Id, person, item.Input, files);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(hostStops);
    }

    /// <summary>Who asked for it, with the rights of now.</summary>
    public ClaimsPrincipal Person { get; }

    /// <summary>How far it is.</summary>
    public WorkProgress Progress { get; private set; } = new(0, 0, "开始");

    internal Guid Id { get; }

    internal FileRef? File { get; private set; }

    internal string? FileName { get; private set; }

    internal string? Next { get; private set; }

    internal CancellationToken Stopping => _stop.Token;

    internal bool IsStopAsked { get; private set; }

    /// <summary>What was asked.</summary>
    public T Input<T>() => JsonSerializer.Deserialize<T>(_input)
        ?? throw new WorkRefusedException("这项工作没有内容。请重新提交。");

    /// <summary>Adds a line about one part; the last <see cref="WorkItem.MaxLines"/> are kept.</summary>
    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > WorkItem.MaxLines)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <summary>Tells how far it is, and stops here where the person asked it to stop.</summary>
    /// <exception cref="OperationCanceledException">It is to stop.</exception>
    public void Report(int done, int total, string message)
    {
        Show(done, total, message);
        _stop.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Tells how far it is, where the work cannot stop just here.</summary>
    public void Show(int done, int total, string message) => Progress = new(done, total, message);

    /// <summary>Keeps the file that the work made, for its owner to download.</summary>
    public async Task AttachAsync(Stream content, string fileName, CancellationToken cancellation = default) =>
        (File, FileName) = (await _files.SaveAsync(content, cancellation), fileName);

    /// <summary>Says where the person goes on afterwards, such as <c>/console/content</c>.</summary>
    public void LeadTo(string path) => Next = path;

    /// <inheritdoc />
    public void Dispose() => _stop.Dispose();

    internal IReadOnlyList<string> Lines()
    {
        lock (_lines)
        {
            return [.. _lines];
        }
    }

    internal void Stop()
    {
        IsStopAsked = true;
        _stop.Cancel();
    }
}
