using System.Text.RegularExpressions;
using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

/// <summary>From a failing value to one that a person understands, within the tries that the smallest profile has.</summary>
public sealed class ShrinkingTests
{
    private const int Tries = 60;
    private const string Own = "cf7k2a[0-9a-z]{10}";

    private static readonly Draw Smoke = Seeded with { RandomCount = 2 };

    [Theory]
    [InlineData("looks for a match anywhere", "[a-zA-Z0-9_-]{1,40}", @"\A" + Own + @".\z")]
    [InlineData("anchors only the end", @"[a-zA-Z0-9_-]{1,40}\z", @"\A" + Own + @"[^a-zA-Z0-9_-]a\z")]
    [InlineData("ends with a dollar sign", "^[a-zA-Z0-9_-]{1,40}$", @"\A" + Own + @"\n\z")]
    [InlineData("takes every letter and digit of Unicode", @"\A[\w-]{1,40}\z", @"\A" + Own + @"[^\x00-\x7f]\z")]
    [InlineData("takes every digit of Unicode", @"\A[a-zA-Z\d_-]{1,40}\z", @"\A" + Own + @"[\u0663\uff11]\z")]
    [InlineData("has no regard to case", @"(?i)\A[a-z0-9_-]{1,40}\z", @"\A" + Own + @"[\u212a\u0131\u017f]\z")]
    [InlineData("writes its range A-z", @"\A[A-z0-9_-]{1,40}\z", @"\A" + Own + @"[\[\\\]^`]\z")]
    public void ANameThatIsTakenWronglyIsShrunkToItsIdentityAndWhatIsWrong(string says, string takes, string smallest)
    {
        Assert.NotEmpty(says);
        Assert.Matches(
            smallest,
            Smallest(WorkflowName, WorkflowName.Find<Pattern>()!, text => Regex.IsMatch(text, takes))
        );
    }

    [Fact]
    public void ATokenThatMayEndWithAHyphenIsShrunkToTheShortestThatDoes() =>
        Assert.Matches(
            @"\A" + Own + @"a{16}-\z",
            Smallest(
                ClientToken,
                ClientToken.Find<Pattern>()!,
                text => Regex.IsMatch(text, @"\A[a-zA-Z0-9][a-zA-Z0-9-]+\z")
            )
        );

    [Fact]
    public void ANameThatIsTooLongIsShrunkToOneCharacterTooMany() =>
        Assert.Matches(
            @"\A" + Own + @"a{25}\z",
            Smallest(WorkflowName, WorkflowName.Find<MaxLength>()!, text => text.Length > 40)
        );

    [Fact]
    public void ALegalValueThatIsRejectedForOneCharacterIsShrunkToIt() =>
        Assert.Equal(
            ".",
            Smallest(LogGroupName, LogGroupName.Find<Pattern>()!, text => text.Contains('.'), isInside: true)
        );

    [Fact]
    public void AnArnThatIsTakenWronglyStaysOne() =>
        Assert.Matches(
            @"\Aarn:aws:bedrock:.:0{12}:flow/[a-zA-Z0]{9}[^a-zA-Z0]\z",
            Smallest(
                FlowIdentifier,
                FlowIdentifier.Find<Pattern>()!,
                text => Regex.IsMatch(text, @"\Aarn:aws:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:flow/.{10}\z")
            )
        );

    [Fact]
    public void ANumberIsShrunkToTheOneNextToItsLimit()
    {
        var min = Budget.Find<Minimum>()!;
        var current = Values.BreakingOnly(Budget, min, Smoke).Samples.First(s => s.Class == "number--1000");
        while (Values.Shrink(Budget, min, current).FirstOrDefault() is { } smaller)
            current = smaller;

        Assert.Equal("-1", current.Value.ToJson());
    }

    [Fact]
    public void AnObjectInPlaceOfATextLosesItsMembers()
    {
        var type = ModelId.Find<TypeIs>()!;
        var wrapped = new Sample(JsonValue.Parse("""{"value":"text"}"""), "wrapped", "an object around a text");

        Assert.Equal("{}", Values.Shrink(ModelId, type, wrapped).First().Value.ToJson());
    }

    [Fact]
    public void EveryStepSaysWhereItCameFromAndHowSmallItIs()
    {
        var max = ModelId.Find<MaxLength>()!;
        var first = Values.BreakingOnly(ModelId, max, Smoke).Samples.First(s => s.Class == "length-200");
        var step = Values.Shrink(ModelId, max, first).First();
        var next = Values.Shrink(ModelId, max, step).First();

        Assert.Equal("200 characters, 100 over the maximum (shrunk to 200 characters)", step.Says);
        Assert.Matches(@"\A200 characters, 100 over the maximum \(shrunk to 1\d\d characters\)\z", next.Says);
        Assert.Equal((first.Class, first.Kind), (next.Class, next.Kind));
    }

    /// <summary>As the suite does it: the first value that fails, then always the first smaller one that fails too.</summary>
    private static string Smallest(
        Member member,
        Constraint constraint,
        Func<string, bool> fails,
        bool isInside = false
    )
    {
        var sent = isInside
            ? Values.JustInside(member, constraint, Smoke)
            : Values.BreakingOnly(member, constraint, Smoke).Samples;
        var current = sent.First(sample => fails(TextOf(sample)));
        var tries = 0;
        while (NextSmaller() is { } smaller)
            current = smaller;
        return TextOf(current);

        Sample? NextSmaller() =>
            Values.Shrink(member, constraint, current).FirstOrDefault(s => tries++ < Tries && fails(TextOf(s)));
    }

    private static string TextOf(Sample sample) => ((JsonText)sample.Value).Value;
}
