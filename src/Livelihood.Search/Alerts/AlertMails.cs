using System.Text;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Rendering;
using Livelihood.Platform.Mail;

namespace Livelihood.Search.Alerts;

/// <summary>Writes the mails of subscriptions.</summary>
internal sealed class AlertMails(AlertSecrets secrets)
{
    /// <summary>Asks whether the receiver wants it: whoever typed the address may be somebody else.</summary>
    public OutgoingMail Confirmation(SearchAlert alert, string address, string portal) => new(
        address,
        $"请确认订阅：{alert.Title}",
        $"""
        有人在{portal}用这个邮箱订阅了搜索“{alert.Title}”的新结果。

        如果是您，请在{SearchAlerts.ConfirmHours}小时内打开下面的网页，按“确认订阅”：
        {alert.Root}/search/alerts/confirm?token={secrets.TokenOf(alert.Id, AlertLink.Confirm)}

        如果不是您，不必理会，我们不会再发邮件，这个邮箱地址也会删除。
        """) { IsForgotten = true };

    /// <summary>Tells of new results.</summary>
    public OutgoingMail Digest(SearchAlert alert, string address, string portal, IReadOnlyList<CatalogueEntry> found, IReadOnlyDictionary<string, string> agencies)
    {
        var end = $"{alert.Root}/search/alerts/end?token={secrets.TokenOf(alert.Id, AlertLink.End)}";
        var body = new StringBuilder($"您订阅的搜索“{alert.Title}”有{found.Count}条新的结果：\n");
        foreach (var entry in found)
        {
            var facts = new[] { entry.Number, agencies.GetValueOrDefault(entry.AgencyId, entry.AgencyId), entry.Date.Text() };
            body.Append('\n').Append(entry.Title).Append('\n').AppendJoin("　", facts.Where(f => !string.IsNullOrEmpty(f))).Append('\n')
                .Append(alert.Root).Append(Uri.EscapeDataString(entry.Path).Replace("%2F", "/", StringComparison.Ordinal)).Append('\n');
        }

        body.Append($"\n全部结果：\n{alert.Root}/search{alert.Query}\n\n不想再收到，请打开下面的网页，按“结束订阅”：\n{end}\n\n{portal}\n");
        return new(address, $"“{alert.Title}”有{found.Count}条新的结果", body.ToString()) { Unsubscribe = end, IsForgotten = true };
    }
}
