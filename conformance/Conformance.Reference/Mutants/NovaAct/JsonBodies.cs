using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>Bodies that are misread as a whole, before any member is looked at.</summary>
internal static class JsonBodies
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        TakesBroken(
                "TakesWhatIsNotJson",
                "what is not JSON",
                IsNotJson,
                "*/body/empty",
                "*/body/malformed-json",
                "*/body/not-an-object",
                "*/body/invalid-utf8"
            )
            // Text with half a character in it is no JSON to this target.
            .AlsoBreaking("*/pattern/rejected"),
        TakesBroken(
                "TakesWhatIsNotJsonForRuns",
                "text that is neither object nor array",
                r => IsNotJson(r) && Text(r).Trim() is [not ('{' or '['), ..] && IsOfRun(r),
                "CreateWorkflowRun/body/malformed-json"
            )
            .AlsoBreaking("CreateWorkflowRun/body/*"),
        TakesBroken(
                "TakesTruncatedJson",
                "an object that is cut off",
                r => IsNotJson(r) && Text(r) is ['{', .., not ('}' or ']')],
                "*/body/malformed-json"
            )
            .AlsoBreaking("*/body/*"),
        TakesBroken("TakesEmptyBody", "an empty body", r => r.Body.IsEmpty, "*/body/empty"),
        TakesBroken("TakesNullBody", "a body that is null", r => Text(r).Trim() == "null", "*/body/not-an-object"),
        TakesBroken(
            "TakesObjectOutOfArray",
            "an object inside an array",
            r => Text(r) is ['[', '{', ..],
            "*/body/not-an-object"
        ),
        TakesBroken(
            "TakesObjectOutOfString",
            "an object inside a string",
            r => Text(r) is ['"', '{', ..],
            "*/body/not-an-object"
        ),
        Decodes(
                "DropsOctetsThatAreNotUtf8",
                "drops octets that are not UTF-8",
                "*/body/invalid-utf8",
                octets => Encoding.UTF8.GetString(octets).Replace("\uFFFD", "", StringComparison.Ordinal)
            )
            .AlsoBreaking("*/pattern/rejected", "*/maxLength/rejected", "*/disputed/*"),
        Decodes(
                "ReadsBodiesAsLatin1",
                "reads bodies as Latin-1",
                "CreateWorkflowDefinition/supporting/get-shows-what-was-created",
                Encoding.Latin1.GetString
            )
            .AlsoBreaking("*/maxLength/accepted", "*/supporting/*", "*/idempotency/reordered-body-is-a-replay"),
        TakesContentType("TakesAnyContentType", "any content type", _ => true),
        TakesContentType("TakesFormForJson", "a form", type => type.StartsWith("application/x-www", Ordinal)),
        TakesContentType("TakesTextForJson", "plain text", type => type.StartsWith("text/", Ordinal)),
        RejectsForm("RejectsLineBreaksInJson", "line breaks in JSON", r => Text(r).Contains('\n')),
        RejectsForm(
            "RejectsEscapedLettersInJson",
            "escaped letters in JSON",
            r => Text(r).Contains(@"\u006", StringComparison.OrdinalIgnoreCase)
        ),
        RejectsForm(
            "RejectsDeclaredCharset",
            "a declared charset",
            r => ContentType(r).Contains("charset", StringComparison.OrdinalIgnoreCase)
        ),
        RejectsForm(
            "ComparesContentTypeWithCase",
            "a content type in capitals",
            r => ContentType(r).StartsWith("Application", Ordinal)
        ),
        Row(
            "TakesEmptyExportConfigForNone",
            "takes an exportConfig with nothing in it for none",
            ["CreateWorkflowDefinition/exportConfig.s3BucketName/required/rejected"],
            () => Twists.Rewriting(CreateDefinition, WithoutEmptyExportConfig)
        ),
    ];

    private const StringComparison Ordinal = StringComparison.Ordinal;

    public static string Text(Incoming request) => Encoding.UTF8.GetString(request.Body.Span);

    /// <summary>A body that is not one JSON object is taken for a valid one.</summary>
    private static Mutant TakesBroken(
        string name,
        string what,
        Func<Incoming, bool> takes,
        params ImmutableArray<string> breaks
    ) =>
        Row(
            name,
            $"takes {what} for a valid body",
            breaks,
            () =>
            {
                var serial = new Serial();
                return Interpretation(r => takes(r) ? r with { Body = ValidForBoth(serial.Next()) } : r);
            }
        );

    private static byte[] ValidForBoth(int number) =>
        Encoding.UTF8.GetBytes(
            $$"""{"modelId":"m","clientInfo":{"compatibilityVersion":1},"name":"stand-in-{{number}}"}"""
        );

    private static NovaActBehaviour Interpretation(Func<Incoming, Incoming> change) =>
        Twists.Correct with
        {
            ReadBody = request => Twists.Correct.ReadBody(change(request)),
        };

    private static bool IsNotJson(Incoming request) =>
        request.Body.Length > 0 && Twists.Correct.ReadBody(request).Rejection?.Error == "SerializationException";

    private static bool IsOfRun(Incoming request) => request.RawTarget.EndsWith("runs", Ordinal);

    /// <summary>The octets of a body are read as other text.</summary>
    private static Mutant Decodes(string name, string says, string breaks, Func<byte[], string> decode) =>
        Row(
            name,
            says,
            [breaks],
            () => Interpretation(r => r with { Body = Encoding.UTF8.GetBytes(decode(r.Body.ToArray())) })
        );

    /// <summary>A content type other than JSON's is taken for it.</summary>
    private static Mutant TakesContentType(string name, string what, Func<string, bool> takes) =>
        Row(
            name,
            $"takes {what} for JSON",
            ["*/body/content-type"],
            () =>
                Interpretation(r =>
                {
                    if (takes(ContentType(r)))
                        r.Headers.ContentType = "application/json";
                    return r;
                })
        );

    private static string ContentType(Incoming request) => request.Headers.ContentType.ToString();

    /// <summary>A legal form of JSON is rejected.</summary>
    private static Mutant RejectsForm(string name, string what, Func<Incoming, bool> rejects) =>
        Row(
                name,
                $"rejects {what}",
                ["CreateWorkflowDefinition/body/legal-forms", "CreateWorkflowRun/body/legal-forms"],
                () => Interpretation(r => rejects(r) ? r with { Body = "["u8.ToArray() } : r)
            )
            .AlsoBreaking("*/idempotency/reordered-body-is-a-replay");

    private static void WithoutEmptyExportConfig(JsonObject body)
    {
        if (body["exportConfig"] is JsonObject { Count: 0 })
            body.Remove("exportConfig");
    }
}
