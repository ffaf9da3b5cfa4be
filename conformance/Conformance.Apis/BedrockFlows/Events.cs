using Conformance.Engine.Exchanges.Streams;

namespace Conformance.Apis.BedrockFlows;

/// <summary>What the stream of a flow has to be like. How it is written does not depend on how the flow ends.</summary>
internal static class Events
{
    /// <summary>It is what it says that it is.</summary>
    public static readonly StreamCheck AreWhatTheySay = new(
        "events as JSON or as an event stream, and a content type that says which",
        (answer, _) => StreamType.IsTrue(answer.Exchange.Response!, answer.Stream)
    )
    {
        BindsFailures = true,
    };

    /// <summary>Events that a document describes have the members that it gives them.</summary>
    public static readonly StreamCheck HaveTheirMembers = new(
        "each documented event with its members",
        (answer, kinds) => EventMembers.AreDocumented(answer.Stream, kinds)
    );

    /// <summary>What an output node gives is there.</summary>
    public static readonly StreamCheck HoldTheOutputs = new(
        "a flowOutputEvent",
        (answer, kinds) => Completion.HasOutput(answer.Stream, kinds)
    );

    /// <summary>One completion ends it.</summary>
    public static readonly StreamCheck CompleteOnce = new(
        "one flowCompletionEvent",
        (answer, kinds) => Completion.IsOne(answer.Stream, kinds)
    );

    /// <summary>Nothing comes after the completion.</summary>
    public static readonly StreamCheck EndWithTheCompletion = new(
        "the flowCompletionEvent as the last event",
        (answer, kinds) => Completion.IsLast(answer.Stream, kinds)
    );

    /// <summary>It ends behind a whole event.</summary>
    public static readonly StreamCheck AreWhole = new(
        "a stream that ends behind a whole event",
        (answer, _) => StreamEnd.IsWhole(answer.Stream)
    )
    {
        BindsFailures = true,
        IsAboutTheEnd = true,
    };

    /// <summary>Its exceptions say that they are.</summary>
    public static readonly StreamCheck HaveExceptionsThatSaySo = new(
        "exceptions in messages of the type exception",
        (answer, kinds) => ExceptionMessages.SayThatTheyAre(answer.Stream, kinds)
    )
    {
        BindsFailures = true,
    };

    /// <summary>Its frames are well formed.</summary>
    public static readonly StreamCheck AreWellFramed = new(
        "well formed frames",
        (answer, _) => StreamEnd.IsWellFramed(answer.Stream)
    )
    {
        BindsFailures = true,
    };
}
