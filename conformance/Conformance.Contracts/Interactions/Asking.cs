using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>An interaction that lacks its answer.</summary>
/// <param name="Sending">The request.</param>
/// <param name="Name">The id's part behind <c>contract/</c>.</param>
/// <param name="Describes">The request in words, behind the operation's name: <c>with the required members</c>.</param>
/// <param name="State">What has to be so before.</param>
internal sealed record Asking(Sending Sending, string Name, string Describes, ProviderState State)
{
    public ImmutableArray<string> Interpretations { get; init; } = [];

    /// <summary>The name of the interaction that has to be accepted first.</summary>
    public string? Twin { get; init; }

    public string? Error { get; init; }

    /// <summary>The fixtures behind it: those that its request names, unless it says otherwise.</summary>
    public ImmutableArray<string> Needs { get; init; } = Sending.Needs;

    public StreamedAnswer Streamed { get; init; } = StreamedAnswer.NotExpected;

    public string? Accept { get; init; }

    /// <summary>The interaction with this answer.</summary>
    public Interaction Answered(Answer answer)
    {
        var operation = Sending.Operation;
        var outcome = Error ?? (Twin is null ? "accepted" : "refused");
        var looking = answer.Part.Length == 0 ? "" : ", looking at the answer's members";
        return new Interaction(
            IdOf(operation, Name + answer.Part),
            operation,
            answer.Facts.Weakest,
            answer.Facts.Sources,
            $"{operation.Id} {Describes} is {Verb(outcome)}{Shown(answer)}.",
            $"{operation.Id} {Describes}{looking}",
            [State],
            Sending.Request with
            {
                Accept = Accept,
            },
            answer.Response
        )
        {
            Interpretations = Interpretations,
            Twin = Twin is null ? null : IdOf(operation, Twin),
            Error = Error,
            Needs = Needs,
            LooksUp = Sending.LooksUp,
            Streamed = Streamed,
        };
    }

    private static string IdOf(Operation operation, string name) => $"{operation.Api}/{operation.Id}/contract/{name}";

    private static string Verb(string outcome) =>
        outcome is "accepted" or "refused" ? outcome : $"refused with {outcome}";

    private static string Shown(Answer answer) =>
        answer.Response.Body is JsonObject { Properties: { IsEmpty: false } properties }
            ? $", and the answer holds {string.Join(", ", properties.Select(p => p.Name))}"
            : "";
}
