using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Flows and aliases that do not exist are not found.</summary>
internal static class Unknown
{
    private const int IdentifierLength = 10;
    private const int NearMissesPerRound = 3;

    private const string Flow = "flowIdentifier";
    private const string Alias = "flowAliasIdentifier";

    /// <summary>A flow that does not exist.</summary>
    public static Task<Finding> FlowIsNotFound(TestSession test) => IsNotFound(test, Flow, Alias, Identifiers.Flow);

    /// <summary>The same request to a flow that does not exist.</summary>
    public static RequestDraft WithFlow(TestSession test, RequestDraft request) =>
        request.With(test.MemberOf(Flow), new JsonText(Identifier(test)));

    /// <summary>An alias that the known flow does not have.</summary>
    public static Task<Finding> AliasIsNotFound(TestSession test) => IsNotFound(test, Alias, Flow, Identifiers.Alias);

    /// <summary>
    /// Not found, as the documents say. Denied is no response to build on: who may invoke one flow alone may be told no more
    /// than that of any other.
    /// </summary>
    private static async Task<Finding> IsNotFound(TestSession test, string segment, string sibling, string arn)
    {
        var member = test.MemberOf(segment);
        await test.Arrange(test.Valid(test.Operation), "the same with what exists");
        var (tried, denied) = (0, default(string));
        foreach (var miss in Misses(test, member, sibling, arn))
        {
            tried++;
            if (miss.Control is { } control && !await IsTaken(test, member, control))
                continue;
            if (miss.Beside is { } beside && !await IsTaken(test, beside.Member, beside.Value))
                continue;
            var (finding, wasDenied) = await Judge(test, member, miss);
            if (finding is not null)
                return finding with { Cases = tried };
            denied ??= wasDenied;
        }
        return denied is null
            ? Finding.Passed(tried) with
            {
                Observations = await InOtherCase(test, member),
            }
            : Finding.Skipped(SkipReason.NotObservable, $"the credentials don't reach beyond the known flow: {denied}");
    }

    private static IEnumerable<NearMiss> Misses(TestSession test, Member member, string sibling, string arn) =>
        Enumerable
            .Range(0, test.Session.Profile.Rounds)
            .Select(_ => new NearMiss("that names nothing", [Identifier(test)]))
            .Concat(BesideAnArn(test, member))
            .Concat(
                NearMisses
                    .OfIdentifier(test, member, sibling, arn)
                    .Take(NearMissesPerRound * test.Session.Profile.Rounds)
            );

    /// <summary>An alias of nothing is so as well where the flow is named by its ARN.</summary>
    private static IEnumerable<NearMiss> BesideAnArn(TestSession test, Member member) =>
        member.Name == Alias && test.Session.Fixtures.TextFor(Identifiers.Flow) is { Length: > 0 } arn
            ?
            [
                new NearMiss("that names nothing, of a flow named by its ARN", [Identifier(test)])
                {
                    Beside = (test.MemberOf(Flow), arn),
                },
            ]
            : [];

    /// <summary>What is wrong, and what was denied. Who takes one of a kind has to take all: one may exist by chance.</summary>
    private static async Task<(Finding? Finding, string? Denied)> Judge(TestSession test, Member member, NearMiss miss)
    {
        var expected = Expectation.Rejected(test.Operation, ErrorCause.NotFound);
        var says = $"a {member.Name} {miss.Says}";
        test.BeginCase();
        for (var n = 0; n < miss.Values.Length; n++)
        {
            var request = test.Valid(test.Operation).With(member, new JsonText(miss.Values[n]));
            if (miss.Beside is { } beside)
                request = request.With(beside.Member, new JsonText(beside.Value));
            var exchange = await test.Send(request, says);
            if (exchange.SaysNothing())
                return (Finding.Errored($"{says}: {exchange.InWords()}", cause: Causes.SaysNothing(exchange)), null);
            if (exchange.EffectiveStatus() is 401 or 403)
                return (null, exchange.InWords());
            if (expected.IsMetBy(exchange))
                return (null, null);
            if (!exchange.IsAccepted() || n == miss.Values.Length - 1)
                return (test.Fails(says, expected, exchange), null);
        }
        return (null, null);
    }

    private static async Task<bool> IsTaken(TestSession test, Member member, string value)
    {
        test.BeginCase();
        var request = test.Valid(test.Operation).With(member, new JsonText(value));
        return (await test.SendValid(request, "the control: what is known, in the same form")).IsAccepted();
    }

    /// <summary>No document says whether case matters in identifiers.</summary>
    private static async Task<ImmutableArray<Observation>> InOtherCase(TestSession test, Member member)
    {
        if (test.Session.Profile.Rounds == 1 || NearMisses.InOtherCase(test, member) is not { } other)
            return [];
        test.BeginCase();
        var says = $"the known {member.Name} in the other case";
        var exchange = await test.Send(test.Valid(test.Operation).With(member, new JsonText(other)), says);
        return [test.Observe("other-case", says, exchange.InWords())];
    }

    /// <summary>As long as the identifiers of flows and of aliases are, so that it is legal for both.</summary>
    private static string Identifier(TestSession test) => $"{test.NextDraw().Seed:X16}"[..IdentifierLength];
}
