using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Proving;
using Conformance.Suite.Requests;
using Conformance.Suite.Streams;

namespace Conformance.Suite.Scenarios.BedrockFlows;

/// <summary>What the stream of a flow that goes well has to be like.</summary>
public static class Events
{
    /// <summary>It is what it says that it is.</summary>
    public static Task<Finding> AreWhatTheySay(Workbench bench) =>
        Prove(
            bench,
            "events as JSON or as an event stream, and a content type that says which",
            (answer, _) => StreamType.IsTrue(answer.Exchange.Response!, answer.Stream),
            OfAllFlows(bench)
        );

    /// <summary>Events that a document describes have the members that it gives them.</summary>
    public static Task<Finding> HaveTheirMembers(Workbench bench) =>
        Prove(
            bench,
            "each documented event with its members",
            (answer, kinds) => EventMembers.AreDocumented(answer.Stream, kinds)
        );

    /// <summary>What an output node gives is there.</summary>
    public static Task<Finding> HoldTheOutputs(Workbench bench) =>
        Prove(bench, "a flowOutputEvent", (answer, kinds) => Completion.HasOutput(answer.Stream, kinds));

    /// <summary>One completion ends it.</summary>
    public static Task<Finding> CompleteOnce(Workbench bench) =>
        Prove(bench, "one flowCompletionEvent", (answer, kinds) => Completion.IsOne(answer.Stream, kinds));

    /// <summary>Nothing comes after the completion.</summary>
    public static Task<Finding> EndWithTheCompletion(Workbench bench) =>
        Prove(
            bench,
            "the flowCompletionEvent as the last event",
            (answer, kinds) => Completion.IsLast(answer.Stream, kinds)
        );

    /// <summary>It ends behind a whole event.</summary>
    public static Task<Finding> AreWhole(Workbench bench) =>
        Prove(
            bench,
            "a stream that ends behind a whole event",
            (answer, _) => StreamEnd.IsWhole(answer.Stream),
            OfAllFlows(bench),
            isAboutTheEnd: true
        );

    /// <summary>Its frames are well formed.</summary>
    public static Task<Finding> AreWellFramed(Workbench bench) =>
        Prove(bench, "well formed frames", (answer, _) => StreamEnd.IsWellFramed(answer.Stream), OfAllFlows(bench));

    private static Task<Finding> Prove(Workbench bench, string expected, Func<Invocation, EventStream, Look> look) =>
        Prove(bench, expected, look, OfFlowsThatGoWell(bench));

    private static async Task<Finding> Prove(
        Workbench bench,
        string expected,
        Func<Invocation, EventStream, Look> look,
        IAsyncEnumerable<(string Says, Invocation Answer)> answers,
        bool isAboutTheEnd = false
    )
    {
        var (cases, judged) = (0, 0);
        await foreach (var (says, answer) in answers.ConfigureAwait(false))
        {
            cases++;
            if (isAboutTheEnd && answer.Unsteady is { } unsteady)
                return Finding.Errored($"{says}: {unsteady}", cases);
            var seen = look(answer, Invocation.KindsOf(bench));
            judged += seen.IsShown ? 1 : 0;
            if (seen.Problem is { } actual)
                return bench.Fails($"the answer to {says}", expected, actual, cases);
        }
        return judged > 0
            ? Finding.Passed(judged)
            : Finding.Skipped(SkipReason.NotApplicable, "no answer holds what this is about", cases);
    }

    /// <summary>How a stream is written does not depend on how its flow ends.</summary>
    private static IAsyncEnumerable<(string Says, Invocation Answer)> OfAllFlows(Workbench bench) =>
        OfFlowsThatGoWell(bench).Concat(Failures.Streams(bench));

    private static async IAsyncEnumerable<(string Says, Invocation Answer)> OfFlowsThatGoWell(Workbench bench)
    {
        for (var round = 0; round < bench.Session.Profile.Rounds; round++)
            foreach (var (request, says) in Requests(bench))
            {
                bench.BeginCase();
                yield return (says, await Invocation.Arrange(bench, request, says).ConfigureAwait(false));
            }
    }

    private static IEnumerable<(RequestDraft Request, string Says)> Requests(Workbench bench)
    {
        yield return (bench.Valid(bench.Operation), "a valid request with the required members");
        yield return (bench.FullOfSureValues(bench.Operation), "a valid request with every member");
    }
}
