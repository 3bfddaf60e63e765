using Livelihood.Search.Domain.Suggestions;
using Xunit;

namespace Livelihood.UnitTests.Search.Words;

public class NumberTextTests
{
    [Fact]
    public void Find_PartsOfNumbers_TellsEntriesInOrderAndWhetherTheyBegin()
    {
        var numbers = Of("三政办20198号", "", "三政20191号", "政办20198号");

        Assert.Equal([(0, false), (3, true)], numbers.Find("政办2019", 10));
        Assert.Equal([(0, false), (2, false), (3, false)], numbers.Find("2019", 10));
        Assert.Equal([(0, true), (2, true)], numbers.Find("三政", 10));
        Assert.Equal([(0, false), (2, false)], numbers.Find("2019", 2));
        Assert.Empty(numbers.Find("三办", 10));
        Assert.Empty(numbers.Find("豫", 10));
        Assert.Empty(numbers.Find("号政", 10));
    }

    [Fact]
    public void Find_NothingAdded_FindsNothing() => Assert.Empty(Of().Find("三", 10));

    /// <summary>From 192 different characters on they take two bytes, of which none may be taken for another's.</summary>
    [Theory]
    [InlineData(12)]
    [InlineData(191)]
    [InlineData(192)]
    [InlineData(1_200)]
    public void Find_ManyDifferentCharacters_IsWhatAStringFinds(int different)
    {
        var chance = new Random(different);
        string Some(int most) => new([.. Enumerable.Range(0, 1 + chance.Next(most)).Select(_ => (char)('一' + chance.Next(different)))]);
        string[] all = [new([.. Enumerable.Range(0, different).Select(i => (char)('一' + i))]), .. Enumerable.Range(0, 300).Select(_ => Some(9))];
        var numbers = Of(all);

        foreach (var part in all.SelectMany(n => new[] { n[..1], n[(n.Length / 2)..], n }).Where(p => p.Length < 10).Concat(Enumerable.Range(0, 300).Select(_ => Some(2))))
        {
            var wanted = all.SelectMany((n, i) => Enumerable.Range(0, n.Length).Where(at => n.AsSpan(at).StartsWith(part)).Select(at => (i, at == 0)));
            Assert.Equal(wanted, numbers.Find(part, int.MaxValue));
        }
    }

    [Fact]
    public void Find_MoreCharactersThanAnyLibraryHas_StillFindsTheFirstOnes()
    {
        var numbers = Of([.. Enumerable.Range(0, 3_000).Select(i => $"{(char)('一' + i)}8号")]);

        Assert.Equal([(7, true)], numbers.Find($"{(char)('一' + 7)}8", 10));
        Assert.Contains((2_900, true), numbers.Find($"{(char)('一' + 2_900)}8", int.MaxValue));
    }

    private static NumberText Of(params string[] all)
    {
        var numbers = new NumberText();
        foreach (var number in all)
        {
            numbers.Add(number);
        }

        numbers.Close();
        return numbers;
    }
}
