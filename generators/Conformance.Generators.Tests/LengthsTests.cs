using System.Text;
using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

public sealed class LengthsTests
{
    [Theory]
    [InlineData("name", new[] { 40, 39 })]
    [InlineData("clientToken", new[] { 256, 255 })]
    [InlineData("s3BucketName", new[] { 63, 62 })]
    [InlineData("logGroupName", new[] { 512, 511 })]
    public void TheLongestValuesHaveTheMaximumAndOneLess(string name, int[] lengths) =>
        Assert.Equal(lengths, Inside<MaxLength>(name).Select(LengthOf));

    [Theory]
    [InlineData("name", new[] { 1, 2 })]
    [InlineData("clientToken", new[] { 33, 34 })]
    [InlineData("s3BucketName", new[] { 3, 4 })]
    [InlineData("flowIdentifier", new[] { 10, 46 })]
    public void TheShortestValuesHaveTheMinimumAndOneMoreThatThePatternAllows(string name, int[] lengths) =>
        Assert.Equal(lengths, Inside<MinLength>(name).Select(LengthOf));

    [Fact]
    public void OneCharacterOverTheMaximumStaysInTheLanguageWhereItCan()
    {
        var violation = Outside<MaxLength>("clientToken");

        Assert.Equal("length-257", violation.Samples[0].Class);
        Assert.Empty(violation.BrokenTogether);
    }

    /// <summary>Who cuts a token before looking at it accepts exactly those.</summary>
    [Fact]
    public void ATokenThatIsTooLongIsLegalWhereItIsCut()
    {
        var token = All.First(m => m.Name == "clientToken");
        var limit = token.Constraints.OfType<MaxLength>().First();
        var tooLong = Enumerable
            .Range(0, 300)
            .SelectMany(seed => Values.BreakingOnly(token, limit, new Draw((ulong)seed, "cf7k2a", 0)).Samples)
            .Select(TextOf)
            .ToList();
        Assert.All(tooLong, text => Assert.Empty(Reader.Broken(token, new JsonText(text[..limit.Limit]))));
        Assert.Contains(tooLong, text => text.Length > limit.Limit + 1);
    }

    [Fact]
    public void ANameThatIsTooLongCannotHelpBreakingItsPattern()
    {
        var violation = Outside<MaxLength>("name");

        Assert.Equal("length-41", violation.Samples[0].Class);
        Assert.Matches(@"\A[a-zA-Z0-9_-]{41}\z", TextOf(violation.Samples[0]));
        Assert.Equal(["pattern"], violation.BrokenTogether.Select(c => c.Keyword));
    }

    [Fact]
    public void TheEmptyNameCannotHelpBreakingItsPattern()
    {
        var violation = Outside<MinLength>("name");

        Assert.Equal("", TextOf(Assert.Single(violation.Samples)));
        Assert.Equal(["pattern"], violation.BrokenTogether.Select(c => c.Keyword));
    }

    [Fact]
    public void ATokenThatIsTooShortIsOtherwiseLegal()
    {
        var violation = Outside<MinLength>("clientToken");

        Assert.Equal([32, 16, 1], violation.Samples.Select(LengthOf));
        Assert.Empty(violation.BrokenTogether);
    }

    [Fact]
    public void NothingIsShorterThanZero() => Assert.Empty(Outside<MinLength>("flowIdentifier").Samples);

    [Fact]
    public void TooLongIsTooLongInEveryUnit()
    {
        var samples = Outside<MaxLength>("modelId").Samples;

        Assert.Contains(samples, s => s.Class == "astral-101");
        Assert.All(samples, s => Assert.True(TextOf(s).EnumerateRunes().Count() > 100));
    }

    [Fact]
    public void ShortEnoughIsShortEnoughInEveryUnit()
    {
        var samples = Inside<MaxLength>("modelId");

        Assert.Contains(samples, s => s.Class == "astral-25");
        Assert.All(samples, s => Assert.True(Encoding.UTF8.GetByteCount(TextOf(s)) <= 100));
    }

    [Fact]
    public void LengthsOnWhichUnitsDifferAreInDispute()
    {
        var disputes = Values.Disputed(ModelId, Seeded).Where(d => d.Interpretation == "R4").ToList();

        Assert.NotEmpty(disputes);
        Assert.All(
            disputes,
            d =>
            {
                var text = TextOf(d.Sample);
                Assert.True(text.EnumerateRunes().Count() <= 100 && Encoding.UTF8.GetByteCount(text) > 100);
            }
        );
    }

    private static ImmutableArray<Sample> Inside<T>(string name)
        where T : Constraint => Values.JustInside(Called(name), Called(name).Find<T>()!, Seeded);

    private static Violation Outside<T>(string name)
        where T : Constraint => Values.BreakingOnly(Called(name), Called(name).Find<T>()!, Seeded);

    private static Member Called(string name) => All.First(m => m.Name == name);

    private static string TextOf(Sample sample) => ((JsonText)sample.Value).Value;

    private static int LengthOf(Sample sample) => TextOf(sample).Length;
}
