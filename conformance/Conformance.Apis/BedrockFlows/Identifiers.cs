using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;

namespace Conformance.Apis.BedrockFlows;

/// <summary>A flow and its alias can be named by id or by ARN (D3:21, D3:31).</summary>
public static class Identifiers
{
    /// <summary>Name of the fixture that is the known flow's ARN.</summary>
    public const string Flow = "flowArn";

    /// <summary>Name of the fixture that is an ARN of one of its aliases.</summary>
    public const string Alias = "flowAliasArn";

    /// <summary>Each of the two is taken by its ARN, and both together.</summary>
    public static Task<Finding> MayBeArns(Workbench bench) =>
        new AcceptanceProof(
            () => bench.Valid(bench.Operation),
            [
                new Case("flow", "the flow by its ARN", request => WithFlow(bench, request)),
                new Case("alias", "the alias by its ARN", request => WithAlias(bench, request)),
                new Case("both", "both by their ARNs", request => WithAlias(bench, WithFlow(bench, request))),
            ]
        )
        {
            IsAboutTheForm = true,
        }.Prove(bench);

    private static RequestDraft WithFlow(Workbench bench, RequestDraft request) =>
        With(bench, request, "flowIdentifier", Flow);

    private static RequestDraft WithAlias(Workbench bench, RequestDraft request) =>
        With(bench, request, "flowAliasIdentifier", Alias);

    private static RequestDraft With(Workbench bench, RequestDraft request, string segment, string fixture) =>
        request.With(bench.MemberOf(segment), new JsonText(bench.Session.Fixtures.TextFor(fixture) ?? ""));
}
