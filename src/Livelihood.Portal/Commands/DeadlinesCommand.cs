using System.CommandLine;
using System.Text;
using Livelihood.Disclosure.Domain.Calculator;
using Livelihood.Disclosure.Register;

namespace Livelihood.Portal.Commands;

/// <summary>
/// <c>deadlines</c>: the calculator as a filter (R-CALC). A question a line in, an answer a line out, in the same order; a
/// question that cannot be answered gets its reason in its line. It needs no database: without one it counts on the
/// delivered calendar.
/// </summary>
internal static class DeadlinesCommand
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var command = new Command("deadlines", "计算答复期限：从标准输入一行读一个问题（JSON），向标准输出一行写一个回答");
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var builder = PortalComposition.CreateBuilder([]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var calendar = await scope.ServiceProvider.GetRequiredService<CalculatorCalendar>().ReadAsync(cancellation);

        using var questions = new StreamReader(Console.OpenStandardInput(), s_utf8);
        await using var answers = new StreamWriter(Console.OpenStandardOutput(), s_utf8, bufferSize: 64 * 1024) { NewLine = "\n" };
        var refused = 0;
        while (await questions.ReadLineAsync(cancellation) is { } line)
        {
            var isAnswered = DeadlineCalculator.TryAnswer(line, calendar, out var answer, out var refusal);
            await answers.WriteLineAsync(isAnswered ? answer!.ToJson() : refusal!.ToJson());
            refused += isAnswered ? 0 : 1;
        }

        if (refused > 0)
        {
            await Console.Error.WriteLineAsync($"有{refused}个问题没有算出期限，原因写在各自的回答（error）里。");
        }

        // A reason is an answer: the command has done what was asked.
        return 0;
    }
}
