using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Answers written in other ways.</summary>
internal static class Answers
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new WritesHeadersInSmallLetters(),
        new DeclaresCharset(),
        new WritesContentTypeInCapitals(),
        new GivesMoreMembers(),
        new GivesMembersInAnotherOrder(),
        new GivesMembersOverManyLines(),
        new GivesARunThatHasEnded(),
        new GivesARunThatHasFailed(),
        new GivesARunThatHasTimedOut(),
        new GivesPresentStatusToRepeats(),
        new AnswersRepeatsWithTwoHundred(),
    ];
}

/// <summary>All answers look different.</summary>
internal abstract class Writes(string says, string allowedBy, Func<Answer, Answer> change)
    : NovaActVariant(says, allowedBy)
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            Finish = (_, answer) => answer.Body.IsEmpty ? answer : change(answer),
        };
}

internal sealed class WritesHeadersInSmallLetters()
    : Writes(
        "writes header names in small letters",
        "rfc9110",
        a => a with { Headers = [.. a.Headers.Select(h => KeyValuePair.Create(h.Key.ToLowerInvariant(), h.Value))] }
    );

internal sealed class DeclaresCharset()
    : Writes("declares its charset", "rfc9110", a => a.WithHeader("Content-Type", "application/json; charset=utf-8"));

internal sealed class WritesContentTypeInCapitals()
    : Writes(
        "writes its content type in capitals",
        "rfc9110",
        a => a.WithHeader("Content-Type", "Application/JSON;charset=\"UTF-8\"")
    );

internal sealed class GivesMoreMembers()
    : Writes(
        "gives members that no document names",
        "restjson1",
        a =>
            a.Rewritten(o =>
            {
                o["traceId"] = 17;
                o["links"] = new JsonArray("a", new JsonObject { ["b"] = null });
            })
    );

internal sealed class GivesMembersInAnotherOrder()
    : Writes(
        "gives its members in another order",
        "rfc8259",
        a =>
            a.Rewritten(o =>
            {
                foreach (var (name, value) in o.Reverse().ToList())
                {
                    o.Remove(name);
                    o[name] = value;
                }
            })
    );

internal sealed class GivesMembersOverManyLines()
    : Writes("gives its members over many lines", "rfc8259", a => a with { Body = Indented(a) })
{
    private static readonly JsonSerializerOptions OverManyLines = new() { WriteIndented = true };

    private static byte[] Indented(Answer answer) =>
        Encoding.UTF8.GetBytes(JsonNode.Parse(answer.Body.Span)!.ToJsonString(OverManyLines) + "\n");
}

/// <summary>A run is over as soon as it has begun.</summary>
internal abstract class StartsAs(string status) : NovaActVariant($"gives a run that is {status} at once", "D0:87")
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Finishing(CreateRun, a => a.Status == 201 ? a.Rewritten(o => o["status"] = status) : a);
}

internal sealed class GivesARunThatHasEnded() : StartsAs(RunStatus.Succeeded);

internal sealed class GivesARunThatHasFailed() : StartsAs(RunStatus.Failed);

internal sealed class GivesARunThatHasTimedOut() : StartsAs(RunStatus.TimedOut);

/// <summary>A run that was answered before is answered in another way.</summary>
internal abstract class AnswersRepeats(string says, string allowedBy, Func<Answer, Answer> change)
    : NovaActVariant(says, allowedBy)
{
    protected sealed override NovaActBehaviour Twist()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        return Twists.Finishing(
            CreateRun,
            answer =>
                answer.Status == 201 && !seen.TryAdd(Encoding.UTF8.GetString(answer.Body.Span), true)
                    ? change(answer)
                    : answer
        );
    }
}

internal sealed class GivesPresentStatusToRepeats()
    : AnswersRepeats(
        "gives the present status of a run to a repeat",
        "R16",
        a => a.Rewritten(o => o["status"] = RunStatus.Succeeded)
    );

internal sealed class AnswersRepeatsWithTwoHundred()
    : AnswersRepeats("answers a repeat, which creates nothing, with 200", "rfc9110", a => a with { Status = 200 });
