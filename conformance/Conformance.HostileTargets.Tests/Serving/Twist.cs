using Conformance.Reference.Wire;

namespace Conformance.HostileTargets.Tests.Serving;

/// <summary>What becomes of requests and right responses on the way. All text is Latin-1: every byte is one character.</summary>
internal static class Twist
{
    /// <summary>Every request gets these characters, and the connection stays.</summary>
    public static Func<Func<Pass, Task>> Always(string response) => Requests(pass => pass.WriteAsync(response));

    /// <summary>Every request gets these characters, and the connection ends.</summary>
    public static Func<Func<Pass, Task>> AlwaysLast(string response) =>
        Requests(pass =>
        {
            pass.IsLast = true;
            return pass.WriteAsync(response);
        });

    /// <summary>Every request gets these characters, again and again for as long as the client reads.</summary>
    public static Func<Func<Pass, Task>> Endless(string beginning, string again) =>
        Requests(async pass =>
        {
            await pass.WriteAsync(beginning);
            while (true)
                await pass.WriteAsync(again);
        });

    /// <summary>Whatever comes is handled so.</summary>
    public static Func<Func<Pass, Task>> Requests(Func<Pass, Task> handle) => () => handle;

    /// <summary>Requests of this kind are handled so, and others get their right response.</summary>
    public static Func<Func<Pass, Task>> Requests(Func<string, bool> ofKind, Func<Pass, Task> handle) =>
        () => pass => ofKind(pass.Request) ? handle(pass) : pass.PassOnAsync();

    /// <summary>One request in so many is handled so, and the others get their right response.</summary>
    public static Func<Func<Pass, Task>> OneIn(int number, Func<Pass, Task> handle) =>
        () =>
        {
            var count = 0;
            return pass => Interlocked.Increment(ref count) % number == 0 ? handle(pass) : pass.PassOnAsync();
        };

    /// <summary>After so many right responses every request is handled so.</summary>
    public static Func<Func<Pass, Task>> After(int number, Func<Pass, Task> handle) =>
        () =>
        {
            var count = 0;
            return pass => Interlocked.Increment(ref count) > number ? handle(pass) : pass.PassOnAsync();
        };

    /// <summary>Every right response is written in another way.</summary>
    public static Func<Func<Pass, Task>> Responses(Func<string, string, string> write) =>
        Requests(pass => pass.PassOnAsync(write));

    /// <summary>Every right response is the last of its connection, and written in another way.</summary>
    public static Func<Func<Pass, Task>> LastResponses(Func<string, string, string> write) =>
        Requests(pass =>
        {
            pass.IsLast = true;
            return pass.PassOnAsync(write);
        });

    /// <summary>Every right response has one header line more.</summary>
    public static Func<Func<Pass, Task>> Header(string line) =>
        Responses((head, body) => Http.WithLine(head, line) + body);

    /// <summary>The bodies of successes are other ones.</summary>
    public static Func<Func<Pass, Task>> Successes(Func<string, string> change) =>
        Responses(
            (head, body) => Http.IsSuccess(head) && body.Length > 0 ? Http.WithBody(head, change(body)) : head + body
        );

    /// <summary>The bodies of errors are other ones.</summary>
    public static Func<Func<Pass, Task>> Errors(Func<string, string> change) =>
        Responses(
            (head, body) => Http.IsSuccess(head) || body.Length == 0 ? head + body : Http.WithBody(head, change(body))
        );
}
