using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>A run is one of an existing instance or of an inline configuration: exactly one of the two (D2:3).</summary>
internal static class Modes
{
    private const string Instance = "workflowInstanceId";
    private const string Configuration = "workflowInstanceConfiguration";

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
        Reject(test, "neither an instance nor a configuration", r => r.Without(test.MemberOf(Instance)));

    public static Task<Finding> RejectUnknownInstance(TestSession test) =>
        Reject(
            test,
            "an instance that does not exist",
            r => r.With(test.MemberOf(Instance), KnownNames.Unknown(test, test.MemberOf(Instance)))
        );

    /// <summary>Two runs of one configuration are runs of one instance: the second finds what the first created (D2:22).</summary>
    public static async Task<Finding> FindWhatWasCreated(TestSession test)
    {
        var request = Runs.With(test, Configuration);
        var first = await test.Arrange(request, "a run of a configuration");
        var second = await test.Arrange(request, "another run of the same configuration");
        var (one, other) = (await InstanceOf(test, first), await InstanceOf(test, second));
        if (one is null || other is null)
            return Finding.Skipped(
                SkipReason.NotObservable,
                $"no response tells the run's instance: {second.InWords()}; "
                    + "where it stands under another name, say so with the convention responseInstanceMember"
            );
        return one.Equals(other, StringComparison.OrdinalIgnoreCase)
            ? Finding.Passed(2)
            : test.Fails("two runs of the same configuration", $"the same instance {one}", $"another one, {other}", 2);
    }

    private static async Task<string?> InstanceOf(TestSession test, Exchange created)
    {
        const string Member = "responseInstanceMember";
        if (RunResponses.Text(test, created, Member) is { } given)
            return given;
        var read = await Runs.ReadBack(test, Runs.IdOf(test, created));
        return read is null ? null : RunResponses.Text(test, read, Member);
    }

    private static Task<Finding> Reject(TestSession test, string says, Func<RequestDraft, RequestDraft> violation) =>
        new RejectionCheck(
            () => Runs.With(test, Instance),
            [new Case(says.Replace(' ', '-'), $"a run with {says}", violation)],
            Runs.Rejected(test)
        ).Run(test);
}
