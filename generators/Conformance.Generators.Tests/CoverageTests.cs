using Conformance.Generators.Tests.Witness;
using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

/// <summary>Which classes of values exist for a constraint, and why some can't be tried.</summary>
public sealed class CoverageTests
{
    private const int Members = 150;
    private const int LongestEdited = 70;

    /// <summary>What a pattern can be broken by; each is tried, or it says why not.</summary>
    private static readonly string[] NearMisses =
    [
        "outsider",
        "neighbour",
        "other-case",
        "trailing-newline",
        "white-space",
        "nul",
        "control",
        "beyond-ascii",
        "look-alike",
        "other-digit",
        "combining",
        "astral",
        "lone-surrogate",
        "percent-octet",
        "wrong-first",
        "wrong-last",
        "one-fewer",
        "one-more",
        "swapped",
        "replaced",
        "alone",
    ];

    public static IEnumerable<TheoryDataRow<string>> Patterned =>
        Embedded
            .Where(m => m.Find<Pattern>() is not null)
            .Select(m => m.Path)
            .Distinct()
            .Select(path => new TheoryDataRow<string>(path));

    [Theory]
    [MemberData(nameof(Patterned))]
    public void EveryClassOfNearMissIsTriedOrSaysWhyNot(string path)
    {
        var classes = Classes(Called(path)).Where(c => c.Side == Side.Outside).ToList();

        Assert.Equal(NearMisses.Order(), classes.Select(c => c.Name).Order());
        Assert.All(classes, c => Assert.NotEqual(c.Values.IsEmpty, c.WhyNone is null));
    }

    [Theory]
    [InlineData("name", "one-fewer", "one-more", "swapped", "replaced", "other-case", "wrong-first", "wrong-last")]
    [InlineData("clientToken", "other-case")]
    [InlineData("exportConfig.s3BucketName")]
    [InlineData("exportConfig.s3KeyPrefix", "other-case")]
    [InlineData(
        "logGroupName",
        "one-fewer",
        "one-more",
        "swapped",
        "replaced",
        "other-case",
        "wrong-first",
        "wrong-last"
    )]
    [InlineData("inputs[].nodeName", "other-case")]
    public void APatternLeavesNoRoomFor(string path, params string[] impossible) =>
        Assert.Equal(
            impossible.Order(),
            Classes(Called(path)).Where(c => c is { Side: Side.Outside, WhyNone: not null }).Select(c => c.Name).Order()
        );

    [Fact]
    public void HalfACharacterCannotBeCarriedByAUri() =>
        Assert.Contains(
            Classes(WorkflowDefinitionName),
            c => c.Name == "lone-surrogate" && c.WhyNone!.Contains("UTF-8", StringComparison.Ordinal)
        );

    [Fact]
    public void ATrailingNewlineIsInDisputeWhereTheAnchorsAre() =>
        Assert.Contains(
            Classes(FlowIdentifier),
            c => c.Name == "trailing-newline" && c.WhyNone!.Contains("R2", StringComparison.Ordinal)
        );

    [Fact]
    public void EveryClassIsTriedInEveryProfile()
    {
        foreach (var (member, constraint) in Facts)
            Assert.Equal(Tried(member, constraint, 2), Tried(member, constraint, 200));
    }

    [Fact]
    public void TheClassesAreThoseOfTheValuesThatAreSent()
    {
        foreach (var (member, constraint) in Facts)
        {
            var sent = Values
                .JustInside(member, constraint, Seeded)
                .Concat(Values.BreakingOnly(member, constraint, Seeded).Samples);
            var classes = Values.ClassesOf(member, constraint, Seeded).Where(c => c.Side != Side.Disputed);
            Assert.Equal(sent.Select(s => s.Class).Order(), classes.SelectMany(c => c.Values).Order());
        }
    }

    [Theory]
    [MemberData(nameof(Patterned))]
    public void NoEditOfAnImpossibleClassLeadsOutOfThePattern(string path)
    {
        var member = Called(path);
        var own = Careful.Of(member, member.Find<Pattern>()!);
        var others = member
            .Constraints.Where(c => c is MinLength or MaxLength)
            .Select(c => Careful.Of(member, c))
            .ToList();
        var impossible = Classes(member).Where(c => c.WhyNone is not null).Select(c => c.Name).ToHashSet();
        var edits =
            from sample in Values.RandomMembers(member, Seeded).Take(Members)
            let text = ((JsonText)sample.Value).Value
            where text.Length is > 0 and < LongestEdited
            from edit in EditsOf(text)
            where impossible.Contains(edit.Kind)
            select edit;
        Assert.All(
            edits,
            edit =>
                Assert.False(
                    own.AllReject(new JsonText(edit.Text)) && others.All(o => o.AllAccept(new JsonText(edit.Text))),
                    $"{edit.Kind}: {edit.Text}"
                )
        );
    }

    private static IEnumerable<(string Kind, string Text)> EditsOf(string text) =>
        Enumerable
            .Range(0, text.Length)
            .SelectMany(at =>
                new (string, string)[]
                {
                    ("one-fewer", text.Remove(at, 1)),
                    ("one-more", text.Insert(at, $"{text[at]}")),
                    ("one-more", text + text[at]),
                    ("wrong-first", text[at] + text),
                    ("wrong-last", text[..^1] + text[at]),
                    ("replaced", text.Remove(at, 1).Insert(at, $"{text[^1]}")),
                    ("swapped", at == 0 ? text : text.Remove(at - 1, 2).Insert(at - 1, $"{text[at]}{text[at - 1]}")),
                    ("other-case", text.Remove(at, 1).Insert(at, $"{OtherCase(text[at])}")),
                    ("trailing-newline", text + "\n"),
                }
            );

    private static char OtherCase(char c) => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c);

    private static string[] Tried(Member member, Constraint constraint, int randomCount) =>
        [
            .. Values
                .ClassesOf(member, constraint, Seeded with { RandomCount = randomCount })
                .Where(c => !c.Values.IsEmpty)
                .Select(c => $"{c.Side} {c.Name}")
                .Order(),
        ];

    private static ImmutableArray<ValueClass> Classes(Member member) =>
        Values.ClassesOf(member, member.Find<Pattern>()!, Seeded);

    private static Member Called(string path) => Embedded.First(m => m.Path == path);
}
