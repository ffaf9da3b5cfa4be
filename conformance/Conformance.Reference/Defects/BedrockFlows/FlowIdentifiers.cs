using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>Flows and aliases that are found, or not, by the wrong names.</summary>
internal static class FlowIdentifiers
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new RefusesFlowArns(),
        new RefusesAliasArns(),
        new DoesNotKnowFlowsByArn(),
        new KnowsTheTestAliasAlone(),
        new RefusesSmallLettersInFlow(),
        new RefusesDigitsInAlias(),
        new RefusesAliasesOfAnotherLength(),
        new TakesIllFormedFlow(),
        new TakesIllFormedAlias(),
        new TakesTooLongFlow(),
        new TakesTooLongAlias(),
        new FailsOnLongFlow(),
        new FailsOnLongAlias(),
        new TakesEmptyFlow(),
        new TakesEmptyAlias(),
        new CutsFlowAfterTenCharacters(),
        new CutsAliasAtPunctuation(),
        new DecodesFlowTwice(),
        new LeavesFlowEncoded(),
    ];

    public const int Longest = 2048;
}

/// <summary>The identifiers are looked at in another way, and the flow is looked for in another way.</summary>
internal abstract class FindsFlows(string says, params ImmutableArray<string> breaks) : FlowDefect(says, breaks)
{
    protected virtual Check<string> Flow => FlowChecks.FlowIdentifier;

    protected virtual Check<string> Alias => FlowChecks.FlowAliasIdentifier;

    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            FlowIdentifierInPath = Flow,
            FlowAliasIdentifierInPath = Alias,
            Find = Find,
        };

    protected virtual Flow? Find(FlowDirectory directory, string flow, string alias) => directory.Find(flow, alias);

    protected static Check<string> Refusing(Check<string> check, Func<string, bool> also) =>
        value => also(value) ? "expected another value" : check(value);
}

/// <summary>Some values too many name the flow that is there.</summary>
internal abstract class TakesFlow(string says, Func<string, bool> takes, params ImmutableArray<string> breaks)
    : FindsFlows(says, breaks)
{
    protected override Check<string> Flow => value => takes(value) ? null : FlowChecks.FlowIdentifier(value);

    protected override Flow? Find(FlowDirectory directory, string flow, string alias) =>
        directory.Find(takes(flow) ? Offer.EchoFlow : flow, alias);
}

/// <summary>Some values too many name the alias that is there.</summary>
internal abstract class TakesAlias(string says, Func<string, bool> takes, params ImmutableArray<string> breaks)
    : FindsFlows(says, breaks)
{
    protected override Check<string> Alias => value => takes(value) ? null : FlowChecks.FlowAliasIdentifier(value);

    protected override Flow? Find(FlowDirectory directory, string flow, string alias) =>
        directory.Find(flow, takes(alias) ? Offer.TestAlias : alias);
}

internal sealed class RefusesFlowArns() : FindsFlows("refuses ARNs of flows", "identifiers/by-arn")
{
    protected override Check<string> Flow => Refusing(base.Flow, value => value.Contains(':'));
}

internal sealed class RefusesAliasArns() : FindsFlows("refuses ARNs of aliases", "identifiers/by-arn")
{
    protected override Check<string> Alias => Refusing(base.Alias, value => value.Contains(':'));
}

internal sealed class DoesNotKnowFlowsByArn() : FindsFlows("does not know flows by their ARN", "identifiers/by-arn")
{
    protected override Flow? Find(FlowDirectory directory, string flow, string alias) =>
        flow.Contains(':') ? null : directory.Find(flow, alias);
}

internal sealed class KnowsTheTestAliasAlone() : FindsFlows("knows the test alias alone", "identifiers/by-arn")
{
    protected override Flow? Find(FlowDirectory directory, string flow, string alias) =>
        alias == Offer.TestAlias ? directory.Find(flow, alias) : null;
}

internal sealed class RefusesSmallLettersInFlow()
    : FindsFlows("refuses small letters in flowIdentifier", "flowIdentifier/pattern/accepted")
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["error/ResourceNotFoundException/*"];

    protected override Check<string> Flow =>
        Refusing(base.Flow, value => !value.Contains(':') && value.Any(char.IsAsciiLetterLower));
}

internal sealed class RefusesDigitsInAlias()
    : FindsFlows("refuses digits in flowAliasIdentifier", "flowAliasIdentifier/pattern/accepted")
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow =>
        ["flowAliasIdentifier/maxLength/accepted", "not-found/unknown-alias"];

    protected override Check<string> Alias =>
        Refusing(base.Alias, value => !value.Contains(':') && value.Any(char.IsAsciiDigit));
}

internal sealed class RefusesAliasesOfAnotherLength()
    : FindsFlows(
        "refuses aliases of other than ten characters",
        "flowAliasIdentifier/pattern/accepted",
        "flowAliasIdentifier/maxLength/accepted"
    )
{
    protected override Check<string> Alias => Refusing(base.Alias, value => !value.Contains(':') && value.Length != 10);
}

internal sealed class TakesIllFormedFlow()
    : TakesFlow(
        "takes an ill-formed flowIdentifier for the flow",
        value => FlowChecks.FlowIdentifier(value) is not null && value.Length is > 0 and <= FlowIdentifiers.Longest,
        "flowIdentifier/pattern/rejected"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["uri/illegal-octets"];
}

internal sealed class TakesIllFormedAlias()
    : TakesAlias(
        "takes an ill-formed flowAliasIdentifier for the alias",
        value =>
            FlowChecks.FlowAliasIdentifier(value) is not null && value.Length is > 0 and <= FlowIdentifiers.Longest,
        "flowAliasIdentifier/pattern/rejected"
    );

internal sealed class TakesTooLongFlow()
    : TakesFlow(
        "takes a flowIdentifier that is too long for the flow",
        value => value.Length > FlowIdentifiers.Longest,
        "flowIdentifier/maxLength/rejected"
    );

internal sealed class TakesTooLongAlias()
    : TakesAlias(
        "takes a flowAliasIdentifier that is too long for the alias",
        value => value.Length > FlowIdentifiers.Longest,
        "flowAliasIdentifier/maxLength/rejected"
    );

internal sealed class TakesEmptyFlow()
    : TakesFlow("takes no flowIdentifier for the flow", value => value.Length == 0, "flowIdentifier/required/rejected");

internal sealed class TakesEmptyAlias()
    : TakesAlias(
        "takes no flowAliasIdentifier for the alias",
        value => value.Length == 0,
        "flowAliasIdentifier/required/rejected"
    );
