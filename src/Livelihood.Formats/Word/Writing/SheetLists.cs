using DocumentFormat.OpenXml.Wordprocessing;

namespace Livelihood.Formats.Word.Writing;

/// <summary>Defines the two kinds of lists: with bullets, and numbered 1. 2. 3.</summary>
internal static class SheetLists
{
    public static Numbering Definitions() => new(Definition(0, ordered: false), Definition(1, ordered: true));

    private static AbstractNum Definition(int id, bool ordered)
    {
        var definition = new AbstractNum { AbstractNumberId = id };
        definition.Append(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel });
        for (var level = 0; level < 9; level++)
        {
            definition.Append(new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = ordered ? NumberFormatValues.Decimal : NumberFormatValues.Bullet },
                new LevelText { Val = ordered ? $"%{level + 1}." : "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = (640 + level * 640 + 420).ToString(), Hanging = "420", FirstLineChars = 0 })) { LevelIndex = level });
        }

        return definition;
    }
}
