namespace Livelihood.PrintedGazettes.Composition;

/// <summary>Composes what a whole issue says; how it is set is the house's affair.</summary>
public static class IssueComposer
{
    private static readonly Place[] Places =
    [
        new("云岭市", "市", "云", "办公室"), new("溪川市", "市", "溪", "办公室"), new("望潮市", "市", "潮", "办公厅"),
        new("松坪县", "县", "松", "办公室"), new("河湾区", "区", "湾", "办公室"), new("北屏省", "省", "屏", "办公厅"),
    ];

    /// <summary>An issue of about 8 to 11 documents of the kinds that a gazette of <paramref name="year"/> prints.</summary>
    public static IssueTruth Compose(Chance chance, int year, string titleWord, bool joint, string? level = null)
    {
        var place = chance.Of(Places.Where(p => level is null || p.Level == level).ToList());
        var number = chance.Between(1, 11);
        var publishedOn = new DateOnly(year, Math.Clamp(number, 2, 12), chance.Between(10, 28));
        var prose = new Prose(chance, year);
        var masthead = new MastheadTruth(
            titleWord == "政报" ? $"{place.Name[..^1]}政报" : $"{place.Government}{titleWord}",
            year, number, joint ? number + 1 : null, ((year - 1990) * 12) + number + chance.Between(1, 30), publishedOn, place.Office,
            [("主任", prose.Person()), ("副主任", prose.Person()), ("委员", prose.Person()), ("委员", prose.Person()), ("主编", prose.Person())]);
        var composer = new DocumentComposer(chance, place, new(chance, publishedOn), publishedOn);
        return new(masthead, [.. Documents(chance, composer, year)]);
    }

    private static IEnumerable<DocumentTruth> Documents(Chance chance, DocumentComposer composer, int year)
    {
        if (year < 2012 && chance.Percent(60))
        {
            yield return composer.Speech();
        }

        if (chance.Percent(70))
        {
            yield return composer.Order();
        }

        yield return composer.Plain(ofOffice: false);
        yield return chance.Percent(50) ? composer.Issuing(ofOffice: false) : composer.Reply();
        if (chance.Percent(40))
        {
            yield return composer.Announcement();
        }

        yield return composer.Issuing(ofOffice: true);
        yield return composer.Plain(ofOffice: true);
        if (year < 2012 || chance.Percent(30))
        {
            yield return composer.Forwarding();
        }

        if (year >= 2000)
        {
            yield return composer.Departmental(joint: chance.Percent(40));
        }

        if (chance.Percent(70))
        {
            yield return composer.Appointment();
        }

        if (year >= 2012 && chance.Percent(60))
        {
            yield return composer.Interpretation();
        }

        if (chance.Percent(50))
        {
            yield return composer.Chronicle();
        }

        if (year < 2005 && chance.Percent(50))
        {
            yield return composer.Statistics();
        }
    }
}
