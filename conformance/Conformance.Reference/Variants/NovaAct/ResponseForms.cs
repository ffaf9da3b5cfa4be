using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Variants.NovaAct.NovaActVariant;

namespace Conformance.Reference.Variants.NovaAct;

/// <summary>Responses written in other ways.</summary>
internal static class ResponseForms
{
    public static readonly ImmutableArray<Variant> Rows =
    [
        Writes(
            "WritesHeadersInLowercase",
            "writes header names in lowercase",
            "rfc9110",
            a => a with { Headers = [.. a.Headers.Select(h => KeyValuePair.Create(h.Key.ToLowerInvariant(), h.Value))] }
        ),
        Writes(
            "DeclaresCharset",
            "declares its charset",
            "rfc9110",
            a => a.WithHeader("Content-Type", "application/json; charset=utf-8")
        ),
        Writes(
            "WritesContentTypeInCapitals",
            "writes its content type in capitals",
            "rfc9110",
            a => a.WithHeader("Content-Type", "Application/JSON;charset=\"UTF-8\"")
        ),
        Writes("GivesMoreMembers", "gives members that no document names", "restjson1", a => a.Rewritten(AddMembers)),
        Writes(
            "GivesMembersInAnotherOrder",
            "gives its members in another order",
            "rfc8259",
            a => a.Rewritten(Reverse)
        ),
        Writes(
            "GivesMembersOverManyLines",
            "gives its members over many lines",
            "rfc8259",
            a => a with { Body = Indented(a) }
        ),
        StartsAs("GivesARunThatHasEnded", RunStatus.Succeeded),
        StartsAs("GivesARunThatHasFailed", RunStatus.Failed),
        StartsAs("GivesARunThatHasTimedOut", RunStatus.TimedOut),
        RespondsToRepeats(
            "GivesPresentStatusToRepeats",
            "gives the present status of a run to a repeat",
            "R16",
            a => a.Rewritten(o => o["status"] = RunStatus.Succeeded)
        ),
    ];

    private static readonly JsonSerializerOptions OverManyLines = new() { WriteIndented = true };

    /// <summary>All responses look different.</summary>
    private static Variant Writes(string name, string says, string allowedBy, Func<Response, Response> change) =>
        Row(
            name,
            says,
            allowedBy,
            () => Twists.Correct with { Finish = (_, response) => response.Body.IsEmpty ? response : change(response) }
        );

    private static void AddMembers(JsonObject body)
    {
        body["traceId"] = 17;
        body["links"] = new JsonArray("a", new JsonObject { ["b"] = null });
    }

    private static void Reverse(JsonObject body)
    {
        foreach (var (name, value) in body.Reverse().ToList())
        {
            body.Remove(name);
            body[name] = value;
        }
    }

    private static byte[] Indented(Response response) =>
        Encoding.UTF8.GetBytes(JsonNode.Parse(response.Body.Span)!.ToJsonString(OverManyLines) + "\n");

    /// <summary>A run is over as soon as it has begun.</summary>
    private static Variant StartsAs(string name, string status) =>
        Row(
            name,
            $"gives a run that is {status} at once",
            "D0:87",
            () =>
                Twists.Finishing(
                    CreateRun,
                    response => response.Status == 201 ? response.Rewritten(o => o["status"] = status) : response
                )
        );

    /// <summary>A run that was in a response before is given in another one.</summary>
    private static Variant RespondsToRepeats(
        string name,
        string says,
        string allowedBy,
        Func<Response, Response> change
    ) =>
        Row(
            name,
            says,
            allowedBy,
            () =>
            {
                var seen = new ConcurrentDictionary<string, bool>();
                return Twists.Finishing(
                    CreateRun,
                    response =>
                        response.Status == 201 && !seen.TryAdd(Encoding.UTF8.GetString(response.Body.Span), true)
                            ? change(response)
                            : response
                );
            }
        );
}
