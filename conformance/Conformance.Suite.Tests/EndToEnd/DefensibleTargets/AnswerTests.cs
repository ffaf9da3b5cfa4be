using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.DefensibleTargets;

/// <summary>Targets that write their answers in another way that the documents and the protocol allow.</summary>
public sealed class AnswerTests
{
    private const string ErrorType = "X-Amzn-ErrorType";

    private static readonly ImmutableArray<Reading> Readings =
    [
        new(
            "names the error in __type alone",
            Named((a, name) => a.WithoutHeader(ErrorType).Rewritten(o => o["__type"] = name))
        ),
        new(
            "names the error in __type with a namespace",
            Named((a, name) => a.WithoutHeader(ErrorType).Rewritten(o => o["__type"] = $"com.amazonaws.novaact#{name}"))
        ),
        new(
            "names the error in code alone",
            Named((a, name) => a.WithoutHeader(ErrorType).Rewritten(o => o["code"] = name))
        ),
        new(
            "names the error with a URI behind it",
            Named(
                (a, name) =>
                    a.WithHeader(ErrorType, $"{name}:http://internal.amazon.com/coral/com.amazon.coral.validate/")
            )
        ),
        new(
            "names the error with a namespace in front",
            Named((a, name) => a.WithHeader(ErrorType, $"aws.protocoltests.restjson#{name}"))
        ),
        new(
            "names the error with a namespace and a URI",
            Named((a, name) => a.WithHeader(ErrorType, $"aws.nova#{name}:http://internal.amazon.com/x#y"))
        ),
        new(
            "writes header names in small letters",
            () =>
                Correct with
                {
                    Finish = (_, a) =>
                        a with
                        {
                            Headers =
                            [
                                .. a.Headers.Select(h => new KeyValuePair<string, string>(
                                    h.Key.ToLowerInvariant(),
                                    h.Value
                                )),
                            ],
                        },
                }
        ),
        new(
            "declares its charset",
            () => Correct with { Finish = (_, a) => a.WithHeader("Content-Type", "application/json; charset=utf-8") }
        ),
        new(
            "writes its content type in capitals",
            () => Correct with { Finish = (_, a) => a.WithHeader("Content-Type", "Application/JSON;charset=\"UTF-8\"") }
        ),
        new("lists no fields (R23)", () => Twists.Refusing(r => r with { FieldList = null })),
        new(
            "lists no field in a list (R23)",
            () => Twists.Refusing(r => r with { FieldList = r.FieldList is null ? null : [] })
        ),
        new("lists fields as JSON pointers (R23)", Fields(path => "/" + path.Replace('.', '/'))),
        new("lists fields as JSON paths (R23)", Fields(path => "$." + path)),
        new("lists fields by their own name alone (R23)", Fields(path => path.Split('.')[^1])),
        new("lists fields in Pascal case (R23)", Fields(path => char.ToUpperInvariant(path[0]) + path[1..])),
        new(
            "says something else in its messages (R23)",
            () => Twists.Refusing(r => r with { Message = "1 validation error detected: Value at 'x' failed" })
        ),
        new("says nothing in its messages (R23)", () => Twists.Refusing(r => r with { Message = "" })),
        new(
            "gives ARNs and types of its own (R23)",
            () =>
                Twists.Refusing(r =>
                    r with
                    {
                        Members =
                        [
                            .. r.Members.Select(m =>
                                m.Key.StartsWith("resource", StringComparison.Ordinal)
                                    ? new(m.Key, $"arn:aws:nova-act:us-east-1:0:{m.Value}")
                                    : m
                            ),
                        ],
                    }
                )
        ),
        new("gives members that no document names", () => Correct with { Finish = (_, a) => Widened(a) }),
        new("gives its members in another order", () => Correct with { Finish = (_, a) => Reversed(a) }),
        new(
            "gives its members over many lines",
            () => Correct with { Finish = (_, a) => a with { Body = a.Body.IsEmpty ? a.Body : Indented(a) } }
        ),
        new("gives a run that has ended at once", Started("SUCCEEDED")),
        new("gives a run that has failed at once", Started("FAILED")),
        new("gives a run that has timed out at once", Started("TIMED_OUT")),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Reading.Rows(Readings);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsNotAccused(string reading) => Reading.IsNotAccused(Readings, reading);

    private static Func<NovaActBehaviour> Named(Func<Answer, string, Answer> change) =>
        () => Correct with { Refuse = refusal => change(Correct.Refuse(refusal), refusal.Error) };

    private static Func<NovaActBehaviour> Fields(Func<string, string> name) =>
        () =>
            Twists.Refusing(r =>
                r with
                {
                    FieldList = r.FieldList is { } fields
                        ? [.. fields.Select(f => f with { Name = name(f.Name) })]
                        : null,
                }
            );

    private static Func<NovaActBehaviour> Started(string status) =>
        () =>
            Finishing(
                NovaActOperation.CreateWorkflowRun,
                a => a.Status == 201 ? a.Rewritten(o => o["status"] = status) : a
            );

    private static Answer Widened(Answer answer) =>
        answer.Body.IsEmpty
            ? answer
            : answer.Rewritten(o =>
            {
                o["traceId"] = 17;
                o["links"] = new JsonArray("a", new JsonObject { ["b"] = null });
            });

    private static Answer Reversed(Answer answer) =>
        answer.Body.IsEmpty
            ? answer
            : answer.Rewritten(o =>
            {
                foreach (var (name, value) in o.Reverse().ToList())
                {
                    o.Remove(name);
                    o[name] = value;
                }
            });

    private static byte[] Indented(Answer answer) =>
        System.Text.Encoding.UTF8.GetBytes(
            JsonNode
                .Parse(answer.Body.Span)!
                .ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }) + "\n"
        );
}
