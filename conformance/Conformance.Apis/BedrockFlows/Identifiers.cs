using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>A flow and its alias can be named by id or by ARN (D3:21, D3:31).</summary>
internal static class Identifiers
{
    /// <summary>Name of the fixture that is the known flow's ARN.</summary>
    public const string Flow = "flowArn";

    /// <summary>Name of the fixture that is an ARN of one of its aliases.</summary>
    public const string Alias = "flowAliasArn";

    /// <summary>Each of the two is taken by its ARN, and both together.</summary>
    public static Task<Finding> MayBeArns(TestSession test) =>
        new AcceptanceCheck(
            () => test.Valid(test.Operation),
            [
                new Case("flow", "the flow by its ARN", request => WithFlow(test, request)),
                new Case("alias", "the alias by its ARN", request => WithAlias(test, request)),
                new Case("both", "both by their ARNs", request => WithAlias(test, WithFlow(test, request))),
            ]
        )
        {
            IsAboutTheForm = true,
        }.Run(test);

    private static RequestDraft WithFlow(TestSession test, RequestDraft request) =>
        With(test, request, "flowIdentifier", Flow);

    private static RequestDraft WithAlias(TestSession test, RequestDraft request) =>
        With(test, request, "flowAliasIdentifier", Alias);

    private static RequestDraft With(TestSession test, RequestDraft request, string segment, string fixture) =>
        request.With(test.MemberOf(segment), new JsonText(test.Session.Fixtures.TextFor(fixture) ?? ""));
}
