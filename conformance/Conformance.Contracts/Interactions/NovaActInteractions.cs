using Conformance.Contracts.Native;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>Amazon Nova Act: which state each request needs.</summary>
internal static class NovaActInteractions
{
    private static readonly ProviderState Free = new(StateNames.NoDefinitionHasTheName);
    private static readonly ProviderState Exists = new(StateNames.DefinitionExists);

    /// <summary>Optional operations that change nothing which others still need.</summary>
    private static readonly (string Operation, string State)[] Optional =
    [
        ("DeleteWorkflowDefinition", StateNames.DefinitionExists),
        ("GetWorkflowDefinition", StateNames.DefinitionExists),
        ("GetWorkflowRun", StateNames.RunExists),
        ("ListWorkflowDefinitions", StateNames.DefinitionExists),
        ("ListWorkflowRuns", StateNames.RunExists),
    ];

    public static IEnumerable<Interaction> Of(Api api) =>
        [
            .. Definitions(new(api, "CreateWorkflowDefinition")),
            .. Runs(new(api, "CreateWorkflowRun")),
            .. Supporting(api),
        ];

    private static IEnumerable<Interaction> Definitions(Duties duties)
    {
        var earlier = duties.Holding("name", "clientToken", "description");
        return
        [
            .. duties.Minimal(Free),
            duties.Full(Free),
            duties.Repeated(earlier, new(StateNames.DefinitionWasCreatedWithToken, earlier.Fixed)),
            .. duties.Invalid(Free),
            .. duties.Rejected(
                new(duties.Required, "ConflictException", "with a name that is taken", new(StateNames.NameIsTaken)),
                "uniqueness/duplicate-name"
            ),
        ];
    }

    private static IEnumerable<Interaction> Runs(Duties duties)
    {
        var earlier = duties.Holding(
            "modelId",
            "clientToken",
            "clientInfo",
            "clientInfo.compatibilityVersion",
            "clientInfo.sdkVersion"
        );
        var started = new ProviderState(StateNames.RunWasStartedWithToken, earlier.Fixed);
        return
        [
            .. duties.Minimal(Exists),
            duties.Full(Exists),
            duties.Repeated(earlier, started),
            .. duties.Invalid(Exists),
            .. duties.Rejected(
                new(duties.Required, "ResourceNotFoundException", "of a definition that does not exist", Free),
                "not-found/unknown-definition"
            ),
            OtherParameters(duties, earlier, started),
        ];
    }

    /// <summary>A conflict is expected, and any other rejection is as good.</summary>
    private static Interaction OtherParameters(Duties duties, Sending earlier, ProviderState started)
    {
        var behaviour = duties.Behaviour("idempotency/other-parameters/conflict");
        var version = duties.Operation.RequestMembers().First(m => m.Path == "clientInfo.sdkVersion");
        return new Asking(
            earlier.With(version.Path, Match.Regex("1.4.1", Matchers.RegexOf(version)!)),
            "refused-other-parameters",
            "with a client token that was used with other parameters",
            started
        )
        {
            Interpretations = behaviour.Interpretations,
            Control = "replay",
        }.Expecting(ExpectedResponse.OfStatus(Match.StatusClass(409, "clientError"), Facts.Of(behaviour)));
    }

    private static IEnumerable<Interaction> Supporting(Api api) =>
        from optional in Optional
        let duties = new Duties(api, optional.Operation)
        let asking = new Asking(duties.Required, Duties.Success, "of what exists", new ProviderState(optional.State))
        from interaction in duties.Accepted(asking)
        select interaction;
}
