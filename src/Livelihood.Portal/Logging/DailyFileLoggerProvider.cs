using System.Threading.Channels;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;

namespace Livelihood.Portal.Logging;

/// <summary>
/// Writes the log to <c>logs/yyyy-MM-dd.log</c> in the data folder, one file a day of Asia/Shanghai, thirty kept.
/// Lines are queued and written by one task; when the queue is full, lines are dropped rather than requests held up.
/// </summary>
internal sealed class DailyFileLoggerProvider : ILoggerProvider
{
    private const int DaysKept = 30;
    private readonly Channel<string> _lines =
        Channel.CreateBounded<string>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly TimeProvider _time;
    private readonly string _folder;
    private readonly Task _writer;

    public DailyFileLoggerProvider(PortalFolder folder, TimeProvider time)
    {
        _time = time;
        _folder = folder.Folder("logs");
        _writer = Task.Run(WriteAsync);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        _lines.Writer.TryComplete();
        _writer.Wait(TimeSpan.FromSeconds(2));
    }

    private async Task WriteAsync()
    {
        StreamWriter? file = null;
        var day = DateOnly.MinValue;
        try
        {
            while (await _lines.Reader.WaitToReadAsync())
            {
                var today = ChinaClock.DateOf(_time.GetUtcNow());
                if (file is null || today != day)
                {
                    file?.Dispose();
                    (day, file) = (today, File.AppendText(Path.Combine(_folder, $"{today:yyyy-MM-dd}.log")));
                    DropOldest();
                }

                while (_lines.Reader.TryRead(out var line))
                {
                    await file.WriteLineAsync(line);
                }

                await file.FlushAsync();
            }
        }
        catch (IOException)
        {
            // A full disk must not stop the portal; the console still has the log.
        }
        finally
        {
            file?.Dispose();
        }
    }

    private void DropOldest()
    {
        foreach (var old in Directory.GetFiles(_folder, "????-??-??.log").Order(StringComparer.Ordinal).SkipLast(DaysKept))
        {
            File.Delete(old);
        }
    }

    private sealed class Logger(DailyFileLoggerProvider owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = $"{owner._time.GetUtcNow():O} {logLevel} {category}: {formatter(state, exception)}";
            owner._lines.Writer.TryWrite(exception is null ? text : $"{text}\n{exception}");
        }
    }
}
