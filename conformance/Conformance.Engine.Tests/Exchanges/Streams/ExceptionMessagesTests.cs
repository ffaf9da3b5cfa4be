using Conformance.Engine.Exchanges.Streams;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Exchanges.Streams;

public sealed class ExceptionMessagesTests
{
    private static readonly EventStream Kinds = SchemaCatalog
        .Embedded()
        .First(api => api.Name == "bedrock-flows")
        .Operation("InvokeFlow")
        .Success.Stream!;

    [Theory]
    [InlineData("validationException", FlowEventKind.Exception, true, false)]
    [InlineData("validationException", FlowEventKind.Event, true, true)]
    [InlineData("flowOutputEvent", FlowEventKind.Event, false, false)]
    public void AnExceptionInAnEventStreamSaysThatItIsOne(
        string name,
        FlowEventKind kind,
        bool isShown,
        bool isDisguised
    )
    {
        var look = ExceptionMessages.SayThatTheyAre(Stream(StreamEncoding.Frames, name, kind), Kinds);
        Assert.Equal((isShown, isDisguised), (look.IsShown, look.Problem is not null));
    }

    [Fact]
    public void JsonHasNoOtherWayToSayIt()
    {
        var look = ExceptionMessages.SayThatTheyAre(
            Stream(StreamEncoding.Json, "validationException", FlowEventKind.Event),
            Kinds
        );
        Assert.Equal((false, null), (look.IsShown, look.Problem));
    }

    private static FlowStream Stream(StreamEncoding encoding, string name, FlowEventKind kind) =>
        new(encoding, [new FlowEvent(name, kind, null) { Turn = 0, Offset = 0 }], null);
}
