using Conformance.Engine.Exchanges.Streams;

namespace Conformance.Apis.BedrockFlows;

/// <summary>What the stream of a flow has to be like. How it is written does not depend on how the flow ends.</summary>
internal static class Events
{
    /// <summary>It is what it says that it is.</summary>
    public static readonly StreamCheck AreWhatTheySay = new(
        "events as JSON or as an event stream, and a content type that says which",
        (response, _) => StreamType.IsTrue(response.Exchange.Response!, response.Stream)
    )
    {
        BindsFailures = true,
    };

    /// <summary>Events that a document describes have the members that it gives them.</summary>
    public static readonly StreamCheck HaveTheirMembers = new(
        "each documented event with its members",
        (response, kinds) => EventMembers.AreDocumented(response.Stream, kinds)
    );

    /// <summary>What an output node gives is there.</summary>
    public static readonly StreamCheck HoldTheOutputs = new(
        "a flowOutputEvent",
        (response, kinds) => Completion.HasOutput(response.Stream, kinds)
    );

    /// <summary>One completion ends it.</summary>
    public static readonly StreamCheck CompleteOnce = new(
        "one flowCompletionEvent",
        (response, kinds) => Completion.IsOne(response.Stream, kinds)
    );

    /// <summary>Nothing comes after the completion.</summary>
    public static readonly StreamCheck EndWithTheCompletion = new(
        "the flowCompletionEvent as the last event",
        (response, kinds) => Completion.IsLast(response.Stream, kinds)
    );

    /// <summary>It ends behind a whole event.</summary>
    public static readonly StreamCheck AreWhole = new(
        "a stream that ends behind a whole event",
        (response, _) => StreamEnd.IsWhole(response.Stream)
    )
    {
        BindsFailures = true,
        IsAboutTheEnd = true,
    };

    /// <summary>Its exceptions say that they are.</summary>
    public static readonly StreamCheck HaveExceptionsThatSaySo = new(
        "exceptions in messages of the type exception",
        (response, kinds) => ExceptionMessages.SayThatTheyAre(response.Stream, kinds)
    )
    {
        BindsFailures = true,
    };

    /// <summary>Its frames are well formed.</summary>
    public static readonly StreamCheck AreWellFramed = new(
        "well formed frames",
        (response, _) => StreamEnd.IsWellFramed(response.Stream)
    )
    {
        BindsFailures = true,
    };
}
