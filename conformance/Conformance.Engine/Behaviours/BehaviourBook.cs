using Conformance.Engine.Testing;

namespace Conformance.Engine.Behaviours;

/// <summary>Every scenario of the engine: the one place where they are listed. A register names those that its documents state.</summary>
internal static class BehaviourBook
{
    public static readonly ImmutableArray<Scenario> All =
    [
        new("authentication/missing-credentials", Credentials.AreAskedFor) { Across = Across.None },
        .. Bodies.All,
        .. Uris.All,
        Distinct.Identifiers,
        .. Uniqueness.All,
        WholeNames.Count,
        .. Replays.All,
        .. WholeReplays.All,
        ReplaysAtOnce.Agree,
        .. Tokens.All,
        .. TokenScopes.All,
        .. OtherParameters.All,
        .. Rejections.All,
        .. UnknownReferences.All,
        DeletedReferences.AreNotFound,
        UnknownResources.AreNotFound,
        DeletedResources.AreNotFound,
        NotRemembered.IsFoundLater,
        OtherParents.HaveItNot,
        ReadBack.Shows,
        NamesAskedFor.AreGiven,
        OwnResponses.Belong,
    ];

    /// <summary>The scenario of this name, or null.</summary>
    public static Scenario? Find(string name) => All.FirstOrDefault(s => s.Behaviour == name);
}
