using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Flows that fail, as the configuration tells how to bring it about: as an HTTP error or in the stream.</summary>
internal static class Failures
{
    /// <summary>Name of the fixture.</summary>
    public const string Fixture = "failures";

    private const string DocumentPath = "inputs[].content.document";

    /// <summary>Whatever the failure, it is told once, and nothing completes.</summary>
    public static async Task<Finding> EndOnce(TestSession test)
    {
        var judged = 0;
        foreach (var (name, changes) in Configured(test))
        {
            test.BeginCase();
            var (exchange, unsure) = await Provoke(test, name, changes);
            if (unsure is not null)
                return Finding.Errored($"{Says(name)}: {unsure}", judged);
            if (Problem(test, exchange) is { } problem)
                return test.Fails(Says(name), "one exception and no flowCompletionEvent", problem, judged + 1);
            judged++;
        }
        return judged > 0
            ? Finding.Passed(judged)
            : Finding.Skipped(SkipReason.MissingFixture, $"the fixture {Fixture} names no exception");
    }

    /// <summary>A flow that fails in this way ends with this exception.</summary>
    public static Func<TestSession, Task<Finding>> EndsWith(string name) =>
        async test =>
        {
            if (Configured(test).FirstOrDefault(f => f.Name == name) is not { Changes: { } changes })
                return Finding.Skipped(
                    SkipReason.MissingFixture,
                    $"the configuration does not say what makes a flow fail so; name it as {name} in the fixture {Fixture}"
                );
            await test.Arrange(test.Valid(test.Operation), "a flow that goes well");
            var (exchange, unsure) = await Provoke(test, name, changes);
            if (unsure is not null)
                return Finding.Errored($"{Says(name)}: {unsure}");
            var kind = Invocation.KindsOf(test).Find(name)!;
            if (exchange is { Response.Status: >= 200 and < 300, StreamedError: null })
                RequireReadable(Invocation.Of(exchange));
            return IsIt(test, exchange, kind) ? Finding.Passed(1)
                : MayRejectTheDocument(test, exchange, changes)
                    ? Finding.Skipped(
                        SkipReason.MissingFixture,
                        $"{Says(name)} may not take the kit's document{test.Session.Api.Cite(InterpretationTopic.UnknownValue)}: {exchange.InWords()}; "
                            + $"name one that it takes as the fixture {DocumentPath} in the configuration"
                    )
                : test.Fails(Says(name), $"{name}, as {kind.Status} or in the stream", exchange.InWords());
        };

    /// <summary>
    /// The streams of the flows that fail within them, one at a time; none where the configuration names no such flow. What
    /// can't be had for sure is left out: its own requirement says so.
    /// </summary>
    public static async IAsyncEnumerable<(string Says, Invocation Response)> Streams(TestSession test)
    {
        foreach (var (name, changes) in Configured(test))
        {
            test.BeginCase();
            var (exchange, unsure) = await Provoke(test, name, changes);
            if (unsure is null && exchange.Response is { Status: >= 200 and < 300 })
                yield return (Says(name), Invocation.Of(exchange));
        }
    }

    /// <summary>
    /// Whether a flow that never came to its failure may have rejected a document of the kit's own choice: nobody says which
    /// documents this flow takes, and the rejection is the one of what is wrong in the request.
    /// </summary>
    private static bool MayRejectTheDocument(TestSession test, Exchange exchange, JsonValue changes) =>
        test.Session.Fixtures.For(DocumentPath) is null
        && !(changes is JsonObject { Properties: var named } && named.Any(p => IsAboutTheInput(p.Name)))
        && exchange.EffectiveStatus() == test.Operation.ErrorFor(ErrorCause.InvalidInput)?.Status;

    private static bool IsAboutTheInput(string path) => path.StartsWith("inputs", StringComparison.Ordinal);

    private static string Says(string name) => $"what the configuration says to fail with {name}";

    private static IEnumerable<(string Name, JsonValue Changes)> Configured(TestSession test) =>
        test.Session.Fixtures.For(Fixture) is JsonObject { Properties: var failures }
            ? failures.Select(f => (f.Name, f.Value))
            : [];

    /// <summary>What came of it, and why that says nothing of the target; what is lost once may be the network's doing.</summary>
    private static async Task<(Exchange Exchange, string? Unsure)> Provoke(
        TestSession test,
        string name,
        JsonValue changes
    )
    {
        var request = test.Valid(test.Operation).Changed($"{Fixture}.{name}", changes) with { IsMeantToFail = true };
        var exchange = await test.Send(request, Says(name));
        if (exchange.Response is null)
            return (exchange, await test.WhyNoResponse(request, exchange));
        if (exchange.Response.BrokenOff is null)
            return (exchange, null);
        var again = await test.Send(request, "the same again");
        return (again, again.Response is null ? $"first {exchange.InWords()}, then {again.InWords()}" : null);
    }

    /// <summary>An HTTP error is one exception by nature; anything else has to hold one.</summary>
    private static string? Problem(TestSession test, Exchange exchange)
    {
        if (exchange.Response is not { Status: >= 200 and < 300 })
            return exchange.Response is { Status: >= 400 } ? null : exchange.InWords();
        var response = Invocation.Of(exchange);
        var seen = Completion.FailsOnce(response.Stream, Invocation.KindsOf(test));
        if (!seen.IsShown)
            RequireReadable(response);
        return seen.Problem;
    }

    /// <summary>Where a stream can't be read to its end, the exception may stand in the rest of it.</summary>
    private static void RequireReadable(Invocation response)
    {
        UnreadResponseException.ThrowIfUnread(response.Stream);
        if (response.Stream.Fault is not null)
            throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"the response can't be read to its end: {response.Exchange.InWords()}"
            );
    }

    /// <summary>
    /// Whether it is this exception, by its status over HTTP or its name in the stream. Two errors share a status: then a
    /// name that is another error's tells them apart; where there is no name, or one that means nothing, nobody can.
    /// </summary>
    private static bool IsIt(TestSession test, Exchange exchange, EventKind kind)
    {
        if (exchange.StreamedError is { } streamed)
            return streamed.Name.Equals(kind.Name, StringComparison.OrdinalIgnoreCase);
        var named = ErrorName.Of(exchange, test.Operation.ErrorName);
        return exchange.Response?.Status == kind.Status
            && !test.Operation.Errors.Any(e => e.Name == named && !IsSame(e, kind));
    }

    private static bool IsSame(ErrorResponse error, EventKind kind) =>
        error.Name.Equals(kind.Name, StringComparison.OrdinalIgnoreCase);
}
