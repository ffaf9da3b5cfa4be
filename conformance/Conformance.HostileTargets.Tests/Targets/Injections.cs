using System.Text;
using System.Text.Json;
using Conformance.HostileTargets.Tests.Judging;
using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Pennsieve;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>Texts that act where they are shown: in browsers, terminals, CI servers, XML and Markdown.</summary>
internal static class Injections
{
    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Row(
            "RejectsEverythingWithInjections",
            "rejects every request with hostile messages",
            Accused(Ids.Requests),
            Always(
                "400 Bad Request",
                text =>
                    $"{{\"message\":{Json(text)},\"reason\":{Json(text)},\"fieldList\":[{{\"name\":{Json(text)},\"message\":{Json(text)}}}]}}"
            )
        ),
        Row(
            "ReturnsInjections",
            "responds to every request with hostile texts that are no JSON",
            Accused("*"),
            Always("418 Teapot", Http.Octets)
        ),
        Row(
            "AcceptsWithInjections",
            "accepts every request with hostile states and ids",
            Accused("*"),
            Always("201 Created", text => $"{{\"status\":{Json(text)},\"workflowRunId\":{Json(text)}}}")
        ),
        Row(
            "NamesMembersWithInjections",
            "responds to every request with hostile member names",
            Accused("*"),
            Always("201 Created", text => $"{{{Json(text)}:{Json(text)}}}")
        ),
        Row(
            "RejectsWithInjections",
            "responds correctly, but its errors hold hostile texts",
            Warned(Ids.Errors),
            Turns(text =>
                Twist.Errors(_ =>
                    $"{{\"message\":{Json(text)},\"reason\":{Json(text)},\"fieldList\":[{{\"name\":{Json(text)},\"message\":{Json(text)}}}]}}"
                )
            )
        ),
        Row(
            "NamesErrorsWithInjections",
            "responds correctly, but its errors have hostile names",
            Warned(Ids.Errors),
            Turns(text =>
                Twist.Responses(
                    (head, body) =>
                        (Http.IsSuccess(head) ? head : Http.Replacing(head, $"X-Amzn-ErrorType: {Line(text)}")) + body
                )
            )
        ),
        Row(
            "TypesWithInjections",
            "responds correctly, but its content types are hostile",
            Accused("*/content-type"),
            Turns(text => Twist.Responses((head, body) => Http.Replacing(head, $"Content-Type: {Line(text)}") + body))
        ),
        Row(
            "IdentifiesWithInjections",
            "responds correctly, with hostile request ids",
            Conformant,
            Turns(text =>
                Twist.Responses((head, body) => Http.Replacing(head, $"x-amzn-RequestId: a{Line(text)}") + body)
            )
        ),
        Row(
            "ReasonsWithInjections",
            "responds to every request with hostile reason phrases",
            Accused("*"),
            Turns(text => Twist.Always(Http.Response($"418 {Line(text)}", "")))
        ),
        Row(
            "RedirectsToInjections",
            "redirects every request to hostile addresses",
            AccusedOrInconclusive("*"),
            Turns(text => Twist.Always(Http.Response("302 Found", "", $"Location: javascript:{Line(text)}")))
        ),
        new(
            "FailsFlowsWithInjections",
            "bedrock-flows",
            "ends every flow in an exception with a hostile name and message",
            Accused("*")
        )
        {
            Change = Events.Instead([.. Payloads.All.Select(text => Exception(text))]),
        },
        new(
            "NamesNodesWithInjections",
            "bedrock-flows",
            "sends outputs of nodes with hostile names before the right one",
            Whatever("*/response/*")
        )
        {
            Change = Events.Before([.. Payloads.All.Select(Output)]),
        },
        new("GivesRunsInjections", "pennsieve", "gives runs hostile names and states", Whatever("*"))
        {
            Wire = Turns(text =>
                Twist.Successes(body => body.Replace("\"STARTED\"", Json(text), StringComparison.Ordinal))
            ),
        },
        new(
            "CallsBackWithInjections",
            "pennsieve",
            "calls back with hostile states and run ids",
            Accused("*/webhook/*")
        )
        {
            Change = right =>
                right with
                {
                    Pennsieve = PennsieveBehaviour.Correct with
                    {
                        WriteWebhook = (writer, run) =>
                        {
                            writer.WriteString("runId", run.Id);
                            writer.WriteString("status", Payloads.All[run.Id.Sum(c => c) % Payloads.All.Length]);
                        },
                    },
                },
        },
    ];

    private static HostileTarget Row(string name, string says, ExpectedVerdict expected, Func<Func<Pass, Task>> wire) =>
        new(name, "nova-act", says, expected) { Wire = wire };

    private static Func<Func<Pass, Task>> Always(string status, Func<string, string> body) =>
        Turns(text =>
            Twist.Always(Http.Response(status, body(text), "Content-Type: application/json", "x-amzn-RequestId: 1"))
        );

    /// <summary>Each request meets the next text.</summary>
    private static Func<Func<Pass, Task>> Turns(Func<string, Func<Func<Pass, Task>>> twist) =>
        () =>
        {
            var twists = Payloads.All.Select(text => twist(text)()).ToList();
            var count = 0;
            return pass => twists[(Interlocked.Increment(ref count) & int.MaxValue) % twists.Count](pass);
        };

    private static string Json(string text) => JsonSerializer.Serialize(text);

    /// <summary>What fits into a header line.</summary>
    private static string Line(string text) =>
        Http.Octets(new string([.. text.Where(c => c is not ('\r' or '\n' or '\0'))]));

    private static byte[] Exception(string text) =>
        Frame.Write(
            [new(":exception-type", text), new(":content-type", "application/json"), new(":message-type", "exception")],
            Encoding.UTF8.GetBytes($"{{\"message\":{Json(text)}}}")
        );

    private static byte[] Output(string text) =>
        Frame.Write(
            FlowEvent.Completion("") with
            {
                Name = "flowOutputEvent",
                Payload = Encoding.UTF8.GetBytes(
                    $"{{\"content\":{{\"document\":{Json(text)}}},\"nodeName\":{Json(text)},\"nodeType\":{Json(text)}}}"
                ),
            }
        );
}
