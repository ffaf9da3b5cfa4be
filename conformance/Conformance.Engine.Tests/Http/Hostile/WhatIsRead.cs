using Conformance.Apis.BedrockFlows;
using Conformance.Engine.Behaviours;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Http;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Running;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Reports.Secrecy;
using Conformance.Schemas;
using RunResponses = Conformance.Apis.Pennsieve.RunResponses;

namespace Conformance.Engine.Tests.Http.Hostile;

/// <summary>Everything that the engine reads from an exchange, whatever it is about.</summary>
internal static class WhatIsRead
{
    private static readonly ImmutableArray<Operation> Operations =
    [
        .. KitRuns.Everything.SelectMany(planned => planned.Api.Documented),
    ];

    private static readonly RequestDraft Draft = new(Operations[0], ImmutableDictionary<string, string>.Empty, null);

    private static readonly ImmutableArray<ResponseCheck> Duties =
    [
        .. KitRuns
            .Everything.SelectMany(planned => planned.Requirements)
            .Select(r => r.Responses)
            .OfType<ResponseCheck>(),
    ];

    private static readonly ImmutableArray<Invariant> Invariants = Robustness.Of(ProtocolCatalog.Of("rest-json-1"));

    private static readonly ImmutableArray<Member> RequestMembers =
    [
        .. Operations.SelectMany(operation => operation.RequestMembers()),
    ];

    private static readonly Operation Streaming = Operations.First(o => o.Success.Stream is not null);

    private static readonly Secrets Secrets = Knowing("a secret that is long enough");

    private static readonly JsonValue Context = JsonValue.Parse("""{"a":[1e400,"x",{"b":0.1}]}""");

    private static readonly DeliveryWay Way = new(new Uri("http://kit.test/run7/t0ken"), true, TimeSpan.MaxValue / 4);
    private static readonly WebhookKey Key = new("us-east-1", "lambda", "AKID", "secret");

    private static readonly ImmutableArray<string> Authorizations =
    [
        "AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/lambda/aws4_request, SignedHeaders=host;x-amz-date, Signature=00",
        "AWS4-HMAC-SHA256 Credential=////, SignedHeaders=;;, Signature=",
        "AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256 ,,=,=",
    ];

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Names of all members that responses and events have.</summary>
    public static ImmutableArray<string> MemberNames { get; } =
    [
        .. Operations
            .SelectMany(o =>
                o.Success.Members.Concat(o.Errors.SelectMany(e => e.Members))
                    .Concat(o.Success.Stream?.Events.SelectMany(e => e.Members) ?? [])
            )
            .SelectMany(member => member.SelfAndBelow())
            .Select(member => member.WireName)
            .Concat(EventNames)
            .Distinct(),
    ];

    /// <summary>Names of all events.</summary>
    public static ImmutableArray<string> EventNames => [.. Streaming.Success.Stream!.Events.Select(e => e.Name)];

    /// <summary>Reads it all, and some of the requirements' looks, drawn by chance.</summary>
    public static void Of(Exchange exchange, Chance chance)
    {
        Words(exchange);
        if (exchange.Response is { } response)
            Response(exchange, response, chance);
    }

    private static void Words(Exchange exchange)
    {
        var streamed = StreamErrors.Noted(exchange, Streaming);
        foreach (var seen in new[] { exchange, streamed }.Distinct(ReferenceEqualityComparer.Instance).Cast<Exchange>())
        {
            Assert.InRange(seen.InWords().Length, 1, 1_500);
            _ = (seen.IsAccepted(), seen.SaysNothing(), seen.MayConflictWithItself(), seen.IsTooLarge());
            _ = (
                seen.Limit(),
                seen.EffectiveStatus(),
                ErrorName.Of(seen, Streaming.ErrorName),
                seen.Json(),
                seen.Text("status")
            );
            foreach (var name in FieldList.Named(seen, Streaming))
                _ = FieldList.MeansItself(name, RequestMembers[0]) || FieldList.MeansSame(name, RequestMembers[^1]);
        }
        _ = new EvidenceBudget(Secrets).Of(new Evidence("a case", "this", "that", [new Step("sent", streamed)]));
    }

    private static void Response(Exchange exchange, ReceivedResponse response, Chance chance)
    {
        _ = RetryAfter.IsAskedFor(response);
        Assert.InRange(
            RetryAfter.PauseAfter(response, 1 + chance.Few(30), Now, new TargetClientOptions()),
            TimeSpan.Zero,
            new TargetClientOptions().LongestRetryAfter
        );
        _ = (MediaType.Problem(response, "application/json"), StreamDecoder.Likeness(response));
        foreach (var invariant in Invariants)
            _ = invariant.IsBroken(new Observed(Draft, response, "kit"));
        Stream(response);
        if (chance.In100(25))
            Delivery(response, chance);
        // What is more than the kit reads is said so with an exception of its own.
        if (exchange.Unread() is null && RunResponses.Body(exchange) is { } body && exchange.Json() is { } json)
            _ = (SameDocument.Difference(body, json), body.ToJson());
        for (var looks = 0; looks < 2; looks++)
        {
            _ = chance.Of(Duties).Look(exchange);
            Error(exchange, chance);
        }
    }

    private static void Stream(ReceivedResponse response)
    {
        var kinds = Streaming.Success.Stream!;
        var stream = StreamDecoder.Decode(response);
        Assert.InRange(StreamWords.Of(stream).Length, 1, 1_500);
        _ = (StreamType.IsTrue(response, stream), ExceptionMessages.SayThatTheyAre(stream, kinds));
        _ = (StreamEnd.IsWhole(stream), StreamEnd.IsWellFramed(stream), EventMembers.AreDocumented(stream, kinds));
        _ = (Completion.HasOutput(stream, kinds), Completion.IsOne(stream, kinds));
        _ = (Completion.IsLast(stream, kinds), Completion.FailsOnce(stream, kinds));
        Assert.All(stream.Events, e => Assert.InRange(e.Offset, 0, response.Body.Length));
    }

    /// <summary>The same bytes, were they a webhook.</summary>
    private static void Delivery(ReceivedResponse response, Chance chance)
    {
        var delivery = new Delivery(Now, "POST", "/run7/t0ken", response.Headers, response.Body.Bytes);
        if (chance.In100(20))
            delivery = delivery with
            {
                Headers = delivery.Headers.AddRange(
                    new Header("Authorization", chance.Of(Authorizations)),
                    new Header("X-Amz-Date", chance.Of("20150830T123600Z", "99991231T235959Z", "0", "\0"))
                ),
            };
        Assert.InRange(delivery.InWords().Length, 1, 1_500);
        _ = (DeliveryChecks.IsJson(delivery), DeliveryChecks.IsTerminal(delivery, "status"));
        _ = (DeliveryChecks.HasContext(delivery, "a", Context), DeliveryChecks.PrecisionLost(delivery, "a", Context));
        _ = (SignatureV4Verifier.IsThere(delivery), SignatureV4Verifier.IsValid(delivery, Way, Key));
        _ = (delivery.IsLegible, delivery.SaysTheSameAs(delivery with { IsTruncated = true }));
    }

    private static void Error(Exchange exchange, Chance chance)
    {
        var operation = chance.Of(Operations);
        if (operation.Errors.IsEmpty)
            return;
        var error = chance.Of(operation.Errors);
        foreach (var member in error.Members.Where(m => m.Place == Place.Body).SelectMany(m => m.SelfAndBelow()))
        foreach (var constraint in member.Constraints)
            _ = ResponseMembers.At(exchange, error.Members, member, constraint);
    }

    private static Secrets Knowing(string secret)
    {
        var secrets = new Secrets();
        secrets.Add(secret);
        return secrets;
    }
}
