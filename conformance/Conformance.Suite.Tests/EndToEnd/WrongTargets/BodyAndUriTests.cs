using System.Collections.Immutable;
using System.Text;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Suite.Tests.EndToEnd.Twists;

namespace Conformance.Suite.Tests.EndToEnd.WrongTargets;

/// <summary>Targets that misread what goes over the wire.</summary>
public sealed class BodyAndUriTests
{
    private static readonly Serial Made = new();

    private static readonly ImmutableArray<Lie> Lies =
    [
        new(
            "takes what is not JSON for a valid body",
            () =>
                Correct with
                {
                    ReadBody = r =>
                        Correct.ReadBody(r) is { Refusal.Error: "SerializationException" } && r.Body.Length > 0
                            ? Correct.ReadBody(Standing(r))
                            : Correct.ReadBody(r),
                },
            "*/body/empty",
            "*/body/malformed-json",
            "*/body/not-an-object",
            "*/body/invalid-utf8"
        )
        {
            // Text with half a character in it is no JSON to this target.
            MayBreak = ["*/pattern/rejected"],
        },
        new(
            "takes an empty body for a valid one",
            () => Correct with { ReadBody = r => Correct.ReadBody(r.Body.IsEmpty ? Standing(r) : r) },
            "*/body/empty"
        ),
        new(
            "takes the object out of an array",
            () => Correct with { ReadBody = r => Correct.ReadBody(Text(r).StartsWith('[') ? Standing(r) : r) },
            "*/body/not-an-object"
        ),
        new(
            "drops octets that are not UTF-8",
            () =>
                Correct with
                {
                    ReadBody = r =>
                        Correct.ReadBody(
                            r with
                            {
                                Body = Encoding.ASCII.GetBytes(
                                    string.Concat(Encoding.UTF8.GetString(r.Body.Span).Where(c => c != '\uFFFD'))
                                ),
                            }
                        ),
                },
            "*/body/invalid-utf8"
        )
        {
            MayBreak = ["*"],
        },
        new(
            "takes any content type",
            () =>
                Correct with
                {
                    ReadBody = r =>
                    {
                        r.Headers.ContentType = "application/json";
                        return Correct.ReadBody(r);
                    },
                },
            "*/body/content-type"
        ),
        new(
            "takes form data for JSON",
            () =>
                Correct with
                {
                    ReadBody = r =>
                    {
                        if (r.Headers.ContentType.ToString().StartsWith("application/x-www", StringComparison.Ordinal))
                            r.Headers.ContentType = "application/json";
                        return Correct.ReadBody(r);
                    },
                },
            "*/body/content-type"
        ),
        new("refuses line breaks in JSON", () => Refusing(r => r.Contains('\n')), "*/body/legal-forms")
        {
            MayBreak = ["*/idempotency/reordered-body-is-a-replay"],
        },
        new(
            "refuses escaped letters in JSON",
            () => Refusing(r => r.Contains("\\u006", StringComparison.OrdinalIgnoreCase)),
            "*/body/legal-forms"
        ),
        new(
            "decodes paths twice",
            () => Correct with { ReadTarget = target => Correct.ReadTarget(Uri.UnescapeDataString(target)) },
            "CreateWorkflowRun/uri/illegal-octets"
        )
        {
            MayBreak = ["CreateWorkflowRun/workflowDefinitionName/*"],
        },
        new(
            "does not decode paths",
            () =>
                Correct with
                {
                    ReadTarget = target => RequestTarget.Read(target.Replace("%", "_", StringComparison.Ordinal)),
                },
            "CreateWorkflowRun/uri/decoded-once"
        ),
        new(
            "cuts a name in the path at a semicolon",
            () => Correct with { ReadTarget = Editing(name => name.Split(';')[0]) },
            "CreateWorkflowRun/uri/illegal-octets"
        )
        {
            MayBreak = ["CreateWorkflowRun/workflowDefinitionName/pattern/rejected"],
        },
        new(
            "trims a name in the path",
            () => Correct with { ReadTarget = Editing(name => name.Trim()) },
            "CreateWorkflowRun/uri/illegal-octets"
        )
        {
            MayBreak = ["CreateWorkflowRun/workflowDefinitionName/pattern/rejected"],
        },
        new(
            "ignores broken escapes in the path",
            () =>
                Correct with
                {
                    ReadTarget = target =>
                        Correct.ReadTarget(
                            target
                                .Replace("%zz", "", StringComparison.OrdinalIgnoreCase)
                                .Replace("%%", "%", StringComparison.Ordinal)
                        ),
                },
            "CreateWorkflowRun/uri/illegal-octets"
        ),
    ];

    public static IEnumerable<TheoryDataRow<string>> Rows => Lie.Rows(Lies);

    [Theory]
    [MemberData(nameof(Rows))]
    public Task IsSeenThrough(string lie) => Lie.IsSeenThrough(Lies, lie);

    private static NovaActBehaviour Refusing(Func<string, bool> text) =>
        Correct with
        {
            ReadBody = r => Correct.ReadBody(text(Text(r)) ? r with { Body = "["u8.ToArray() } : r),
        };

    private static string Text(Incoming request) => Encoding.UTF8.GetString(request.Body.Span);

    /// <summary>The same request with a body that is valid for both operations.</summary>
    private static Incoming Standing(Incoming request) =>
        request with
        {
            Body = Encoding.UTF8.GetBytes(
                $$"""{"modelId":"m","clientInfo":{"compatibilityVersion":1},"name":"n{{Made.Next()}}"}"""
            ),
        };

    private static Func<string, RequestTarget> Editing(Func<string, string> name) =>
        raw =>
        {
            var target = RequestTarget.Read(raw);
            return target.Segments.Length > 1 && target.Segments[1] is { } segment
                ? target with
                {
                    Segments = target.Segments.SetItem(1, name(segment)),
                }
                : target;
        };
}
