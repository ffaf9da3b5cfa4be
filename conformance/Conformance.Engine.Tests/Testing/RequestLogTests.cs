using System.Text;
using Conformance.Engine.Http;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Engine.Tests.Testing;

/// <summary>The digest of all requests: the same for the same requests, whatever differs from run to run.</summary>
public sealed class RequestLogTests
{
    private const string Run = "k1t";
    private const string Scope = "sample/Put/it/holds";

    private sealed record Logged(string Scope, int Turn, WireRequest Request);

    [Fact]
    public void AnEmptyIdentifierLeavesNothingOut()
    {
        var request = new WireRequest("GET", "/things/", [], null);
        var log = new RequestLog(Run) { IsKept = true };
        log.Add("a", 1, "", request, [""]);
        Assert.Equal("/things/", log.Requests.Single().Target);
    }

    [Fact]
    public void TheOrderInWhichRequestsGoOutDoesNotMatter() =>
        Prop.ForAll(
                Gen.Elements("a", "b", "c")
                    .SelectMany(scope =>
                        Gen.Choose(0, 3).SelectMany(turn => Request.Select(r => new Logged(scope, turn, r)))
                    )
                    .ListOf()
                    .SelectMany(logged => Gen.Shuffle(logged.ToArray()).Select(other => (logged, other)))
                    .ToArbitrary(),
                of => Digest(Run, [.. of.logged]) == Digest(Run, [.. of.other])
            )
            .Holds(20);

    [Fact]
    public void TheRunsIdDoesNotMatterHoweverItIsSpelled() =>
        Prop.ForAll(
                RunIds
                    .SelectMany(one => RunIds.SelectMany(other => Spelling.Select(spell => (one, other, spell))))
                    .ToArbitrary(),
                of =>
                    Digest(of.one, new Logged(Scope, 1, Put($"!{of.spell(of.one)}!")))
                    == Digest(of.other, new Logged(Scope, 1, Put($"!{of.spell(of.other)}!")))
            )
            .Holds(20);

    [Fact]
    public void AnotherRunsIdDoesMatter() =>
        Assert.NotEqual(
            Digest("one", new Logged(Scope, 1, Put("one"))),
            Digest("one", new Logged(Scope, 1, Put("two")))
        );

    [Theory]
    [InlineData("/uses/1234", "{}")]
    [InlineData("/uses", """{"use":"1234"}""")]
    public void WhatTheTargetGaveDoesNotMatter(string target, string body)
    {
        var (one, other) = (new RequestLog(Run), new RequestLog(Run));
        one.Add(Scope, 1, "it", Put(body) with { Target = target }, ["1234"]);
        other.Add(
            Scope,
            1,
            "it",
            Put(body.Replace("1234", "56", StringComparison.Ordinal)) with
            {
                Target = target.Replace("1234", "56", StringComparison.Ordinal),
            },
            ["56"]
        );
        Assert.Equal(one.Digest(), other.Digest());
        Assert.NotEqual(one.Digest(), Digest(Run, new Logged(Scope, 1, Put(body) with { Target = target })));
    }

    [Fact]
    public void EverythingElseOfARequestMatters()
    {
        WireRequest[] requests =
        [
            Put("a"),
            Put("b"),
            Put("a") with
            {
                Method = "POST",
            },
            Put("a") with
            {
                Target = "/other",
            },
            Put("a") with
            {
                ContentType = "text/plain",
            },
            Put("a") with
            {
                ContentType = null,
            },
            Put("a") with
            {
                Body = null,
            },
        ];
        var digests = requests.Select(r => Digest(Run, new Logged(Scope, 1, r)));
        Assert.Distinct([.. digests, Digest(Run, new Logged("another", 1, Put("a"))), Digest(Run)]);
    }

    [Fact]
    public void TheTurnsOfARequirementMatterInTheirOrderAlone()
    {
        var (first, second) = (Put("a"), Put("b"));
        var inOrder = Digest(Run, new(Scope, 1, first), new(Scope, 2, second));
        Assert.Equal(inOrder, Digest(Run, new(Scope, 3, first), new(Scope, 9, second)));
        Assert.NotEqual(inOrder, Digest(Run, new(Scope, 2, first), new(Scope, 1, second)));
        Assert.NotEqual(inOrder, Digest(Run, new(Scope, 1, first), new(Scope, 2, second), new(Scope, 3, second)));
    }

    private static Gen<WireRequest> Request => Gen.Elements("", "a", "b", Run, "{}").Select(Put);

    private static Gen<string> RunIds =>
        Gen.Choose(2, 7)
            .SelectMany(n => Gen.Elements("abcdefghijklmnopqrstuvwxyz0123456789".ToCharArray()).ArrayOf(n))
            // No word of the requests has a q.
            .Select(characters => $"q{new string(characters)}");

    private static Gen<Func<string, string>> Spelling =>
        Gen.Elements<Func<string, string>>(
            id => id,
            id => Each(id, c => $"%{(int)c:X2}"),
            id => Each(id, c => $"%{(int)c:x2}"),
            id => Each(id, c => $"%25{(int)c:x2}"),
            id => Each(id, c => $"%2525{(int)c:X2}"),
            id => Each(id, c => $@"\u{(int)c:x4}"),
            id => Each(id, c => $@"\u{(int)c:X4}"),
            id => Each(id, c => $"{c}\0"),
            id => $"%{(int)id[0]:X2}{id[1..]}",
            id => $"{id} and {id}"
        );

    private static string Each(string id, Func<char, string> spell) => string.Concat(id.Select(spell));

    private static WireRequest Put(string body) =>
        new("PUT", "/things", [], Encoding.UTF8.GetBytes(body)) { ContentType = "application/json" };

    private static string Digest(string runId, params ImmutableArray<Logged> logged)
    {
        var log = new RequestLog(runId);
        foreach (var (scope, turn, request) in logged)
            log.Add(scope, turn, "it", request, []);
        return log.Digest();
    }
}
