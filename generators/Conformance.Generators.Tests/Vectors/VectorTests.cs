using Conformance.Generators.Judging;
using Conformance.Generators.Patterns;
using Conformance.Generators.Tests.Witness;
using Conformance.Schemas;

namespace Conformance.Generators.Tests.Vectors;

/// <summary>The judge, and the readers that check it, against a table made by hand.</summary>
public sealed class VectorTests
{
    private static readonly ImmutableArray<Api> Apis = SchemaCatalog.Embedded();
    private static readonly Judge Judge = new(new PatternLibrary());

    public static IEnumerable<TheoryDataRow<Vector>> Rows =>
        Vector.All().Select(vector => new TheoryDataRow<Vector>(vector) { TestDisplayName = $"{vector}", Label = "" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void TheJudgeSaysWhatTheTableSays(Vector vector)
    {
        var (member, constraint) = SubjectOf(vector);

        Assert.Equal(vector.Verdict, Verdict(Judge.Of(member, constraint, vector.Json())));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void TheReadersAgreeOnWhatTheTableDoesNotCallDisputed(Vector vector)
    {
        var (member, constraint) = SubjectOf(vector);
        var readers = Careful.Of(member, constraint);

        Assert.True(vector.Verdict != "valid" || readers.AllAccept(vector.Json()), "expected all to accept it");
        Assert.True(vector.Verdict != "invalid" || readers.AllReject(vector.Json()), "expected all to reject it");
    }

    [Fact]
    public void TheTableIsLargeAndKnowsEveryPattern()
    {
        var vectors = Vector.All().ToList();
        var patterned = Fixtures.Embedded.Where(m => m.Find<Pattern>() is not null).Select(m => m.Path).ToHashSet();

        Assert.True(vectors.Count >= 200, $"{vectors.Count} rows");
        Assert.Distinct(vectors.Select(v => (v.Member, v.Keyword, v.Value)));
        Assert.Superset(
            patterned,
            vectors.Where(v => v.Keyword == "pattern").Select(v => v.Member.Split('/')[1]).ToHashSet()
        );
        Assert.All(["valid", "invalid", "disputed"], verdict => Assert.Contains(vectors, v => v.Verdict == verdict));
    }

    private static (Member, Constraint) SubjectOf(Vector vector)
    {
        var parts = vector.Member.Split('/');
        var operation = Apis.First(api => api.Name == vector.Api).Operation(parts[0]);
        var member = operation.RequestMembers().First(m => m.Path == parts[1]);
        return (member, member.Constraints.First(c => c.Keyword == vector.Keyword));
    }

    private static string Verdict(Fit fit) =>
        fit switch
        {
            Fit.Keeps => "valid",
            Fit.Breaks => "invalid",
            _ => "disputed",
        };
}
