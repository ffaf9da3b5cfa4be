using Conformance.Apis.BedrockFlows;
using Conformance.Contracts.Interactions;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;

namespace Conformance.Contracts.Provider.States;

/// <summary>States of Amazon Bedrock Flows: no operation makes a flow, so the configuration names what there is.</summary>
internal static class FlowStates
{
    private const string Flow = "flowIdentifier";
    private const string Exception = "exception";
    private const int IdentifierLength = 10;

    public static ImmutableArray<KnownState> All { get; } =
    [
        new(StateNames.FlowExists, (bench, _, usual) => Task.FromResult(Taken(usual, bench, Known(bench)))),
        new(
            StateNames.NoSuchFlow,
            (bench, _, usual) => Task.FromResult(Taken(usual, bench, Known(bench)).With(Flow, Unknown(bench)))
        ),
        new(StateNames.FlowFails, (bench, parameters, usual) => Task.FromResult(Failing(bench, parameters, usual))),
    ];

    private static RequestDraft Known(Workbench bench) => bench.Valid(bench.Session.Api.Operation("InvokeFlow"));

    private static string Unknown(Workbench bench) => $"{bench.NextDraw().Seed:X16}"[..IdentifierLength];

    private static BroughtAbout Failing(Workbench bench, JsonObject parameters, BroughtAbout usual)
    {
        var name = parameters.At(Exception) is JsonText text ? text.Value : "";
        if (Configured(bench, name) is not { } changes)
            throw new CannotArrangeException(
                SkipReason.MissingFixture,
                $"the configuration does not say what makes a flow fail so; name it as {name} in the fixture {Failures.Fixture}"
            );
        var request = Known(bench).Changed($"{Failures.Fixture}.{name}", changes);
        return Taken(usual, bench, request) with { MayFail = true };
    }

    private static JsonValue? Configured(Workbench bench, string name) =>
        bench.Session.Fixtures.For(Failures.Fixture) is JsonObject failures
            ? failures.Properties.FirstOrDefault(p => p.Name == name)?.Value
            : null;

    private static BroughtAbout Taken(BroughtAbout usual, Workbench bench, RequestDraft request) =>
        StateHandler
            .ValuesIn(bench.Session.Api, request)
            .Aggregate(usual, (all, value) => all.With(value.Name, value.Value));
}
