using System.Text;

namespace Livelihood.PrintedGazettes.Composition;

/// <summary>Composes sentences and paragraphs that no gazette ever printed.</summary>
internal sealed class Prose(Chance chance, int year)
{
    public string Person() => chance.Of(Vocabulary.Surnames) + chance.Of(Vocabulary.Ordinals) + (chance.Percent(40) ? chance.Of(Vocabulary.Ordinals) : "");

    /// <summary>A sentence of 20 to 90 characters with its full stop.</summary>
    public string Sentence()
    {
        var text = new StringBuilder();
        if (chance.Percent(35))
        {
            text.Append(chance.Of(Vocabulary.Reasons)).Append('，');
        }

        text.Append(Clause());
        for (var more = chance.Below(3); more > 0; more--)
        {
            text.Append(chance.Percent(75) ? '，' : '；').Append(chance.Percent(60) ? Deed() : Clause());
        }

        if (chance.Percent(40))
        {
            text.Append('，').Append(chance.Of(Vocabulary.Results));
        }

        return text.Append('。').ToString();
    }

    public string Paragraph(int fewest = 1, int most = 4) => string.Concat(Enumerable.Range(0, chance.Between(fewest, most)).Select(_ => Sentence()));

    public string Deed() => chance.Of(Vocabulary.Manners) + chance.Of(Vocabulary.Verbs) + chance.Of(Vocabulary.Things);

    private string Clause() => chance.Below(12) switch
    {
        0 => $"{chance.Of(Vocabulary.Actors)}要对{Location()}的{chance.Of(Vocabulary.Things)}、{chance.Of(Vocabulary.Things)}和{chance.Of(Vocabulary.Things)}{chance.Of(Vocabulary.Manners)}{chance.Of(Vocabulary.Verbs)}",
        1 => $"全年{chance.Of(Vocabulary.Verbs)}{chance.Of(Vocabulary.Things)}{chance.Between(2, 980)}处",
        2 => $"{year - chance.Below(3)}年以来已经{chance.Of(Vocabulary.Verbs)}{chance.Between(2, 60)}.{chance.Between(1, 9)}公里",
        3 => $"占总数的{chance.Between(11, 98)}.{chance.Between(1, 9)}%，比上年提高{chance.Between(2, 9)}个百分点",
        4 => $"实行“{chance.Of(Vocabulary.Quoted)}”的办法，由{chance.Of(Vocabulary.Actors)}负责",
        5 => $"（{Location()}、{Location()}除外）的{chance.Of(Vocabulary.Things)}由{chance.Of(Vocabulary.Actors)}{chance.Of(Vocabulary.Verbs)}",
        6 => $"每年{chance.Between(1, 6)}月{chance.Between(1, 28)}日至{chance.Between(7, 12)}月{chance.Between(1, 28)}日为检修期",
        7 => $"依照《{chance.Of(Vocabulary.Affairs)}暂行规定》第{Vocabulary.Ordinals[chance.Below(10)]}条办理",
        8 => $"颗粒物（PM10）浓度不高于{chance.Between(40, 90)}微克",
        _ => $"{chance.Of(Vocabulary.Actors)}应当{chance.Of(Vocabulary.Manners)}{chance.Of(Vocabulary.Verbs)}{chance.Of(Vocabulary.Things)}",
    };

    public string Location() => chance.Of(Vocabulary.Locations) + chance.Of(["村", "街道", "镇", "段", "片区"]);
}
