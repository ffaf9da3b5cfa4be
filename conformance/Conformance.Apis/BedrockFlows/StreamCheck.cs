using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>What the stream of a flow that goes well has to be like.</summary>
/// <param name="Expected">In words, for the report.</param>
/// <param name="Look">What one such stream says of it.</param>
internal sealed record StreamCheck(string Expected, Func<Invocation, EventStream, CheckResult> Look)
{
    /// <summary>Whether it holds for the streams of flows that fail as well.</summary>
    public bool BindsFailures { get; init; }

    /// <summary>Whether it is about where a stream ends, so that one that broke off once only decides nothing.</summary>
    public bool IsAboutTheEnd { get; init; }

    /// <summary>
    /// The same of any response to a valid request. A stream that broke off shows nothing there: it may be the network's doing.
    /// </summary>
    public ResponseCheck OfEveryResponse(Operation operation) =>
        new(
            Expected,
            exchange =>
                exchange.Response is { BrokenOff: null }
                    ? Look(Invocation.Of(exchange), operation.Success.Stream!)
                    : default
        )
        {
            BindsStreamedErrors = BindsFailures,
        };

    /// <summary>Looks at the streams of the smallest and of the fullest valid request, after what others have shown.</summary>
    public async Task<Finding> Run(TestSession test)
    {
        if (SeenBefore.Wrong(test, Expected) is { } wrong)
            return wrong;
        var (cases, judged) = (0, 0);
        await foreach (var (says, response) in Responses(test))
        {
            cases++;
            if (IsAboutTheEnd && response.Unsteady is { } unsteady)
                return Finding.Errored($"{says}: {unsteady}", cases);
            var seen = Look(response, Invocation.KindsOf(test)).Within(response.Stream.Unread);
            judged += seen.IsShown ? 1 : 0;
            if (seen.Problem is { } actual)
                return test.Fails($"the response to {says}", Expected, actual, cases, seen.Cause);
            if (seen.Unread is { } limit)
                return Finding.Errored(UnreadResponseException.InWords(limit), cases, new(CauseKind.LimitOfTheKit));
        }
        return judged > 0
            ? Finding.Passed(judged)
            : Finding.Skipped(SkipReason.NotApplicable, "no response holds what this is about", cases);
    }

    private IAsyncEnumerable<(string Says, Invocation Response)> Responses(TestSession test) =>
        BindsFailures ? OfFlowsThatGoWell(test).Concat(Failures.Streams(test)) : OfFlowsThatGoWell(test);

    private static async IAsyncEnumerable<(string Says, Invocation Response)> OfFlowsThatGoWell(TestSession test)
    {
        for (var round = 0; round < test.Session.Profile.Rounds; round++)
            foreach (var (request, says) in Requests(test))
            {
                test.BeginCase();
                yield return (says, await Invocation.Arrange(test, request, says));
            }
    }

    private static IEnumerable<(RequestDraft Request, string Says)> Requests(TestSession test)
    {
        yield return (test.Valid(test.Operation), "a valid request with the required members");
        // The responses to all that others send are looked at as well.
        if (test.Session.Profile.Thoroughness.IsSparing)
            yield break;
        yield return (test.FullOfSureValues(test.Operation), "a valid request with every member");
    }
}
