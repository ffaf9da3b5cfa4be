using Conformance.HostileTargets.Tests.Serving;
using Conformance.Reference.Wire;
using static Conformance.HostileTargets.Tests.ExpectedVerdict;

namespace Conformance.HostileTargets.Tests.Targets;

/// <summary>How long a response says that it is, and how long it is.</summary>
internal static class Framings
{
    private static readonly ExpectedVerdict Lost = Inconclusive("out of reach");

    public static readonly ImmutableArray<HostileTarget> Rows =
    [
        Row(
            "PromisesMore",
            "says that bodies are 10 bytes longer than they are, and closes",
            Lost,
            Twist.LastResponses((head, body) => Length(head, $"{body.Length + 10}") + body)
        ),
        Row(
            "PromisesMoreAndWaits",
            "says that bodies are 10 bytes longer than they are, and keeps the connection",
            Lost,
            Twist.Responses((head, body) => Length(head, $"{body.Length + 10}") + body)
        ) with
        {
            RequestTimeoutSeconds = 1,
        },
        Row(
            "PromisesExabytes",
            "says that bodies have 2^63 - 1 bytes, and closes",
            Lost,
            Twist.LastResponses((head, body) => Length(head, "9223372036854775807") + body)
        ),
        Row(
            "PromisesTooMuch",
            "says that bodies have 2^64 bytes",
            NotAccused,
            Twist.LastResponses((head, body) => Length(head, "18446744073709551616") + body)
        ),
        Row(
            "PromisesLessAndGoesOn",
            "says the same and keeps the connection, so that the rest stands before the next response",
            AccusedOrInconclusive("*"),
            Twist.Responses((head, body) => Length(head, $"{Math.Max(0, body.Length - 5)}") + body)
        ),
        Row(
            "RepeatsLength",
            "sends the same length twice",
            NotAccused,
            Twist.Responses((head, body) => Http.WithLine(head, $"Content-Length: {body.Length}") + body)
        ),
        Row(
            "ContradictsLength",
            "sends two lengths",
            AccusedOrInconclusive(Ids.Responses, Ids.Errors),
            Twist.LastResponses((head, body) => Http.WithLine(head, "Content-Length: 3") + body)
        ),
        Row(
            "SendsLengthAndChunks",
            "sends chunks, and a length beside",
            NotAccused,
            Twist.Responses(
                (head, body) =>
                    Http.WithLine(Http.WithChunks(head, ""), "Content-Length: 3") + Http.Chunk(body) + "0\r\n\r\n"
            )
        ),
        Row(
            "SendsChunksOfOneByte",
            "sends each byte in a chunk of its own",
            Conformant,
            Chunks(body => string.Concat(body.Select(c => Http.Chunk($"{c}"))) + "0\r\n\r\n")
        ),
        Row(
            "NamesChunksOfGarbage",
            "sends a chunk whose size is no number",
            AccusedOrInconclusive(),
            Chunks(body => $"xyz\r\n{body}\r\n0\r\n\r\n")
        ),
        Row(
            "NamesHugeChunks",
            "sends a chunk of size FFFFFFFFFFFFFFFF, and closes",
            AccusedOrInconclusive(),
            Chunks(body => $"FFFFFFFFFFFFFFFF\r\n{body}\r\n0\r\n\r\n")
        ),
        Row(
            "ExtendsChunksBy1MB",
            "sends a chunk with an extension of 1 MB",
            NotAccused,
            Chunks(body => $"{body.Length:x};a={new string('x', 1_000_000)}\r\n{body}\r\n0\r\n\r\n")
        ),
        Row(
            "ExtendsChunksEndlessly",
            "sends a chunk extension without end",
            Lost,
            Twist.Endless(Http.Head("200 OK", "Transfer-Encoding: chunked") + "5;a=", new string('x', 60_000))
        ),
        Row("LeavesLastChunkOut", "closes before the last chunk", Lost, Chunks(Http.Chunk)),
        Row(
            "SendsTrailersOf1MB",
            "sends trailers of 1 MB",
            NotAccused,
            Chunks(body => $"{Http.Chunk(body)}0\r\nX-Trailer: {new string('x', 1_000_000)}\r\n\r\n")
        ),
        Row(
            "SendsEndlessTrailers",
            "sends trailers without end",
            Lost,
            Twist.Endless(Http.Head("200 OK", "Transfer-Encoding: chunked") + "2\r\n{}\r\n0\r\n", "X-Trailer: x\r\n")
        ),
        Row(
            "ChunksEndlessly",
            "sends chunks of one byte without end",
            AccusedOrInconclusive("*"),
            Twist.Endless(
                Http.Head("200 OK", "Transfer-Encoding: chunked"),
                string.Concat(Enumerable.Repeat(Http.Chunk(" "), 10_000))
            )
        ) with
        {
            Only = ["CreateWorkflowDefinition/response/status/required"],
        },
        Row(
            "EncodesInUnknownWays",
            "names a transfer encoding that nobody knows",
            NotAccused,
            Twist.LastResponses((head, body) => Http.Replacing(head, "Transfer-Encoding: rot13") + body)
        ) with
        {
            Only = [Ids.Requests, Ids.Responses],
        },
        Row(
            "SendsBodiesWithout204",
            "responds to everything with 204 and a body",
            Accused("*"),
            Twist.AlwaysLast(Http.Response("204 No Content", "{\"status\":\"ACTIVE\"}"))
        ),
    ];

    private static HostileTarget Row(string name, string says, ExpectedVerdict expected, Func<Func<Pass, Task>> wire) =>
        new(name, "nova-act", says, expected) { Wire = wire };

    private static string Length(string head, string value) => Http.Replacing(head, $"Content-Length: {value}");

    private static Func<Func<Pass, Task>> Chunks(Func<string, string> chunks) =>
        Twist.LastResponses((head, body) => Http.WithChunks(head, chunks(body)));
}
