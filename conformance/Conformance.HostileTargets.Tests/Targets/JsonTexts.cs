using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>JSON that readers stumble over. What the grammar allows is held against nobody.</summary>
internal static class JsonTexts
{
    // No member of its own stands where the document has one.
    private const string Wrong = "*";

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Also("Nests100Deep", "adds a member that nests 100 deep", Conformant, Nested(100)),
        Also("Nests100000Deep", "adds a member that nests 100,000 deep", NotAccused, Nested(100_000)),
        Row(
            "NestsEverything100000Deep",
            "sends arrays that nest 100,000 deep as each body",
            AccusedOrInconclusive(Wrong),
            Twist.Responses((head, _) => Http.WithBody(head, Nested(100_000)))
        ),
        Row(
            "OpensBracketsOnly",
            "sends a million opening brackets as each body",
            Accused(Wrong),
            Twist.Responses((head, _) => Http.WithBody(head, new string('[', 1_000_000)))
        ) with
        {
            Only = [Ids.Requests, Ids.Responses],
        },
        Also("AddsHugeExponents", "adds the number 1e400", Conformant, "1e400"),
        Also("AddsLongNumbers", "adds a number of 5,000 digits", Conformant, new string('9', 5_000)),
        Also("AddsLoneSurrogates", "adds half a surrogate pair, escaped", Conformant, "\"\\ud800\""),
        Also("AddsNul", "adds a text with NUL, escaped", Conformant, "\"a\\u0000b\""),
        Also("AddsHalfAMegabyte", "adds a text of 500 KB", Conformant, $"\"{new string('x', 500_000)}\"") with
        {
            Only = [Ids.Requests, "*/response/status/*"],
        },
        Row("Adds50MB", "adds a text of 50 MB", NotAccused, Large()) with
        {
            Only = [Ids.Requests, Ids.Responses],
        },
        Also(
            "AddsManyMembers",
            "adds an object of 30,000 members",
            Conformant,
            $"{{{string.Join(',', Enumerable.Range(0, 30_000).Select(i => $"\"m{i}\":{i}"))}}}"
        ) with
        {
            Only = [Ids.Requests, "*/response/status/*"],
        },
        Row(
            "NamesMembersOfHalves",
            "adds a member whose name is half a surrogate pair, escaped",
            Conformant,
            First("\"\\ud800\":1")
        ),
        Row(
            "NamesMembersOfPrototypes",
            "adds members that scripts take for their own",
            Conformant,
            First(
                "\"__proto__\":{\"polluted\":true},\"constructor\":{\"prototype\":1},\"$ref\":\"#\",\"$type\":\"System.Diagnostics.Process\""
            )
        ),
        Row("EscapesMemberNames", "escapes every letter of its members' names", Conformant, Twist.Responses(Escaped)),
        Row(
            "RepeatsMembersInvalidFirst",
            "sends each member twice, first with a number",
            Conformant,
            First("\"status\":1,\"workflowRunId\":2,\"message\":3,\"reason\":4,\"fieldList\":5")
        ),
        Row(
            "RepeatsMembersInvalidLast",
            "sends each member twice, with a number at the end",
            AccusedOrInconclusive(Ids.Responses, Ids.Errors),
            Last("\"status\":1,\"workflowRunId\":2,\"message\":3,\"reason\":4")
        ),
        Row(
            "BeginsWithByteOrderMark",
            "begins its JSON with a byte order mark",
            // RFC 8259, 8.1: implementations must not add one.
            Whatever(Ids.Responses, Ids.Errors, "*/supporting/*", "*/robustness/well-formed-json"),
            Twist.Responses((head, body) => Http.WithBody(head, Http.Octets("\ufeff") + body))
        ),
        Row(
            "AddsTextAfterJson",
            "sends more text after its JSON",
            Accused(Wrong),
            Twist.Responses((head, body) => Http.WithBody(head, body + " and so on"))
        ),
        Row(
            "SendsJsonTwice",
            "sends its JSON twice in one body",
            Accused(Wrong),
            Twist.Responses((head, body) => Http.WithBody(head, body + body))
        ),
        Row(
            "AddsInvalidUtf8",
            "adds octets that are no UTF-8 within a text",
            Whatever(Wrong),
            First("\"extra\":\"\u00ff\u00fe\u00c0\u0080\"")
        ),
        Row(
            "AddsRawControls",
            "adds control characters that are not escaped",
            AccusedOrInconclusive(Wrong),
            First("\"extra\":\"\u0000\u0001\u001b[2J\"")
        ),
        Row("AddsNotANumber", "adds NaN and Infinity", Accused(Wrong), First("\"a\":NaN,\"b\":-Infinity")),
        Row(
            "ReturnsNull",
            "sends null as each body",
            Accused(Wrong),
            Twist.Responses((head, _) => Http.WithBody(head, "null"))
        ),
        Row(
            "ReturnsEmptyObjects",
            "sends {} as each body",
            Accused(Ids.Responses, Ids.Errors, "*/supporting/*"),
            Twist.Responses((head, _) => Http.WithBody(head, "{}"))
        ),
        Row(
            "ReturnsMistakenTypes",
            "sends objects where texts are documented",
            Accused(Ids.Responses, Ids.Errors),
            Last(
                "\"status\":{\"a\":[{}]},\"workflowRunId\":[[1]],\"message\":{\"m\":1},\"reason\":[],\"fieldList\":{\"a\":1}"
            )
        ),
    ];

    private static HostileTarget Row(string name, string says, ExpectedVerdict expected, Func<Func<Pass, Task>> wire) =>
        new(name, "nova-act", says, expected) { Wire = wire };

    /// <summary>A right response with one member more.</summary>
    private static HostileTarget Also(string name, string says, ExpectedVerdict expected, string value) =>
        Row(name, says, expected, First($"\"extra\":{value}"));

    /// <summary>These members at the beginning of each object.</summary>
    private static Func<Func<Pass, Task>> First(string members) =>
        Twist.Responses(
            (head, body) =>
                IsObject(body) ? Http.WithBody(head, $"{{{members}{(body is "{}" ? "" : ",")}{body[1..]}") : head + body
        );

    /// <summary>These members at the end of each object.</summary>
    private static Func<Func<Pass, Task>> Last(string members) =>
        Twist.Responses(
            (head, body) =>
                IsObject(body)
                    ? Http.WithBody(head, $"{body[..^1]}{(body is "{}" ? "" : ",")}{members}}}")
                    : head + body
        );

    private static Func<Func<Pass, Task>> Large() =>
        Twist.Requests(async pass =>
        {
            const int characters = 50_000_000;
            var (head, body) = await pass.ResponseAsync();
            if (!IsObject(body))
            {
                await pass.WriteAsync(head + body);
                return;
            }
            const string begin = "{\"extra\":\"";
            var end = $"\",{body[1..]}";
            await pass.WriteAsync(
                Http.Replacing(head, $"Content-Length: {begin.Length + characters + end.Length}") + begin
            );
            for (var left = characters; left > 0; left -= 50_000)
                await pass.WriteAsync(new string('x', 50_000));
            await pass.WriteAsync(end);
        });

    private static string Escaped(string head, string body) =>
        Http.WithBody(
            head,
            System.Text.RegularExpressions.Regex.Replace(
                body,
                "\"(\\w+)\":",
                match => $"\"{string.Concat(match.Groups[1].Value.Select(c => $"\\u{(int)c:x4}"))}\":"
            )
        );

    private static bool IsObject(string body) => body.StartsWith('{');

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
