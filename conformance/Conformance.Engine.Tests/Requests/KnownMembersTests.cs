using Conformance.Engine.Planning;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Requests;

/// <summary>Valid requests of operations whose members name what must exist on the target already.</summary>
public sealed class KnownMembersTests : IDisposable
{
    private static readonly PlannedApi Planned = new(Samples.Api, Samples.Module, []);
    private static readonly Draw Draw = new(1, "sample", 2);

    private readonly Taking _target = new();

    [Fact]
    public void RequiredOnesTakeTheirFixtureWhereverTheyAre()
    {
        var request = Minimal(Samples.Ask, null, ("flow", "\"FLOW\""), ("inputs[].node", "\"N\""));
        Assert.Equal("/flows/FLOW", request.ToWire().Target);
        Assert.Equal("\"N\"", request.Body!.At("inputs[].node")!.ToJson());
        Assert.NotNull(request.Body.At("inputs[].content"));
        Assert.Null(request.Body.At("inputs[].port"));
        Assert.Null(request.Body.At("layers"));
    }

    [Fact]
    public void AnOptionalOneTakesItsFixtureWhereItIsAskedFor()
    {
        var request = Minimal(Samples.Ask, "inputs[].port", Flow, Node, ("inputs[].port", "\"P\""));
        Assert.Equal("\"P\"", request.Body!.At("inputs[].port")!.ToJson());
        Assert.Equal(
            """["a","b"]""",
            Minimal(Samples.Ask, "layers[]", Flow, Node, ("layers", """["a","b"]""")).Body!.At("layers")!.ToJson()
        );
    }

    [Fact]
    public void AWholeRequestHasEveryFixtureAndNoMadeUpName()
    {
        var whole = Full(Samples.Ask, Flow, Node, ("layers", """["a"]"""));
        Assert.Equal("""["a"]""", whole.Body!.At("layers")!.ToJson());
        Assert.Null(whole.Body.At("inputs[].port"));
        Assert.NotNull(whole.Body.At("label"));
    }

    [Fact]
    public void AnObjectKeyedByIdsOfTheTargetIsLeftOutUnlessAFixtureNamesThem()
    {
        var keyed = Made.Member("slots", JsonKind.Object, Made.Optional) with { KeyedBy = "shelf" };
        var ask = Samples.Ask with { Body = Samples.Ask.Body.Add(keyed) };
        Assert.Null(Full(ask, Flow, Node).Body!.At("slots"));
        Assert.Equal("""{"s":1}""", Full(ask, Flow, Node, ("slots", """{"s":1}""")).Body!.At("slots")!.ToJson());
    }

    [Fact]
    public void AFixtureOfAnyOtherMemberStandsInEveryRequestThatHoldsIt()
    {
        var request = Minimal(Samples.Ask, "count", Flow, Node, ("inputs[].content", """{"a":1.0}"""), ("count", "7"));
        Assert.Equal("""{"a":1.0}""", request.Body!.At("inputs[].content")!.ToJson());
        Assert.Equal("7", request.Body.At("count")!.ToJson());
        Assert.Null(Minimal(Samples.Ask, null, Flow, Node, ("count", "7")).Body!.At("count"));
    }

    [Fact]
    public void AParentsFixtureServesWhatIsInIt()
    {
        var request = Minimal(Samples.Ask, null, Flow, ("inputs", """[{"node":"N","port":"P","content":1}]"""));
        Assert.Equal("""{"inputs":[{"node":"N","port":"P","content":1}]}""", request.Body!.ToJson());
    }

    [Fact]
    public void ALongNameIsEncodedInThePathAndMarkedAsOdd()
    {
        var request = Minimal(Samples.Ask, null, ("flow", "\"arn:flow/A\""), Node);
        Assert.Equal("/flows/arn%3Aflow%2FA", request.ToWire().Target);
        Assert.True(request.MayStopBeforeTheApi);
        Assert.False(Minimal(Samples.Ask, null, Flow, Node).MayStopBeforeTheApi);
    }

    [Theory]
    [InlineData("flow", null)]
    [InlineData("inputs[].node", null)]
    [InlineData("inputs[].port", "inputs[].port")]
    [InlineData("layers", "layers")]
    [InlineData("layers", "layers[]")]
    public void WithoutItsFixtureNoRequestIsMadeUp(string missing, string? with)
    {
        (string, string)[] given = [Flow, Node, ("inputs[].port", "\"P\""), ("layers", "[\"a\"]")];
        var fixtures = given.Where(f => f.Item1 != missing).ToArray();
        var cannot = Assert.Throws<CannotArrangeException>(() => Minimal(Samples.Ask, with, fixtures));
        Assert.Equal(SkipReason.MissingFixture, cannot.Skip);
        Assert.Contains($"apis.sample.fixtures: {missing} (", cannot.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "instance")]
    [InlineData("count", "instance")]
    [InlineData("instance", "instance")]
    [InlineData("setup", "setup")]
    public void OfAlternativesOneIsGiven(string? with, string given)
    {
        var request = Minimal(Samples.AskEither, with, Flow, Node, ("instance", "\"I\""));
        Assert.Equal(given == "instance", request.Body!.At("instance") is not null);
        Assert.Equal(given == "setup", request.Body.At("setup") is not null);
    }

    [Fact]
    public void AWholeRequestHasTheUsualAlternativeAlone()
    {
        var whole = Full(Samples.AskEither, Flow, Node, ("instance", "\"I\""), ("setup", "{}"));
        Assert.Equal("\"I\"", whole.Body!.At("instance")!.ToJson());
        Assert.Null(whole.Body.At("setup"));
        Assert.Throws<CannotArrangeException>(() => Full(Samples.AskEither, Flow, Node));
    }

    public void Dispose() => _target.Dispose();

    private static (string, string) Flow => ("flow", "\"FLOW\"");

    private static (string, string) Node => ("inputs[].node", "\"N\"");

    private RequestDraft Minimal(Operation operation, string? with, params (string, string)[] fixtures) =>
        ValidRequests.Minimal(
            Session(fixtures).Requests,
            operation,
            with is null ? null : Samples.MemberAt(with),
            Draw
        );

    private RequestDraft Full(Operation operation, params (string, string)[] fixtures) =>
        ValidRequests.Full(Session(fixtures).Requests, operation, Draw);

    private ApiSession Session((string, string)[] fixtures) => _target.Session(Planned, fixtures);
}
