using System.Collections.Immutable;
using System.Text;
using Conformance.Reference.Http;
using Conformance.Reference.Mutants;
using Conformance.Reference.NovaAct;

namespace Conformance.Reference.Defects.NovaAct;

/// <summary>Bodies that are misread as text, before any member is looked at.</summary>
internal static class Bodies
{
    public static readonly ImmutableArray<OldDefect> All =
    [
        new TakesWhatIsNotJson(),
        new TakesWhatIsNotJsonForRuns(),
        new TakesTruncatedJson(),
        new TakesEmptyBody(),
        new TakesNullBody(),
        new TakesObjectOutOfArray(),
        new TakesObjectOutOfString(),
        new DropsOctetsThatAreNotUtf8(),
        new ReadsBodiesAsLatin1(),
        new TakesAnyContentType(),
        new TakesFormForJson(),
        new TakesTextForJson(),
        new RefusesLineBreaksInJson(),
        new RefusesEscapedLettersInJson(),
        new RefusesDeclaredCharset(),
        new ComparesContentTypeWithCase(),
    ];

    /// <summary>A body that is valid for both operations.</summary>
    public static Func<Incoming, Incoming> Standing()
    {
        var serial = new Serial();
        return request =>
            request with
            {
                Body = Encoding.UTF8.GetBytes(
                    $$"""{"modelId":"m","clientInfo":{"compatibilityVersion":1},"name":"stand-in-{{serial.Next()}}"}"""
                ),
            };
    }

    public static string Text(Incoming request) => Encoding.UTF8.GetString(request.Body.Span);
}

/// <summary>A body that is not one JSON object is taken for a valid one.</summary>
internal abstract class TakesBroken(string what, Func<Incoming, bool> takes, params ImmutableArray<string> breaks)
    : NovaActDefect($"takes {what} for a valid body", breaks)
{
    protected sealed override NovaActBehaviour Twist()
    {
        var standing = Bodies.Standing();
        return Twists.Correct with { ReadBody = r => Twists.Correct.ReadBody(takes(r) ? standing(r) : r) };
    }

    protected static bool IsNotJson(Incoming request) =>
        request.Body.Length > 0 && Twists.Correct.ReadBody(request).Refusal?.Error == "SerializationException";
}

internal sealed class TakesWhatIsNotJson()
    : TakesBroken(
        "what is not JSON",
        IsNotJson,
        "*/body/empty",
        "*/body/malformed-json",
        "*/body/not-an-object",
        "*/body/invalid-utf8"
    )
{
    /// <summary>Text with half a character in it is no JSON to this target.</summary>
    protected override ImmutableArray<string> AlsoBreaks => ["*/pattern/rejected"];
}

internal sealed class TakesWhatIsNotJsonForRuns()
    : TakesBroken(
        "text that is neither object nor array",
        r =>
            IsNotJson(r)
            && Bodies.Text(r).Trim() is [not ('{' or '['), ..]
            && r.RawTarget.EndsWith("runs", StringComparison.Ordinal),
        "CreateWorkflowRun/body/malformed-json"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["CreateWorkflowRun/body/*"];
}

internal sealed class TakesTruncatedJson()
    : TakesBroken(
        "an object that is cut off",
        r => IsNotJson(r) && Bodies.Text(r) is ['{', .., not ('}' or ']')],
        "*/body/malformed-json"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/body/*"];
}

internal sealed class TakesEmptyBody() : TakesBroken("an empty body", r => r.Body.IsEmpty, "*/body/empty");

internal sealed class TakesNullBody()
    : TakesBroken("a body that is null", r => Bodies.Text(r).Trim() == "null", "*/body/not-an-object");

internal sealed class TakesObjectOutOfArray()
    : TakesBroken("an object inside an array", r => Bodies.Text(r) is ['[', '{', ..], "*/body/not-an-object");

internal sealed class TakesObjectOutOfString()
    : TakesBroken("an object inside a string", r => Bodies.Text(r) is ['"', '{', ..], "*/body/not-an-object");

internal sealed class DropsOctetsThatAreNotUtf8()
    : NovaActDefect("drops octets that are not UTF-8", "*/body/invalid-utf8")
{
    /// <summary>It drops all that is not ASCII on the way.</summary>
    protected override ImmutableArray<string> AlsoBreaks =>
        ["*/pattern/rejected", "*/maxLength/rejected", "*/disputed/*"];

    protected override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            ReadBody = r =>
                Twists.Correct.ReadBody(
                    r with
                    {
                        Body = Encoding.UTF8.GetBytes(Bodies.Text(r).Replace("\uFFFD", "", StringComparison.Ordinal)),
                    }
                ),
        };
}

internal sealed class ReadsBodiesAsLatin1()
    : NovaActDefect("reads bodies as Latin-1", "CreateWorkflowDefinition/supporting/get-shows-what-was-created")
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/maxLength/accepted", "*/supporting/*"];

    protected override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            ReadBody = r =>
                Twists.Correct.ReadBody(
                    r with
                    {
                        Body = Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(r.Body.Span)),
                    }
                ),
        };
}

/// <summary>A content type other than JSON's is taken for it.</summary>
internal abstract class TakesContentType(string what, Func<string, bool> takes)
    : NovaActDefect($"takes {what} for JSON", "*/body/content-type")
{
    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            ReadBody = r =>
            {
                if (takes(r.Headers.ContentType.ToString()))
                    r.Headers.ContentType = "application/json";
                return Twists.Correct.ReadBody(r);
            },
        };
}

internal sealed class TakesAnyContentType() : TakesContentType("any content type", _ => true);

internal sealed class TakesFormForJson()
    : TakesContentType("a form", type => type.StartsWith("application/x-www", StringComparison.Ordinal));

internal sealed class TakesTextForJson()
    : TakesContentType("plain text", type => type.StartsWith("text/", StringComparison.Ordinal));

/// <summary>A legal form of JSON is refused.</summary>
internal abstract class RefusesForm(string what, Func<Incoming, bool> refuses)
    : NovaActDefect(
        $"refuses {what}",
        "CreateWorkflowDefinition/body/legal-forms",
        "CreateWorkflowRun/body/legal-forms"
    )
{
    protected override ImmutableArray<string> AlsoBreaks => ["*/idempotency/reordered-body-is-a-replay"];

    protected sealed override NovaActBehaviour Twist() =>
        Twists.Correct with
        {
            ReadBody = r => Twists.Correct.ReadBody(refuses(r) ? r with { Body = "["u8.ToArray() } : r),
        };
}

internal sealed class RefusesLineBreaksInJson()
    : RefusesForm("line breaks in JSON", r => Bodies.Text(r).Contains('\n'));

internal sealed class RefusesEscapedLettersInJson()
    : RefusesForm(
        "escaped letters in JSON",
        r => Bodies.Text(r).Contains(@"\u006", StringComparison.OrdinalIgnoreCase)
    );

internal sealed class RefusesDeclaredCharset()
    : RefusesForm(
        "a declared charset",
        r => r.Headers.ContentType.ToString().Contains("charset", StringComparison.OrdinalIgnoreCase)
    );

internal sealed class ComparesContentTypeWithCase()
    : RefusesForm(
        "a content type in capitals",
        r => r.Headers.ContentType.ToString().StartsWith("Application", StringComparison.Ordinal)
    );
