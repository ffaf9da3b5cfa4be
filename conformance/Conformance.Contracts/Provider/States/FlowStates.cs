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
        new(StateNames.FlowExists, (test, _, usual) => Task.FromResult(Taken(usual, test, Known(test)))),
        new(
            StateNames.NoSuchFlow,
            (test, _, usual) => Task.FromResult(Taken(usual, test, Known(test)).With(Flow, Unknown(test)))
        ),
        new(StateNames.FlowFails, (test, parameters, usual) => Task.FromResult(Failing(test, parameters, usual))),
    ];

    private static RequestDraft Known(TestSession test) => test.Valid(test.Session.Api.Operation("InvokeFlow"));

    private static string Unknown(TestSession test) => $"{test.NextDraw().Seed:X16}"[..IdentifierLength];

    private static BroughtAbout Failing(TestSession test, JsonObject parameters, BroughtAbout usual)
    {
        var name = parameters.At(Exception) is JsonText text ? text.Value : "";
        if (Configured(test, name) is not { } changes)
            throw new CannotArrangeException(
                SkipReason.MissingFixture,
                $"the configuration does not say what makes a flow fail so; name it as {name} in the fixture {Failures.Fixture}"
            );
        var request = Known(test).Changed($"{Failures.Fixture}.{name}", changes);
        return Taken(usual, test, request) with { MayFail = true };
    }

    private static JsonValue? Configured(TestSession test, string name) =>
        test.Session.Fixtures.For(Failures.Fixture) is JsonObject failures
            ? failures.Properties.FirstOrDefault(p => p.Name == name)?.Value
            : null;

    private static BroughtAbout Taken(BroughtAbout usual, TestSession test, RequestDraft request) =>
        StateHandler
            .ValuesIn(test.Session.Api, request)
            .Aggregate(usual, (all, value) => all.With(value.Name, value.Value));
}
