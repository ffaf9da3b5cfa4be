using System.Text;
using Conformance.Engine.Requests;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Requests;

/// <summary>What travels where a target's conventions name members otherwise.</summary>
public sealed class WireNamesTests
{
    private static readonly Operation Renamed = Samples
        .Api.With(ImmutableDictionary<string, string>.Empty.Add("labelMember", "title"))
        .Operation("Ask");

    [Fact]
    public void AMemberTravelsUnderItsWireName()
    {
        var draft = Draft("""{"label":"a","count":1}""").With(Samples.MemberAt("label"), new JsonText("b"));
        Assert.Equal("""{"title":"b","count":1}""", Encoding.UTF8.GetString(draft.ToWire().Body!.Value.Span));
        Assert.Equal("b", draft.TextAt(Samples.MemberAt("label")));
    }

    [Fact]
    public void RepeatedMembersAndUnknownOnesStayWhatTheyAre() =>
        Assert.Equal(
            """{"title":"a","title":"b","other":{"label":1}}""",
            Draft("""{"label":"a","label":"b","other":{"label":1}}""").WireBody!.ToJson()
        );

    [Fact]
    public void AReversedBodyHasWireNamesToo()
    {
        var reversed = Layout.Reversed(Draft("""{"label":"a","count":1}"""));
        var travels = JsonValue.Parse(Encoding.UTF8.GetString(reversed.ToWire().Body!.Value.Span));
        Assert.Equal("""{"count":1,"title":"a"}""", travels.ToJson());
    }

    [Fact]
    public void TheMembersOfABodyAsItTravelsFindTheirValues()
    {
        var label = Assert.Single(Renamed.WireBody(), m => m.Name == "title");
        Assert.Equal("title", label.Path);
        Assert.Equal("\"a\"", Draft("""{"label":"a"}""").WireBody!.At(label.Path)!.ToJson());
        Assert.Equal(Renamed.Body.Length, Renamed.WireBody().Length);
    }

    [Fact]
    public void WhatLivesInARenamedMemberMovesWithIt()
    {
        var inputs = Renamed.Body.First(m => m.Name == "inputs") with { WireName = "entries" };
        var moved = (Renamed with { Body = [inputs] }).WireBody();
        Assert.Contains("entries[].node", moved.SelectMany(m => m.SelfAndBelow()).Select(m => m.Path));
    }

    private static RequestDraft Draft(string body) =>
        new(Renamed, ImmutableDictionary<string, string>.Empty.Add("flow", "FLOW"), JsonValue.Parse(body));
}
