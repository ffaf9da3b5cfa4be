using System.Text;
using Conformance.Engine.Http;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using FsCheck.Fluent;

namespace Conformance.Engine.Tests.Running;

/// <summary>The requests of a run, kept where that is asked for.</summary>
public sealed class KeptRequestsTests
{
    private const string Run = "k1t";

    [Fact]
    public void RequestsAreKeptOnlyWhereThatIsAskedFor()
    {
        var (kept, usual) = (new RequestLog(Run) { IsKept = true }, new RequestLog(Run));
        foreach (var log in new[] { kept, usual })
        {
            log.Add("b", 1, "second", Put("given 1234") with { IsUnsigned = true }, ["1234"]);
            log.Add("a", 2, "first", Put("x") with { NeedsRawSocket = true }, []);
        }
        Assert.Empty(usual.Requests);
        Assert.Equal(usual.Digest(), kept.Digest());
        Assert.Equal([("a", 2, "first"), ("b", 1, "second")], kept.Requests.Select(r => (r.Scope, r.Turn, r.Says)));
        Assert.Equal("given {given}", Encoding.UTF8.GetString(kept.Requests[1].Body!.Value.Span));
        Assert.Equal([(false, true), (true, false)], kept.Requests.Select(r => (r.IsUnsigned, r.NeedsRawSocket)));
    }

    [Fact]
    public void RequestsWithoutAnOrderOfTheirOwnAreKeptInOneAllTheSame() =>
        Prop.ForAll(
                Gen.Shuffle<(string Target, string Body, string Says)>([
                        ($"/{Run}", Run, "a"),
                        ($"/{Run}", Run, "b"),
                        ("/%6B1t", Run, "a"),
                        ($"/{Run}", @"\u006B1t", "a"),
                    ])
                    .ToArbitrary(),
                shuffled =>
                {
                    var log = new RequestLog(Run) { IsKept = true };
                    foreach (var (target, body, says) in shuffled)
                        log.Add("clean-up", 0, says, Put(body) with { Target = target }, []);
                    return log
                        .Requests.Select(r => $"{r.Target} {Encoding.UTF8.GetString(r.Body!.Value.Span)} {r.Says}")
                        .SequenceEqual(["/%6B1t k1t a", @"/k1t \u006B1t a", "/k1t k1t a", "/k1t k1t b"]);
                }
            )
            .Holds(10);

    private static WireRequest Put(string body) =>
        new("PUT", "/things", [], Encoding.UTF8.GetBytes(body)) { ContentType = "application/json" };
}
