using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Behaviours;

/// <summary>What was created has an identifier that nothing else has.</summary>
internal static class Distinct
{
    private const int OwnRequests = 12;

    // All others of the run are looked at as well.
    private const int FewOwnRequests = 2;

    /// <summary>
    /// The scenario of an operation that gives identifiers: it sends some requests of its own, and looks at those of the
    /// whole run.
    /// </summary>
    public static readonly Scenario Identifiers = new("identifiers/distinct", AreIdentifiers)
    {
        RunsLast = true,
        Lacks = (_, operation) =>
            operation.Success.Members.Any(m => m.Role == MemberRole.Identifier)
                ? null
                : "a member of the response whose x-role is identifier",
    };

    private static async Task<Finding> AreIdentifiers(TestSession test)
    {
        var watch = test.Session.Identifiers;
        var own = test.Session.Profile.Rounds > 1 ? OwnRequests : FewOwnRequests;
        for (var n = 0; n < own; n++)
            await test.Arrange(test.Valid(test.Operation), "a valid request");
        if (watch.SharedBy(test.Operation.Id) is not { } shared)
            return watch.CountOf(test.Operation.Id) is var count and > 0
                ? Finding.Passed(count)
                : Finding.Skipped(SkipReason.NotObservable, "no response gives an identifier");
        test.NoteFailure(shared.AfterRequests);
        var evidence = new Evidence(
            $"two requests, sent while testing {shared.First.Scope} and {shared.Second.Scope}",
            "two identifiers",
            $"{shared.Identifier} twice",
            [shared.First.Step, shared.Second.Step]
        );
        return Finding.Failed(evidence, watch.CountOf(test.Operation.Id));
    }
}
