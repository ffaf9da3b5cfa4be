using Conformance.Engine.Rules;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Rules;

/// <summary>Which documented errors a client can provoke, and with what.</summary>
public sealed class ProvocationsTests
{
    private static readonly Member Name = Made.Text("name", Made.Required) with { Role = MemberRole.UniqueName };
    private static readonly Member Token = Made.Text("token", Made.Optional) with
    {
        Role = MemberRole.IdempotencyToken,
    };

    private static readonly Member Thing = Made.Text("thing", Made.Required) with
    {
        Place = Place.Path,
        Role = MemberRole.Reference,
        RefersTo = new Schemas.Reference("Put", "name"),
    };

    private static readonly ErrorResponse[] Errors =
    [
        Made.Invalid,
        Made.Taken,
        Made.Missing,
        Made.Error("DeniedException", 403, ErrorCause.AccessDenied),
        Made.Error("QuotaException", 402, ErrorCause.QuotaExceeded),
        Made.Error("SlowException", 429, ErrorCause.Throttled),
        Made.Error("BrokenException", 500, ErrorCause.Internal),
        Made.Error("OddException", 418, ErrorCause.Other),
    ];

    [Theory]
    [InlineData("nothing", "Invalid", "Invalid")]
    [InlineData("name", "Invalid Taken", "Invalid Taken")]
    [InlineData("token", "Invalid", "Invalid Taken")]
    [InlineData("thing", "Invalid Missing", "Invalid Missing")]
    [InlineData("known", "Invalid Missing", "Invalid Missing")]
    public void WhatAClientCanProvokeDependsOnWhatTheRequestHolds(string holds, string certain, string provokable)
    {
        var operation = Made.Operation(
            holds == "name" ? Name
            : holds == "token" ? Token
            : Made.Text("note")
        ) with
        {
            Parameters =
                holds == "thing" ? [Thing]
                : holds == "known" ? [Thing with { Role = MemberRole.Known, RefersTo = null }]
                : [],
            Errors = [.. Errors],
        };
        Assert.Equal(certain, Names(Provocations.Certain(operation)));
        Assert.Equal(provokable, Names(Provocations.Provokable(operation)));
    }

    [Fact]
    public async Task EveryMemberIsBrokenByLeavingItOutAndByItsLengthUnlessItIsLookedUp()
    {
        var operation = Made.Operation(
            Made.Text("both", Made.Required, Made.Max(5)),
            Made.Text("optional", Made.Optional, Made.Max(7)),
            Made.Text("looked", Made.Required, Made.Max(7)) with
            {
                IsLookedUp = true,
            },
            Made.Member("info", JsonKind.Object, Made.Optional) with
            {
                Members = [Made.Text("info.inner", Made.Required)],
            }
        );
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Rejected);
        var test = target.Bench(operation);
        var members = new List<string?>();
        foreach (var provocation in Provocations.Of(test, ErrorCause.InvalidInput))
        {
            members.Add(provocation.Member?.Path);
            await provocation.Send();
        }
        Assert.Equal(["both", "both", "optional", "info.inner"], members);
        Assert.Null(target.Requests[0].At("both"));
        Assert.True(target.Requests[1].TextAt("both")!.Length > 5);
        Assert.True(target.Requests[2].TextAt("optional")!.Length > 7);
        Assert.Null(target.Requests[3].At("info.inner"));
        Assert.NotNull(target.Requests[3].At("info"));
    }

    [Fact]
    public async Task ANameIsTakenByTheSameRequestTwice()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted, ScriptedResponse.Conflict);
        var exchange = await One(target.Bench(Made.Operation(Name, Token)), ErrorCause.Conflict).Send();
        Assert.Equal(409, exchange.Response?.Status);
        Assert.Equal(target.Requests[0].Body, target.Requests[1].Body);
    }

    [Fact]
    public async Task ATokenIsSpentByARequestWithOtherParameters()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted, ScriptedResponse.Conflict);
        var test = target.Bench(
            Made.Operation(Made.Text("model") with { IsLookedUp = true }, Made.Text("note", Made.Optional), Token)
        );
        await One(test, ErrorCause.Conflict).Send();
        Assert.Equal(target.Requests[0].TextAt("token"), target.Requests[1].TextAt("token"));
        Assert.NotNull(target.Requests[0].At("token"));
        Assert.NotEqual(target.Requests[0].TextAt("note"), target.Requests[1].TextAt("note"));
        Assert.Equal(target.Requests[0].TextAt("model"), target.Requests[1].TextAt("model"));
    }

    [Fact]
    public async Task AnUnknownNameIsNotTheKnownOne()
    {
        var operation = Made.Operation(Made.Text("note")) with { Path = "/things/{thing}", Parameters = [Thing] };
        using var target = ScriptedTarget.InTurn(ScriptedResponse.NotFound);
        var session = target.Session(Made.Api(operation));
        session = session with { Known = session.Known.Add(Thing.RefersTo!, "kit-known") };
        await One(ScriptedTarget.Bench(session, operation), ErrorCause.NotFound).Send();
        var segment = target.Requests[0].Segment(1);
        Assert.NotEqual("kit-known", segment);
        Assert.StartsWith(ScriptedTarget.RunId, segment, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingElseIsProvoked()
    {
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Accepted);
        var test = target.Bench(Made.Operation(Name, Token));
        ErrorCause[] others =
        [
            ErrorCause.AccessDenied,
            ErrorCause.Internal,
            ErrorCause.Other,
            ErrorCause.QuotaExceeded,
            ErrorCause.Throttled,
        ];
        Assert.All(others, cause => Assert.Empty(Provocations.Of(test, cause)));
    }

    private static Provocation One(TestSession test, ErrorCause cause) => Assert.Single(Provocations.Of(test, cause));

    private static string Names(IEnumerable<ErrorResponse> errors) =>
        string.Join(' ', errors.Select(e => e.Name[..^"Exception".Length]));

    [Fact]
    public async Task OfTheQueryAnyLimitWillDo()
    {
        var operation = Made.Operation() with
        {
            Parameters =
            [
                Made.Member("limit", JsonKind.Integer, Made.Optional, new Maximum(100, Level.Must, Made.At(9))) with
                {
                    Place = Place.Query,
                },
            ],
        };
        using var target = ScriptedTarget.InTurn(ScriptedResponse.Rejected);
        await One(target.Bench(operation), ErrorCause.InvalidInput).Send();
        Assert.Contains("limit=", Assert.Single(target.Requests).Target, StringComparison.Ordinal);
    }
}
