using Conformance.Generators.Patterns;
using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

/// <summary>Each class of near miss at each pattern of the documents, in each profile; and members of every length.</summary>
public sealed class NearMissClassesTests
{
    /// <summary>Random values for each constraint: none, and those of the three profiles.</summary>
    private static readonly ImmutableArray<int> Profiles = [0, 2, 40, 200];

    /// <summary>One text or more for each class of character, and where it has to stand.</summary>
    private static readonly ImmutableArray<(string Class, string Text, string Where)> Characters =
    [
        ("an ASCII neighbour", "@", "inside"),
        ("an ASCII neighbour", "[", "inside"),
        ("an ASCII neighbour", "`", "inside"),
        ("an ASCII neighbour", "{", "inside"),
        ("an ASCII neighbour", "/", "inside"),
        ("an ASCII neighbour", ":", "inside"),
        ("a character outside the class", "#", "inside"),
        ("a character outside the class, first", " ", "first"),
        ("a character outside the class, last", " ", "last"),
        ("a trailing newline", "\n", "last"),
        ("a look-alike", "\u0430", "inside"),
        ("a letter that folds to ASCII", "\u212A", "inside"),
        ("a letter that folds to ASCII", "\u017F", "inside"),
        ("a full-width digit", "\uFF11", "inside"),
        ("an Arabic digit", "\u0663", "inside"),
        ("a percent-encoded octet", "%61", "inside"),
        ("NUL", "\0", "inside"),
        ("NUL at the end", "\0", "last"),
        ("a control character", "\u0001", "inside"),
        ("a control character", "\u007F", "inside"),
        ("a combining mark", "\u0301", "inside"),
        ("an astral character", "\U0001F600", "inside"),
        ("half of an astral character", "\uD800", "inside"),
        ("half of an astral character", "\uDC00", "inside"),
    ];

    public static IEnumerable<TheoryDataRow<string, int>> PatternsAndProfiles =>
        from path in Patterned.Select(m => m.Path).Distinct()
        from count in Profiles
        select new TheoryDataRow<string, int>(path, count);

    // Where the anchors or the spelling are in dispute, much of this is as well: the coverage tests say what is left.
    private static IEnumerable<Member> Patterned =>
        Embedded.Where(m => m.Find<Pattern>() is { } pattern && Dispute.On(pattern) is null);

    [Theory]
    [MemberData(nameof(PatternsAndProfiles))]
    public void EveryClassOfCharacterIsTriedWhereItBreaksThePattern(string path, int randomCount)
    {
        var member = Patterned.First(m => m.Path == path);
        var pattern = member.Find<Pattern>()!;
        var alphabet = PatternLanguage.Of(pattern.Text, 300).Alphabet;
        var sent = Values
            .BreakingOnly(member, pattern, Seeded with { RandomCount = randomCount })
            .Samples.Select(sample => ((JsonText)sample.Value).Value)
            .ToList();

        var missing =
            from c in Characters
            where !c.Text.All(alphabet.Contains)
            where member.Place == Place.Body || !c.Class.StartsWith("half", StringComparison.Ordinal)
            where !sent.Any(text => Has(text, c.Text, c.Where))
            select c;
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(PatternsAndProfiles))]
    public void TooShortAndTooLongAreTriedByOneAndByMany(string path, int randomCount)
    {
        var member = Patterned.First(m => m.Path == path);
        foreach (var limit in member.Constraints.Where(c => c is MaxLength or MinLength { Limit: > 3 }))
        {
            var kinds = Values
                .BreakingOnly(member, limit, Seeded with { RandomCount = randomCount })
                .Samples.Select(sample => sample.Kind)
                .ToHashSet();
            Assert.Superset(new HashSet<string> { "one-beyond", "far-beyond" }, kinds);
        }
    }

    [Theory]
    [InlineData("name", 1, 40)]
    [InlineData("exportConfig.s3BucketName", 3, 63)]
    [InlineData("exportConfig.s3KeyPrefix", 1, 100)]
    [InlineData("inputs[].nodeName", 1, 199)]
    public void ANightSendsMembersOfEveryFeasibleLength(string path, int shortest, int longest)
    {
        var member = Patterned.First(m => m.Path == path);
        var lengths = Values
            .JustInside(member, member.Find<Pattern>()!, Seeded with { RandomCount = 200 })
            .Select(sample => ((JsonText)sample.Value).Value.Length);
        Assert.Superset(Enumerable.Range(shortest, longest - shortest + 1).ToHashSet(), lengths.ToHashSet());
    }

    [Theory]
    [InlineData("inputs[].nodeName", 100)]
    public void WhereAPatternAloneLimitsTheLengthItsEdgesAreTried(string path, int longest)
    {
        var member = Patterned.First(m => m.Path == path);
        var pattern = member.Find<Pattern>()!;
        Assert.Contains(Values.JustInside(member, pattern, Seeded), s => s.Value.Equals(Repeated(longest)));
        Assert.Contains(
            Values.BreakingOnly(member, pattern, Seeded).Samples,
            s => s.Value.Equals(Repeated(longest + 1))
        );
    }

    private static JsonText Repeated(int count) => new(new string('a', count));

    private static bool Has(string text, string part, string where) =>
        where switch
        {
            "first" => text.StartsWith(part, StringComparison.Ordinal),
            "last" => text.EndsWith(part, StringComparison.Ordinal),
            _ => text.IndexOf(part, StringComparison.Ordinal) is > 0 and var at && at + part.Length < text.Length,
        };
}
