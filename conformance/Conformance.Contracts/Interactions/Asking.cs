using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>An interaction that lacks its response.</summary>
/// <param name="Sending">The request.</param>
/// <param name="Name">The id's part behind <c>contract/</c>.</param>
/// <param name="Describes">The request in words, behind the operation's name: <c>with the required members</c>.</param>
/// <param name="State">What has to be so before.</param>
internal sealed record Asking(Sending Sending, string Name, string Describes, ProviderState State)
{
    public ImmutableArray<string> Interpretations { get; init; } = [];

    /// <summary>The name of the interaction that has to be accepted first.</summary>
    public string? Control { get; init; }

    public string? Error { get; init; }

    /// <summary>The fixtures behind it: those that its request names, unless it says otherwise.</summary>
    public ImmutableArray<string> Needs { get; init; } = Sending.Needs;

    public StreamedResponse Streamed { get; init; } = StreamedResponse.NotExpected;

    public string? Accept { get; init; }

    /// <summary>The interaction with this response.</summary>
    public Interaction Expecting(ExpectedResponse response)
    {
        var operation = Sending.Operation;
        var outcome = Error ?? (Control is null ? "accepted" : "rejected");
        var looking = response.Part.Length == 0 ? "" : ", looking at the response's members";
        return new Interaction(
            IdOf(operation, Name + response.Part),
            operation,
            response.Facts.Weakest,
            response.Facts.Sources,
            $"{operation.Id} {Describes} is {Verb(outcome)}{Shown(response)}.",
            $"{operation.Id} {Describes}{looking}",
            [State],
            Sending.Request with
            {
                Accept = Accept,
            },
            response.Response
        )
        {
            Interpretations = Interpretations,
            Control = Control is null ? null : IdOf(operation, Control),
            Error = Error,
            Needs = Needs,
            LooksUp = Sending.LooksUp,
            Streamed = Streamed,
        };
    }

    private static string IdOf(Operation operation, string name) => $"{operation.Api}/{operation.Id}/contract/{name}";

    private static string Verb(string outcome) =>
        outcome is "accepted" or "rejected" ? outcome : $"rejected with {outcome}";

    private static string Shown(ExpectedResponse response) =>
        response.Response.Body is JsonObject { Properties: { IsEmpty: false } properties }
            ? $", and the response holds {string.Join(", ", properties.Select(p => p.Name))}"
            : "";
}
