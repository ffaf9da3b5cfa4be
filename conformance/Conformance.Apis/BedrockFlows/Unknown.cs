using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>What does not exist is rejected.</summary>
internal static class Unknown
{
    private const int IdentifierLength = 10;

    /// <summary>A flow that does not exist.</summary>
    public static Task<Finding> FlowIsNotFound(TestSession test) => IsNotFound(test, "flowIdentifier");

    /// <summary>An alias that the known flow does not have.</summary>
    public static Task<Finding> AliasIsNotFound(TestSession test) => IsNotFound(test, "flowAliasIdentifier");

    /// <summary>A node that the known flow does not have.</summary>
    public static Task<Finding> NodeIsRejected(TestSession test) =>
        new RejectionCheck(
            () => test.Valid(test.Operation),
            [
                .. Rounds(test)
                    .Select(n => new Case(
                        $"unknown-{n}",
                        "an input for a node that the flow does not have",
                        request => request.With(test.MemberOf("inputs[].nodeName"), Name(test, "NoSuchNode"))
                    )),
            ],
            Expectation.AnyClientError
        ).Run(test);

    /// <summary>An output that the input node does not have.</summary>
    public static async Task<Finding> OutputIsObserved(TestSession test)
    {
        await test.Arrange(test.Valid(test.Operation), "a valid request");
        var output = test.MemberOf("inputs[].nodeOutputName");
        var request = test.Valid(test.Operation).With(output, Name(test, "noSuchOutput"));
        var exchange = await test.Send(request, "an output that the input node does not have");
        return Finding.Observed(test.Observe("", "an output that the input node does not have", exchange.InWords()));
    }

    /// <summary>
    /// Not found, as the documents say. Denied is no response to build on: who may invoke one flow alone may be told no more
    /// than that of any other.
    /// </summary>
    private static async Task<Finding> IsNotFound(TestSession test, string segment)
    {
        var member = test.MemberOf(segment);
        var expected = Expectation.Rejected(test.Operation, ErrorCause.NotFound);
        var says = $"a {segment} that names nothing";
        await test.Arrange(test.Valid(test.Operation), "the same with what exists");
        string? denied = null;
        foreach (var tried in Rounds(test))
        {
            test.BeginCase();
            var request = test.Valid(test.Operation).With(member, Identifier(test));
            var exchange = await test.Send(request, says);
            if (exchange.SaysNothing())
                return Finding.Errored($"{says}: {exchange.InWords()}", tried, Causes.SaysNothing(exchange));
            if (exchange.EffectiveStatus() is 401 or 403)
                denied = exchange.InWords();
            else if (!expected.IsMetBy(exchange))
                return test.Fails(says, expected, exchange, tried);
        }
        return denied is null
            ? Finding.Passed(test.Session.Profile.Rounds)
            : Finding.Skipped(SkipReason.NotObservable, $"the credentials don't reach beyond the known flow: {denied}");
    }

    private static IEnumerable<int> Rounds(TestSession test) => Enumerable.Range(1, test.Session.Profile.Rounds);

    /// <summary>As long as the identifiers of flows and of aliases are, so that it is legal for both.</summary>
    private static JsonText Identifier(TestSession test) => new($"{test.NextDraw().Seed:X16}"[..IdentifierLength]);

    private static JsonText Name(TestSession test, string stem) => new($"{stem}{test.NextDraw().Seed:x16}");
}
