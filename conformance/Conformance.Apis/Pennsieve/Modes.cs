using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Apis.Pennsieve;

/// <summary>A run is one of an existing instance or of an inline configuration: exactly one of the two (D2:3).</summary>
public static class Modes
{
    private const string Instance = "workflowInstanceId";
    private const string Configuration = "workflowInstanceConfiguration";

    public static Task<Finding> ByInstance(Workbench bench) =>
        Acceptance.Of(bench, "a run of the known instance", () => Runs.With(bench, Instance));

    public static Task<Finding> ByConfiguration(Workbench bench) =>
        Acceptance.Of(bench, "a run of the known configuration", () => Runs.With(bench, Configuration));

    /// <summary>Both together are refused, while each alone is accepted.</summary>
    public static async Task<Finding> RefuseBoth(Workbench bench)
    {
        await bench.Arrange(Runs.With(bench, Configuration), "the other twin: with the configuration alone");
        return await Refuse(
            bench,
            "both an instance and a configuration",
            request => request.With(bench.MemberOf(Configuration), bench.Session.Fixtures.For(Configuration)!)
        );
    }

    public static Task<Finding> RefuseNeither(Workbench bench) =>
        Refuse(bench, "neither an instance nor a configuration", r => r.Without(bench.MemberOf(Instance)));

    public static Task<Finding> RefuseUnknownInstance(Workbench bench) =>
        Refuse(
            bench,
            "an instance that does not exist",
            r => r.With(bench.MemberOf(Instance), KnownNames.Unknown(bench, bench.MemberOf(Instance)))
        );

    /// <summary>Two runs of one configuration are runs of one instance: the second finds what the first created (D2:22).</summary>
    public static async Task<Finding> FindWhatWasCreated(Workbench bench)
    {
        var request = Runs.With(bench, Configuration);
        var first = await bench.Arrange(request, "a run of a configuration");
        var second = await bench.Arrange(request, "another run of the same configuration");
        var (one, other) = (await InstanceOf(bench, first), await InstanceOf(bench, second));
        if (one is null || other is null)
            return Finding.Skipped(
                SkipReason.NotObservable,
                $"no answer tells the run's instance: {second.InWords()}; "
                    + "where it stands under another name, say so with the convention responseInstanceMember"
            );
        return one.Equals(other, StringComparison.OrdinalIgnoreCase)
            ? Finding.Passed(2)
            : bench.Fails("two runs of the same configuration", $"the same instance {one}", $"another one, {other}", 2);
    }

    private static async Task<string?> InstanceOf(Workbench bench, Exchange created)
    {
        const string Member = "responseInstanceMember";
        if (Answers.Text(bench, created, Member) is { } given)
            return given;
        var read = await Runs.ReadBack(bench, Runs.IdOf(bench, created));
        return read is null ? null : Answers.Text(bench, read, Member);
    }

    private static Task<Finding> Refuse(Workbench bench, string says, Func<RequestDraft, RequestDraft> breach) =>
        new RefusalProof(
            () => Runs.With(bench, Instance),
            [new Case(says.Replace(' ', '-'), $"a run with {says}", breach)],
            Runs.Refused(bench)
        ).Prove(bench);
}
