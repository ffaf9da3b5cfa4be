using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Conformance.Reference.Wire;

namespace Conformance.Reference.Variants;

/// <summary>HTTP spoken in other ways. It matters to the kit's client alone, so one API shows it, and another that streams.</summary>
internal static class Wires
{
    public static readonly ImmutableArray<OldVariant> All =
    [
        new AnswersInChunks(),
        new EndsAnswersWithTheConnection(),
        new ClosesAfterEachAnswer(),
        new ClosesWithoutSayingSo(),
        new SendsInterimAnswers(),
        new GivesNoReasonPhrases(),
        new IsSlow(),
        new ThrottlesNowAndThen(),
        new ThrottlesAndSaysForHowLong(),
        new DropsIdleConnections(),
        new LosesAnswers(),
        new FailsNowAndThen(),
        new FailsNowAndThenWhatItDid(),
        new ClosesOnLargeBodies(),
        new SpeaksHttp2(),
        new StreamsOverHttp2(),
    ];
}

/// <summary>The right answers go another way over the wire.</summary>
internal abstract class WireVariant(string says, string allowedBy) : OldVariant("nova-act", says, allowedBy)
{
    public sealed override Func<Pass, Task> Wire() => Passes();

    /// <summary>What happens to one request; what it remembers is made here.</summary>
    protected abstract Func<Pass, Task> Passes();

    /// <summary>The head with this line in place of the one that tells the length.</summary>
    protected static string WithoutLength(string head, string instead) =>
        string.Join(
            "\r\n",
            head.Split("\r\n")
                .Select(l => l.StartsWith("Content-Length", StringComparison.OrdinalIgnoreCase) ? instead : l)
        );
}

internal sealed class AnswersInChunks() : WireVariant("answers in chunks", "rfc9112")
{
    protected override Func<Pass, Task> Passes() =>
        pass => pass.PassOnAsync((head, body) => WithoutLength(head, "Transfer-Encoding: chunked") + Chunks(body));

    private static string Chunks(string body)
    {
        var chunks = new StringBuilder();
        foreach (var part in body.Chunk(7))
            chunks.Append(CultureInfo.InvariantCulture, $"{part.Length:x};a=b\r\n").Append(part).Append("\r\n");
        return chunks.Append("0\r\n\r\n").ToString();
    }
}

internal sealed class EndsAnswersWithTheConnection()
    : WireVariant("speaks HTTP/1.0 and ends each answer with the connection", "rfc9112")
{
    protected override Func<Pass, Task> Passes() =>
        pass =>
        {
            pass.IsLast = true;
            return pass.PassOnAsync(
                (head, body) => "HTTP/1.0" + WithoutLength(head, "Connection: close")["HTTP/1.1".Length..] + body
            );
        };
}

internal sealed class ClosesAfterEachAnswer() : WireVariant("closes the connection after each answer", "rfc9112")
{
    protected override Func<Pass, Task> Passes() =>
        pass =>
        {
            pass.IsLast = true;
            return pass.PassOnAsync((head, body) => head[..^2] + "Connection: close\r\n\r\n" + body);
        };
}

internal sealed class ClosesWithoutSayingSo()
    : WireVariant("closes the connection after each answer without saying so", "rfc9112")
{
    protected override Func<Pass, Task> Passes() =>
        pass =>
        {
            pass.IsLast = true;
            return pass.PassOnAsync();
        };
}

internal sealed class SendsInterimAnswers() : WireVariant("sends an interim answer before each", "rfc9110")
{
    protected override Func<Pass, Task> Passes() =>
        pass => pass.PassOnAsync((head, body) => "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n" + head + body);
}

internal sealed class GivesNoReasonPhrases() : WireVariant("gives no reason phrases", "rfc9112")
{
    protected override Func<Pass, Task> Passes() =>
        pass =>
            pass.PassOnAsync(
                (head, body) =>
                    head[.."HTTP/1.1 200 ".Length] + head[head.IndexOf('\r', StringComparison.Ordinal)..] + body
            );
}

internal sealed class IsSlow() : WireVariant("takes a while for each answer", "no document says how fast")
{
    private static readonly TimeSpan AWhile = TimeSpan.FromMilliseconds(15);

    protected override Func<Pass, Task> Passes() =>
        async pass =>
        {
            await pass.DawdleAsync(AWhile);
            await pass.PassOnAsync();
        };
}

/// <summary>Some requests are put off.</summary>
internal abstract class Throttles(string says, string header, int every) : WireVariant(says, "D0:185")
{
    protected sealed override Func<Pass, Task> Passes()
    {
        var count = 0;
        return pass =>
            Interlocked.Increment(ref count) % every == 0
                ? pass.WriteAsync($"HTTP/1.1 429 Too Many Requests\r\n{header}Content-Length: 0\r\n\r\n")
                : pass.PassOnAsync();
    }
}

internal sealed class ThrottlesNowAndThen() : Throttles("throttles one request in 50 with 429", "", 50);

internal sealed class ThrottlesAndSaysForHowLong()
    : Throttles("throttles one request in 100 with 429 and Retry-After", "Retry-After: 1\r\n", 100);

/// <summary>Connections end between two requests, as those of a server that saves memory do.</summary>
internal sealed class DropsIdleConnections() : WireVariant("ends one connection in five", "rfc9112")
{
    protected override Func<Pass, Task> Passes()
    {
        var count = 0;
        return pass =>
        {
            pass.IsLast = Interlocked.Increment(ref count) % 5 == 0;
            return pass.PassOnAsync();
        };
    }
}

/// <summary>Requests are carried out and connections closed before their answers are out, as behind some load balancers.</summary>
internal sealed class LosesAnswers()
    : WireVariant("closes kept connections before one answer in six, without saying so", "rfc9112")
{
    // What is lost twice running can't be judged.
    public override bool MayBeUndecided => true;

    protected override Func<Pass, Task> Passes()
    {
        var count = 0;
        return async pass =>
        {
            pass.IsLast = !pass.IsFirst && Interlocked.Increment(ref count) % 6 == 0;
            if (pass.IsLast)
                await pass.AnswerAsync();
            else
                await pass.PassOnAsync();
        };
    }
}

/// <summary>Who finds a body too large need not answer at all (RFC 9110, 15.5.14).</summary>
internal sealed class ClosesOnLargeBodies() : WireVariant("closes the connection on bodies above 64 KiB", "rfc9110")
{
    protected override Func<Pass, Task> Passes() =>
        pass =>
        {
            if (pass.Request.Length <= 64 * 1024)
                return pass.PassOnAsync();
            pass.Reset();
            return Task.CompletedTask;
        };
}

/// <summary>A server error now and then, about which the documents say to try again.</summary>
internal abstract class FailsRarely(string says, Func<Pass, Task> before) : WireVariant(says, "D0:131")
{
    private const int Every = 600;

    // What is done and then said to have failed may be in its own way.
    public override bool MayBeUndecided => true;

    protected sealed override Func<Pass, Task> Passes()
    {
        var count = 0;
        return async pass =>
        {
            if (Interlocked.Increment(ref count) % Every != 0)
            {
                await pass.PassOnAsync();
                return;
            }
            await before(pass);
            await pass.WriteAsync(
                "HTTP/1.1 500 Internal Server Error\r\nX-Amzn-ErrorType: InternalServerException\r\n"
                    + "x-amzn-RequestId: 0\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
            );
        };
    }
}

internal sealed class FailsNowAndThen() : FailsRarely("fails one request in 600", _ => Task.CompletedTask);

internal sealed class FailsNowAndThenWhatItDid()
    : FailsRarely("carries out one request in 600 and says that it failed", pass => pass.AnswerAsync());

/// <summary>Another version of HTTP, with header names in small letters and all requests on one connection.</summary>
internal abstract class OverHttp2(string api, string says) : OldVariant(api, says, "rfc9113")
{
    public override string Configuration => "connection: { httpVersion: 2, trustAnyCertificate: true }";

    public override ReferenceOptions Apply(ReferenceOptions right) => right with { SpeaksHttp2 = true };
}

internal sealed class SpeaksHttp2() : OverHttp2("nova-act", "speaks HTTP/2 over TLS");

internal sealed class StreamsOverHttp2() : OverHttp2("bedrock-flows", "streams over HTTP/2");
