using Conformance.Engine.Requests;
using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Generators;

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

    /// <summary>One that nobody knows, and one with the ending of the known one: a UUID of that ending is nobody's either.</summary>
    public static Task<Finding> RejectUnknownInstance(TestSession test)
    {
        var instance = test.MemberOf(Instance);
        return Reject(
            test,
            Of("an instance that does not exist", _ => KnownNames.Unknown(test, instance)),
            Of("an instance that does not exist, with the ending of the known one", WithItsEnding)
        );

        Case Of(string says, Func<string, JsonValue> value) =>
            Made(says, r => r.Without(test.MemberOf(Configuration)).With(instance, value(r.TextAt(instance)!)));

        JsonValue WithItsEnding(string known)
        {
            var unknown = ((JsonText)KnownNames.Unknown(test, instance)).Value;
            var shared = known.LastIndexOf('-') + 1;
            return new JsonText(unknown.Length == known.Length ? unknown[..shared] + known[shared..] : unknown);
        }
    }

    private static Case Made(string says, Func<RequestDraft, RequestDraft> violation) =>
        new(says.Replace(' ', '-'), $"a run with {says}", violation);

    private static Task<Finding> Reject(TestSession test, string says, Func<RequestDraft, RequestDraft> violation) =>
        Reject(test, Made(says, violation));

    private static Task<Finding> Reject(TestSession test, params ImmutableArray<Case> cases) =>
        new RejectionCheck(() => Runs.With(test, Instance), cases, Runs.Rejected(test)).Run(test);
}
