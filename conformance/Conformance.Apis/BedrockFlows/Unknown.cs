using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>What does not exist is refused.</summary>
public static class Unknown
{
    private const int IdentifierLength = 10;

    /// <summary>A flow that does not exist.</summary>
    public static Task<Finding> FlowIsNotFound(Workbench bench) => IsNotFound(bench, "flowIdentifier");

    /// <summary>An alias that the known flow does not have.</summary>
    public static Task<Finding> AliasIsNotFound(Workbench bench) => IsNotFound(bench, "flowAliasIdentifier");

    /// <summary>A node that the known flow does not have.</summary>
    public static Task<Finding> NodeIsRefused(Workbench bench) =>
        new RefusalProof(
            () => bench.Valid(bench.Operation),
            [
                .. Rounds(bench)
                    .Select(n => new Case(
                        $"unknown-{n}",
                        "an input for a node that the flow does not have",
                        request => request.With(bench.MemberOf("inputs[].nodeName"), Name(bench, "NoSuchNode"))
                    )),
            ],
            Expectation.AnyClientError
        ).Prove(bench);

    /// <summary>An output that the input node does not have (R21).</summary>
    public static async Task<Finding> OutputIsObserved(Workbench bench)
    {
        await bench.Arrange(bench.Valid(bench.Operation), "a valid request");
        var output = bench.MemberOf("inputs[].nodeOutputName");
        var request = bench.Valid(bench.Operation).With(output, Name(bench, "noSuchOutput"));
        var exchange = await bench.Send(request, "an output that the input node does not have");
        return Finding.Observed(
            bench.Observe("", "R21", "an output that the input node does not have", exchange.InWords())
        );
    }

    /// <summary>
    /// Not found, as the documents say. Denied is no answer to build on: who may invoke one flow alone may be told no more
    /// than that of any other.
    /// </summary>
    private static async Task<Finding> IsNotFound(Workbench bench, string segment)
    {
        var member = bench.MemberOf(segment);
        var expected = Expectation.Refused(bench.Operation, ErrorCause.NotFound);
        var says = $"a {segment} that names nothing";
        await bench.Arrange(bench.Valid(bench.Operation), "the same with what exists");
        string? denied = null;
        foreach (var tried in Rounds(bench))
        {
            bench.BeginCase();
            var request = bench.Valid(bench.Operation).With(member, Identifier(bench));
            var exchange = await bench.Send(request, says);
            if (exchange.SaysNothing())
                return Finding.Errored($"{says}: {exchange.InWords()}", tried);
            if (exchange.EffectiveStatus() is 401 or 403)
                denied = exchange.InWords();
            else if (!expected.IsMetBy(exchange))
                return bench.Fails(says, expected.Says, exchange.InWords(), tried);
        }
        return denied is null
            ? Finding.Passed(bench.Session.Profile.Rounds)
            : Finding.Skipped(SkipReason.NotObservable, $"the credentials don't reach beyond the known flow: {denied}");
    }

    private static IEnumerable<int> Rounds(Workbench bench) => Enumerable.Range(1, bench.Session.Profile.Rounds);

    /// <summary>As long as the identifiers of flows and of aliases are, so that it is legal for both.</summary>
    private static JsonText Identifier(Workbench bench) => new($"{bench.NextDraw().Seed:X16}"[..IdentifierLength]);

    private static JsonText Name(Workbench bench, string stem) => new($"{stem}{bench.NextDraw().Seed:x16}");
}
