using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Apis.NovaAct;

/// <summary>A definition that does not exist has no runs.</summary>
public static class Unknown
{
    /// <summary>A run of an unknown definition is refused as not found, while the same run of a known one is accepted.</summary>
    public static Task<Finding> DefinitionIsNotFound(TestSession test)
    {
        var cases = Enumerable
            .Range(1, test.Session.Profile.Rounds)
            .Select(n => new Case(
                $"unknown-{n}",
                "a run of a definition that was never created",
                request => Runs.In(request, Definitions.NameIn(Definitions.Fresh(test)))
            ));
        return new RejectionCheck(
            () => Runs.Fresh(test),
            [.. cases],
            Expectation.Refused(test.Operation, ErrorCause.NotFound)
        ).Prove(test);
    }

    /// <summary>
    /// A name that an existing one is a part of is another: of the longest legal length with one character more, as who
    /// cuts names sees it, and a usual one with more in front or behind.
    /// </summary>
    public static async Task<Finding> NamesCountWhole(TestSession test)
    {
        var usual = await Definitions.Own(test);
        var longest = await Definitions.OfLength(test, LongestName(test));
        return await new RejectionCheck(
            () => Runs.In(Runs.Fresh(test), longest),
            [
                Of($"{longest}x", "an existing name of the longest length with a character behind"),
                Of($"x{longest}", "an existing name of the longest length with a character in front"),
                Of($"{usual}-x", "an existing name with more behind"),
                Of($"x-{usual}", "an existing name with more in front"),
                Of(usual[..^1], "an existing name without its last character"),
            ],
            Expectation.Refused(test.Operation, ErrorCause.NotFound).Or(400, 403, 405, 414)
        ).Prove(test);

        Case Of(string name, string says) => new("part-of-a-name", says, request => Runs.In(request, name));
    }

    private static int LongestName(TestSession test) =>
        test.Operation.Parameters.First(p => p.Role == MemberRole.Reference).Find<MaxLength>()!.Limit;
}
