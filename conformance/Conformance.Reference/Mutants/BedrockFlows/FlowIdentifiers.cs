using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Flows and aliases that are found, or not, by the wrong names.</summary>
internal static class FlowIdentifiers
{
    internal const int Longest = 2048;

    public static readonly ImmutableArray<Mutant> Rows =
    [
        RejectsFlows("RejectsFlowArns", "rejects ARNs of flows", ["identifiers/by-arn"], IsArn),
        RejectsAliases("RejectsAliasArns", "rejects ARNs of aliases", ["identifiers/by-arn"], IsArn),
        Row(
            "DoesNotKnowFlowsByArn",
            "does not know flows by their ARN",
            ["identifiers/by-arn"],
            () => Correct with { Find = (all, flow, alias) => IsArn(flow) ? null : all.Find(flow, alias) }
        ),
        Row(
            "KnowsTheTestAliasAlone",
            "knows the test alias alone",
            ["identifiers/by-arn"],
            () => Correct with { Find = (all, flow, alias) => alias == Offer.TestAlias ? all.Find(flow, alias) : null }
        ),
        RejectsFlows(
                "RejectsLowercaseInFlow",
                "rejects lowercase letters in flowIdentifier",
                ["flowIdentifier/pattern/accepted"],
                flow => !IsArn(flow) && flow.Any(char.IsAsciiLetterLower)
            )
            .AlsoBreaking("error/ResourceNotFoundException/*", "not-found/unknown-flow"),
        RejectsAliases(
                "RejectsDigitsInAlias",
                "rejects digits in flowAliasIdentifier",
                ["flowAliasIdentifier/pattern/accepted"],
                alias => !IsArn(alias) && alias.Any(char.IsAsciiDigit)
            )
            .AlsoBreaking("flowAliasIdentifier/maxLength/accepted", "not-found/unknown-alias"),
        RejectsAliases(
                "RejectsAliasesOfAnotherLength",
                "rejects aliases of other than ten characters",
                ["flowAliasIdentifier/pattern/accepted", "flowAliasIdentifier/maxLength/accepted"],
                alias => !IsArn(alias) && alias.Length != 10
            )
            .AlsoBreaking("not-found/unknown-alias", "error/ResourceNotFoundException/*"),
        TakesFlow(
                "TakesIllFormedFlow",
                "takes an ill-formed flowIdentifier for the flow",
                "flowIdentifier/pattern/rejected",
                flow => FlowChecks.FlowIdentifier(flow) is not null && flow.Length is > 0 and <= Longest
            )
            .AlsoBreaking("uri/illegal-octets"),
        TakesAlias(
            "TakesIllFormedAlias",
            "takes an ill-formed flowAliasIdentifier for the alias",
            "flowAliasIdentifier/pattern/rejected",
            alias => FlowChecks.FlowAliasIdentifier(alias) is not null && alias.Length is > 0 and <= Longest
        ),
        TakesFlow(
            "TakesTooLongFlow",
            "takes a flowIdentifier that is too long for the flow",
            "flowIdentifier/maxLength/rejected",
            flow => flow.Length > Longest
        ),
        TakesAlias(
            "TakesTooLongAlias",
            "takes a flowAliasIdentifier that is too long for the alias",
            "flowAliasIdentifier/maxLength/rejected",
            alias => alias.Length > Longest
        ),
        TakesFlow(
            "TakesEmptyFlow",
            "takes no flowIdentifier for the flow",
            "flowIdentifier/required/rejected",
            flow => flow.Length == 0
        ),
        TakesAlias(
            "TakesEmptyAlias",
            "takes no flowAliasIdentifier for the alias",
            "flowAliasIdentifier/required/rejected",
            alias => alias.Length == 0
        ),
    ];

    internal static bool IsArn(string identifier) => identifier.Contains(':');

    /// <summary>Some identifiers of flows are rejected that are well-formed.</summary>
    private static Mutant RejectsFlows(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<string, bool> rejects
    ) =>
        Row(
            name,
            says,
            breaks,
            () => Correct with { FlowIdentifierInPath = Rejecting(FlowChecks.FlowIdentifier, rejects) }
        );

    /// <summary>Some identifiers of aliases are rejected that are well-formed.</summary>
    private static Mutant RejectsAliases(
        string name,
        string says,
        ImmutableArray<string> breaks,
        Func<string, bool> rejects
    ) =>
        Row(
            name,
            says,
            breaks,
            () => Correct with { FlowAliasIdentifierInPath = Rejecting(FlowChecks.FlowAliasIdentifier, rejects) }
        );

    private static Check<string> Rejecting(Check<string> check, Func<string, bool> also) =>
        value => also(value) ? "expected another value" : check(value);

    /// <summary>Some values too many name the flow that is there.</summary>
    internal static Mutant TakesFlow(string name, string says, string breaks, Func<string, bool> takes) =>
        Row(
            name,
            says,
            [breaks],
            () =>
                Correct with
                {
                    FlowIdentifierInPath = flow => takes(flow) ? null : FlowChecks.FlowIdentifier(flow),
                    Find = (all, flow, alias) => all.Find(takes(flow) ? Offer.EchoFlow : flow, alias),
                }
        );

    /// <summary>Some values too many name the alias that is there.</summary>
    internal static Mutant TakesAlias(string name, string says, string breaks, Func<string, bool> takes) =>
        Row(
            name,
            says,
            [breaks],
            () =>
                Correct with
                {
                    FlowAliasIdentifierInPath = alias => takes(alias) ? null : FlowChecks.FlowAliasIdentifier(alias),
                    Find = (all, flow, alias) => all.Find(flow, takes(alias) ? Offer.TestAlias : alias),
                }
        );
}
