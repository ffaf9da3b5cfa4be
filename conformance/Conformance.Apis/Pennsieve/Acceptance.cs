using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Schemas;

namespace Conformance.Apis.Pennsieve;

/// <summary>Runs that have to be accepted.</summary>
internal static class Acceptance
{
    /// <summary>
    /// The run is accepted, by itself or with all that the configuration names: the document is silent on whether a
    /// definition may ask for inputs.
    /// </summary>
    /// <param name="test">Where it is tested.</param>
    /// <param name="says">What the run is, in words.</param>
    /// <param name="valid">The run, fresh each time.</param>
    public static async Task<Finding> Of(TestSession test, string says, Func<RequestDraft> valid)
    {
        var bare = await test.Send(valid(), says);
        if (bare.IsAccepted())
            return Finding.Passed(1);
        if (bare.SaysNothing())
            return Finding.Errored($"{says}: {bare.InWords()}", cause: Causes.SaysNothing(bare));
        var whole = Runs.WithAllKnown(test, valid());
        var trail = test.Trail;
        var response = await test.Send(whole, "the same with all that the configuration names");
        if (!response.IsAccepted())
            return Finding.Failed(
                new(says, Expectation.Accepted.Says, bare.InWords(), trail),
                cause: Causes.Of(test.Operation, Expectation.Accepted, bare)
            );
        return Finding.Passed(2) with
        {
            Observations =
            [
                test.Observe(
                    "",
                    InterpretationTopic.NoEntries,
                    says,
                    $"accepted only with inputs; without: {bare.InWords()}"
                ),
            ],
        };
    }
}
