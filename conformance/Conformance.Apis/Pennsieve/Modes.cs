using Conformance.Engine.Requests;
using Conformance.Engine.Rules;
using Conformance.Engine.Testing;

namespace Conformance.Apis.Pennsieve;

/// <summary>A run is one of an existing instance or of an inline configuration: exactly one of the two (D2:3).</summary>
internal static class Modes
{
    /// <summary>The member of mode 1.</summary>
    public const string Instance = "workflowInstanceId";

    /// <summary>The member of mode 2.</summary>
    public const string Configuration = "workflowInstanceConfiguration";

    public static Task<Finding> ByInstance(TestSession test) =>
        Acceptance.Of(test, "a run of the known instance", () => Runs.With(test, Instance));

    public static Task<Finding> ByConfiguration(TestSession test) =>
        Acceptance.Of(test, "a run of the known configuration", () => Runs.With(test, Configuration));

    /// <summary>Both together are rejected, while each alone is accepted.</summary>
    public static async Task<Finding> RejectBoth(TestSession test)
    {
        await test.Arrange(Runs.With(test, Configuration), "the other control request: with the configuration alone");
        return await Reject(
            test,
            "both an instance and a configuration",
            request => request.With(test.MemberOf(Configuration), test.Session.Fixtures.For(Configuration)!)
        );
    }

    public static Task<Finding> RejectNeither(TestSession test) =>
        Reject(
            test,
            "neither an instance nor a configuration",
            r => r.Without(test.MemberOf(Instance)).Without(test.MemberOf(Configuration))
        );

    public static Task<Finding> RejectUnknownInstance(TestSession test) =>
        Reject(
            test,
            "an instance that does not exist",
            r =>
                r.Without(test.MemberOf(Configuration))
                    .With(test.MemberOf(Instance), KnownNames.Unknown(test, test.MemberOf(Instance)))
        );

    private static Task<Finding> Reject(TestSession test, string says, Func<RequestDraft, RequestDraft> violation) =>
        new RejectionCheck(
            () => Runs.With(test, Instance),
            [new Case(says.Replace(' ', '-'), $"a run with {says}", violation)],
            Runs.Rejected(test)
        ).Run(test);
}
