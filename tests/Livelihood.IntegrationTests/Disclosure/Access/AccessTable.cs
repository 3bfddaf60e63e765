using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Requesters;

namespace Livelihood.IntegrationTests.Disclosure.Access;

/// <summary>A line of the table: an action with the values of its parameters, and a letter for each visitor.</summary>
/// <param name="Verb">GET or POST.</param>
/// <param name="Address">The route; <c>{number}</c> stands for the request's own value, <c>{id=file}</c> for one that is named, <c>{kind:noted}</c> for itself.</param>
/// <param name="Expected">A letter for each visitor.</param>
internal sealed record AccessLine(string Verb, string Address, string Expected)
{
    /// <summary>What the routing calls it: the route, and the handler where it names one.</summary>
    public string Action
    {
        get
        {
            var (path, query) = Address.Split('?', 2) is [var p, var q] ? (p, q) : (Address, "");
            return $"{Verb} {ModuleActions.Plain(path)}{(query.StartsWith("handler=", StringComparison.Ordinal) ? "?" + query.Split('&')[0] : "")}";
        }
    }

    /// <summary>An action that has no line.</summary>
    public static AccessLine Missing(string action) => action.Split(' ', 2) is [var verb, var address] ? new(verb, address, "none") : throw new ArgumentException(action);

    /// <summary>Whether every parameter has a value.</summary>
    public bool CanBeFilled(IReadOnlyDictionary<string, string> values) =>
        ModuleActions.Parameter().Matches(Address).All(match => match.Value.Contains(':', StringComparison.Ordinal) || values.ContainsKey(match.Value.Trim('{', '}')));

    /// <summary>The address with values.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values) => ModuleActions.Parameter().Replace(
        Address, match => match.Value.Trim('{', '}') is var name && name.Split(':') is [_, var itself] ? itself : values[name]);

    /// <summary>The line as it stands in the table.</summary>
    public string Write(string letters) => $"{Verb,-4} {Address,-82} {letters[..5]} {letters[5..12]} {letters[12..]}";
}

/// <summary>
/// Who may do what. A new page gets a line here; the test that fails without one shows the line as the portal answers now,
/// to be read by somebody before it is copied.
/// </summary>
internal static class AccessTable
{
    // o  let in; the answer says nothing of the request        s  led to the sign-in of staff
    // +  let in; the answer says what the request asks for     c  led to the sign-in of citizens
    // *  the same, and who asks, in the clear                  q  led to number and query code
    // -  forbidden                                             0  there is no such thing
    // .  not asked: another line of the same page says it for everybody
    //
    // The columns: nobody, another account, the account, the requester, another requester
    //              handler, head, supervisor, administrator, publisher, reviewer, editor
    //              handler, head, supervisor, publisher elsewhere
    private const string Lines = """
        POST /api/v1/deadlines                                                                  ooooo ooooooo oooo
        GET  /api/v1/disclosure/figures                                                         ooooo ooooooo oooo
        GET  /disclosure                                                                        ooooo ooooooo oooo
        GET  /disclosure/calculator                                                             ooooo ooooooo oooo
        GET  /disclosure/due/{secret:nobodys}.ics                                               00000 0000000 0000
        GET  /disclosure/figures                                                                ooooo ooooooo oooo
        GET  /disclosure/log                                                                    ooooo ooooooo oooo
        GET  /disclosure/reports/{agency}/{year}.csv                                            00000 0000000 0000
        GET  /disclosure/requests/files/{id=file}                                               qqq+0 qqqqqqq qqqq
        GET  /disclosure/requests/files/{id=original}                                           qqq+0 qqqqqqq qqqq
        GET  /disclosure/requests/mine                                                          qqq+o qqqqqqq qqqq
        GET  /disclosure/requests/mine?handler=Dates                                            qqqoo qqqqqqq qqqq
        POST /disclosure/requests/mine?handler=Leave                                            qqqqq qqqqqqq qqqq
        GET  /disclosure/requests/mine/letters/{id=internal}                                    qqq00 qqqqqqq qqqq
        GET  /disclosure/requests/mine/letters/{id=internal}.{kind:docx}                        qqq00 qqqqqqq qqqq
        GET  /disclosure/requests/mine/letters/{id=letter}                                      qqq*0 qqqqqqq qqqq
        GET  /disclosure/requests/mine/letters/{id=letter}.{kind:docx}                          qqq*0 qqqqqqq qqqq
        GET  /disclosure/requests/mine/letters/{id=letter}.{kind:pdf}                           qqqo0 qqqqqqq qqqq
        GET  /disclosure/requests/mine/{kind:complaintFiled}                                    qqqoo qqqqqqq qqqq
        POST /disclosure/requests/mine/{kind:complaintFiled}?handler=Check                      qqqoo qqqqqqq qqqq
        POST /disclosure/requests/mine/{kind:complaintFiled}?handler=Edit                       qqqoo qqqqqqq qqqq
        POST /disclosure/requests/mine/{kind:complaintFiled}?handler=Record                     qqqoo qqqqqqq qqqq
        GET  /disclosure/requests/new                                                           ooooo ooooooo oooo
        POST /disclosure/requests/new?handler=Answered                                          ooooo ooooooo oooo
        POST /disclosure/requests/new?handler=Back                                              ooooo ooooooo oooo
        POST /disclosure/requests/new?handler=Check                                             ooooo ooooooo oooo
        POST /disclosure/requests/new?handler=Edit                                              ooooo ooooooo oooo
        POST /disclosure/requests/new?handler=File                                              ooooo ooooooo oooo
        POST /disclosure/requests/new?handler=Keep                                              ccccc ccccccc cccc
        POST /disclosure/requests/new?handler=Next                                              ooooo ooooooo oooo
        POST /disclosure/requests/new?handler=Resume                                            ooooo ooooooo oooo
        POST /disclosure/requests/new?handler=Steps                                             ooooo ooooooo oooo
        POST /disclosure/requests/new?handler=Whole                                             ooooo ooooooo oooo
        GET  /disclosure/requests/papers/{id=paper}                                             qqq+0 qqqqqqq qqqq
        GET  /disclosure/requests/propose                                                       qqqoo qqqqqqq qqqq
        POST /disclosure/requests/propose                                                       qqqoo qqqqqqq qqqq
        GET  /disclosure/requests/status                                                        ooooo ooooooo oooo
        POST /disclosure/requests/status                                                        ooooo ooooooo oooo
        GET  /disclosure/requests/suggestions                                                   ooooo ooooooo oooo
        POST /disclosure/requests/suggestions                                                   ooooo ooooooo oooo
        POST /disclosure/requests/suggestions?handler=Answered                                  ooooo ooooooo oooo

        GET  /account/citizen                                                                   co+cc ccccccc cccc
        GET  /account/citizen/add                                                               coocc ccccccc cccc
        POST /account/citizen/add                                                               coocc ccccccc cccc
        GET  /account/citizen/address                                                           coocc ccccccc cccc
        POST /account/citizen/address                                                           coocc ccccccc cccc
        POST /account/citizen/address?handler=Code                                              coocc ccccccc cccc
        GET  /account/citizen/code                                                              ccccc ccccccc cccc
        POST /account/citizen/code                                                              ccccc ccccccc cccc
        POST /account/citizen/code?handler=Again                                                ccccc ccccccc cccc
        GET  /account/citizen/confirm                                                           coocc ccccccc cccc
        POST /account/citizen/confirm                                                           coocc ccccccc cccc
        GET  /account/citizen/delete                                                            coocc ccccccc cccc
        POST /account/citizen/delete                                                            coocc ccccccc cccc
        GET  /account/citizen/factor                                                            ccccc ccccccc cccc
        POST /account/citizen/factor                                                            ccccc ccccccc cccc
        GET  /account/citizen/passkey                                                           ooooo ooooooo oooo
        POST /account/citizen/passkey                                                           ooooo ooooooo oooo
        POST /account/citizen/passkey?handler=Options                                           ooooo ooooooo oooo
        GET  /account/citizen/passkeys                                                          coocc ccccccc cccc
        POST /account/citizen/passkeys                                                          coocc ccccccc cccc
        POST /account/citizen/passkeys?handler=Options                                          coocc ccccccc cccc
        POST /account/citizen/passkeys?handler=Remove                                           coocc ccccccc cccc
        GET  /account/citizen/password                                                          ooooo ooooooo oooo
        POST /account/citizen/password                                                          ooooo ooooooo oooo
        GET  /account/citizen/requests/{number=other}                                           c00cc ccccccc cccc
        POST /account/citizen/requests/{number=other}/remove                                    c00cc ccccccc cccc
        GET  /account/citizen/requests/{number}                                                 c0occ ccccccc cccc
        GET  /account/citizen/requests/{number}/remove                                          c0occ ccccccc cccc
        GET  /account/citizen/security                                                          coocc ccccccc cccc
        POST /account/citizen/security                                                          coocc ccccccc cccc
        POST /account/citizen/security?handler=Clear                                            coocc ccccccc cccc
        GET  /account/citizen/settings                                                          coocc ccccccc cccc
        GET  /account/citizen/sign-in                                                           ooooo ooooooo oooo
        POST /account/citizen/sign-in                                                           ooooo ooooooo oooo
        GET  /account/citizen/sign-out                                                          coocc ccccccc cccc
        POST /account/citizen/sign-out                                                          ccccc ccccccc cccc
        GET  /account/citizen/unbind                                                            coocc ccccccc cccc
        POST /account/citizen/unbind                                                            coocc ccccccc cccc
        GET  /account/citizen/unified                                                           ooooo ooooooo oooo
        GET  /account/citizen/unified?handler=Start                                             00000 0000000 0000

        GET  /console/disclosure                                                                sssss ooo---- ooo-
        GET  /console/disclosure?view=all                                                       sssss +++---- ooo-
        GET  /console/disclosure?view=all&agency={agency}                                       sssss +++---- ooo-
        POST /console/disclosure?handler=Assign&view=all                                        sssss +++---- ooo-
        POST /console/disclosure?handler=Find                                                   sssss ooo---- ooo-
        GET  /console/disclosure-register.{format:csv}?view=all                                 sssss +++---- ooo-
        GET  /console/disclosure-register.{format:xlsx}?view=all                                sssss +++---- ooo-
        GET  /console/disclosure/answers                                                        sssss ++----- oo--
        GET  /console/disclosure/intake                                                         sssss oo----- oo--
        POST /console/disclosure/intake?handler=Check                                           sssss oo----- oo--
        POST /console/disclosure/intake?handler=Edit                                            sssss oo----- oo--
        POST /console/disclosure/intake?handler=File                                            sssss oo----- oo--
        GET  /console/disclosure/{number=elsewhere}/files/{id=file}                             sssss 00-0000 00-0
        GET  /console/disclosure/{number=elsewhere}/files/{id=file}?handler=Pdf                 sssss 00-0000 00-0
        POST /console/disclosure/{number=elsewhere}/files/{id=file}?handler=Remove              sssss 00-0000 00-0
        GET  /console/disclosure/{number=elsewhere}/letters/{id=letter}                         sssss 0000000 0000
        GET  /console/disclosure/{number=elsewhere}/letters/{id=letter}.{kind:docx}             sssss 0000000 0000
        GET  /console/disclosure/{number=other}/files/{id=file}                                 sssss 00-0000 0000
        GET  /console/disclosure/{number}                                                       sssss +++0000 0000
        POST /console/disclosure/{number}?handler=Confirm                                       sssss ++-0000 0000
        POST /console/disclosure/{number}?handler=Unmask                                        sssss **-0000 0000
        GET  /console/disclosure/{number}/answer                                                sssss ++-0000 0000
        POST /console/disclosure/{number}/answer?handler=Approve                                sssss -o-0000 0000
        POST /console/disclosure/{number}/answer?handler=Draft                                  sssss oo-0000 0000
        POST /console/disclosure/{number}/answer?handler=Return                                 sssss -o-0000 0000
        GET  /console/disclosure/{number}/files                                                 sssss oo-0000 0000
        POST /console/disclosure/{number}/files                                                 sssss oo-0000 0000
        POST /console/disclosure/{number}/files?handler=Keep                                    sssss oo-0000 0000
        POST /console/disclosure/{number}/files?handler=Original                                sssss oo-0000 0000
        GET  /console/disclosure/{number}/files/{id=file}                                       sssss ++-0000 0000
        GET  /console/disclosure/{number}/files/{id=file}?handler=Pdf                           sssss ++-0000 0000
        POST /console/disclosure/{number}/files/{id=file}?handler=Give                          sssss ++-0000 0000
        POST /console/disclosure/{number}/files/{id=file}?handler=Mark                          sssss ++-0000 0000
        POST /console/disclosure/{number}/files/{id=file}?handler=Print                         sssss ++-0000 0000
        POST /console/disclosure/{number}/files/{id=file}?handler=Remove                        sssss ++-0000 0000
        POST /console/disclosure/{number}/files/{id=file}?handler=Unmark                        sssss ++-0000 0000
        GET  /console/disclosure/{number}/letters/write/{kind:9}                                sssss oo-0000 0000
        POST /console/disclosure/{number}/letters/write/{kind:9}?handler=Check                  sssss oo-0000 0000
        POST /console/disclosure/{number}/letters/write/{kind:9}?handler=Edit                   sssss oo-0000 0000
        POST /console/disclosure/{number}/letters/write/{kind:9}?handler=Make                   sssss oo-0000 0000
        GET  /console/disclosure/{number}/letters/{id=internal}                                 sssss **-0000 0000
        GET  /console/disclosure/{number}/letters/{id=internal}.{kind:docx}                     sssss **-0000 0000
        GET  /console/disclosure/{number}/letters/{id=letter}                                   sssss ***0000 0000
        GET  /console/disclosure/{number}/letters/{id=letter}.{kind:docx}                       sssss ***0000 0000
        GET  /console/disclosure/{number}/letters/{id=letter}.{kind:pdf}                        sssss ooo0000 0000
        GET  /console/disclosure/{number}/originals/{id=original}                               sssss ++-0000 0000
        GET  /console/disclosure/{number=other}/originals/{id=original}                         sssss 00-0000 0000
        GET  /console/disclosure/{number}/papers                                                sssss oo-0000 0000
        POST /console/disclosure/{number}/papers?handler=Add                                    sssss oo-0000 0000
        POST /console/disclosure/{number}/papers?handler=Remove                                 sssss oo-0000 0000
        GET  /console/disclosure/{number}/papers/{id=paper}                                     sssss ++-0000 0000
        GET  /console/disclosure/{number=other}/papers/{id=paper}                               sssss 00-0000 0000
        GET  /console/disclosure/{number}/record/{kind:complaintDecided}                        sssss --o0000 0000
        POST /console/disclosure/{number}/record/{kind:complaintDecided}?handler=Record         sssss --o0000 0000
        GET  /console/disclosure/{number}/record/{kind:noted}                                   sssss ooo0000 0000
        POST /console/disclosure/{number}/record/{kind:noted}?handler=Check                     sssss ooo0000 0000
        POST /console/disclosure/{number}/record/{kind:noted}?handler=Edit                      sssss ooo0000 0000
        POST /console/disclosure/{number}/record/{kind:noted}?handler=Record                    sssss ooo0000 0000
        GET  /console/disclosure/{number}/record/{kind:replied}                                 sssss -o-0000 0000
        POST /console/disclosure/{number}/record/{kind:replied}?handler=Record                  sssss -o-0000 0000
        POST /console/disclosure/{number}/record/{kind:served}?handler=Record                   sssss oo-0000 0000

        GET  /console/disclosure-calendar                                                       sssss ooo---- ooo-
        GET  /console/disclosure-subscription                                                   sssss ooo---- ooo-
        POST /console/disclosure-subscription?handler=End                                       sssss ooo---- ooo-
        POST /console/disclosure-subscription?handler=Make                                      sssss ooo---- ooo-
        GET  /console/disclosure-channels                                                       sssss -o----- -o--
        GET  /console/disclosure-channels/{agency}                                              sssss 0o00000 0000
        POST /console/disclosure-channels/{agency}                                              sssss 0o00000 0000
        GET  /console/disclosure-fees                                                           sssss ---oo-- ----
        POST /console/disclosure-fees?handler=More                                              sssss ---oo-- ----
        POST /console/disclosure-fees?handler=Preview                                           sssss ---oo-- ----
        POST /console/disclosure-fees?handler=Save                                              sssss ---oo-- ----
        GET  /console/disclosure-reminders                                                      sssss -oo---- -oo-
        GET  /console/disclosure-keeping                                                        sssss ---oo-- ----
        POST /console/disclosure-keeping?handler=Check                                          sssss ---oo-- ----
        POST /console/disclosure-keeping?handler=Edit                                           sssss ---oo-- ----
        POST /console/disclosure-keeping?handler=Save                                           sssss ---oo-- ----
        GET  /console/disclosure-readings                                                       sssss --o---- --o-

        GET  /console/disclosure-withheld                                                       sssss ooo---- ooo-
        GET  /console/disclosure-withheld/new                                                   sssss oo----- oo--
        POST /console/disclosure-withheld/new                                                   sssss oo----- oo--
        GET  /console/disclosure-withheld/waiting                                               sssss oo----- oo--
        GET  /console/disclosure-withheld/{id=withheld}                                         sssss ooo0000 0000
        POST /console/disclosure-withheld/{id=withheld}?handler=Confirm                         sssss -o-0000 0000
        POST /console/disclosure-withheld/{id=withheld}?handler=Return                          sssss -o-0000 0000
        GET  /console/disclosure-withheld/{id=withheld}/draft                                   sssss oo-0000 0000
        POST /console/disclosure-withheld/{id=withheld}/draft                                   sssss oo-0000 0000
        GET  /console/disclosure-withheld/{id=withheld}/edit                                    sssss oo-0000 0000
        POST /console/disclosure-withheld/{id=withheld}/edit                                    sssss oo-0000 0000
        GET  /console/disclosure-withheld/{id=withheld}/{act:end}                               sssss -o-0000 0000
        POST /console/disclosure-withheld/{id=withheld}/{act:end}                               sssss -o-0000 0000
        GET  /console/disclosure-withheld/{id=withheld}/{act:published}                         sssss oo-0000 0000
        POST /console/disclosure-withheld/{id=withheld}/{act:published}                         sssss oo-0000 0000
        GET  /console/disclosure-withheld/{id=withheld}/{act:review}                            sssss oo-0000 0000
        POST /console/disclosure-withheld/{id=withheld}/{act:review}                            sssss oo-0000 0000
        GET  /console/disclosure-review-times                                                   sssss ---oo-- ----
        POST /console/disclosure-review-times                                                   sssss ---oo-- ----

        GET  /console/letters                                                                   sssss ---oo-- ----
        GET  /console/letters/{key}                                                             sssss ---oo-- ----
        POST /console/letters/{key}?handler=Pdf                                                 sssss ---oo-- ----
        POST /console/letters/{key}?handler=Preview                                             sssss ---oo-- ----
        POST /console/letters/{key}?handler=Save                                                sssss ---oo-- ----
        GET  /console/letters/{key}/versions/{version}                                          sssss ---oo-- ----

        GET  /console/disclosure-reports                                                        sssss ooo---- ooo-
        GET  /console/disclosure-reports/{agency}/{year}                                        sssss ooo0000 0000
        POST /console/disclosure-reports/{agency}/{year}?handler=Draft                          sssss ooo0000 0000
        GET  /console/disclosure-reports/{agency}/{year}.csv                                    sssss ooo0000 0000
        GET  /console/disclosure-reports/{agency}/{year}/edit                                   sssss ooo0000 0000
        POST /console/disclosure-reports/{agency}/{year}/edit                                   sssss ooo0000 0000
        GET  /console/disclosure-reports/{agency}/{year}/requests?row=new                       sssss +++0000 0000
        """;

    /// <summary>Which of handler, head and supervisor record which event: the office's forms, one by one. A head handles too.</summary>
    private const string Recording = """
        confirmed oo-  assigned oo-  noted ooo  correctionAsked oo-  correctionArrived oo-  correctionLapsed oo-  extensionProposed oo-  extended -o-  extensionReturned -o-
        consultationSent oo-  consultationAnswered oo-  consultationEnded oo-  feeNoticed oo-  feePaid oo-  feeLapsed oo-  reasonsAsked oo-  reasonsGiven oo-  postponed -o-
        replyProposed oo-  replied -o-  replyReturned -o-  served oo-  withdrawn oo-  complaintFiled --o  complaintDecided --o  remedied -o-  recordCorrected -o-
        """;

    // Those who have nothing to do with it are asked by the lines above; here the ones between whom the roles decide, and one of each other kind.
    private static string Around(string rights) => $"s..s.{rights}00..0.0.";

    private static readonly IReadOnlyDictionary<string, string> s_recording = Recording.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The lines, and one for each form of the office, of the requester, and for each letter that is written by hand: a new one without rights in this table is a line that fails.</summary>
    public static readonly IReadOnlyList<AccessLine> All = [.. Written().Concat(EventForms.All.SelectMany(OfForm)).Concat(RequesterForms.All.SelectMany(OfRequester)).Concat(HandLetter.All.SelectMany(OfLetter))
        .DistinctBy(line => (line.Verb, line.Address.Split('&')[0]))];

    private static IEnumerable<AccessLine> Written() => Lines.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line =>
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new AccessLine(parts[0], parts[1], string.Concat(parts[2..]));
    });

    private static IEnumerable<AccessLine> OfForm(EventForm form)
    {
        var (address, expected) = ($"/console/disclosure/{{number}}/record/{{kind:{form.Kind}}}", Around(s_recording.GetValueOrDefault(form.Kind, "???")));
        yield return new("GET", address, expected);
        yield return new("POST", $"{address}?handler=Record{(form.Options is null ? "" : form.Event == typeof(RecordCorrected) ? "&Option=1" : "&Option=disclosed")}", expected);
    }

    private static IEnumerable<AccessLine> OfRequester(EventForm form) =>
    [
        new("GET", $"/disclosure/requests/mine/{{kind:{form.Kind}}}", "q.qoo" + "q......" + "q..."),
        new("POST", $"/disclosure/requests/mine/{{kind:{form.Kind}}}?handler=Record", "q.qoo" + "q......" + "q..."),
    ];

    private static IEnumerable<AccessLine> OfLetter(HandLetter letter)
    {
        var (address, expected) = ($"/console/disclosure/{{number}}/letters/write/{{kind:{letter.Kind.Number}}}", Around("oo-"));
        return [new("GET", address, expected), new("POST", address + "?handler=Make", expected)];
    }
}
