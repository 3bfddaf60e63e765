using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Livelihood.Platform.Mail;

/// <summary>Says why a mail did not leave, for log and outbox: servers repeat the address in what they answer, and that is personal data.</summary>
internal static partial class MailFault
{
    /// <summary>The fault and what lies behind it, without addresses.</summary>
    public static string Describe(Exception failure)
    {
        var told = new List<string>();
        for (var fault = failure; fault is not null; fault = fault.InnerException)
        {
            told.Add($"{fault.GetType().Name}{(fault is SmtpException { StatusCode: var code and not SmtpStatusCode.GeneralFailure } ? $" {(int)code}" : "")}: {fault.Message}");
        }

        return Address().Replace(string.Join(" — ", told), "***@$1");
    }

    [GeneratedRegex("""[^\s<>"'():;,@]+@([^\s<>"'():;,@]+)""")]
    private static partial Regex Address();
}
