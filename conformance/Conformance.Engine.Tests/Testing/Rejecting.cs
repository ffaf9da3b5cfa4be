using Conformance.Engine.Exchanges;
using Conformance.Engine.Testing;
using Conformance.Engine.Tests.Scripted;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Testing;

/// <summary>A note of at most five characters, the violations of that, and targets that judge it.</summary>
internal static class Rejecting
{
    public const int Longest = 5;

    public static readonly Member Note = Made.Text("note", Made.Required, Made.Max(Longest));
    public static readonly Operation Put = Made.Operation(Note);

    /// <summary>Three violations: of six, seven and eight characters.</summary>
    public static readonly ImmutableArray<string> TooLong = ["abcdef", "abcdefg", "abcdefgh"];

    /// <summary>Whether this is one of the violations, or shrunk from one.</summary>
    public static bool IsViolation(this ScriptedRequest request) => request.TextAt("note") is { Length: > Longest };

    /// <summary>A target that accepts what is legal and gives the violations this response.</summary>
    public static ScriptedTarget To(Func<ScriptedRequest, ScriptedResponse> violation) =>
        new(request => request.IsViolation() ? violation(request) : ScriptedResponse.Accepted);

    public static ScriptedTarget To(ScriptedResponse violation) => To(_ => violation);

    /// <summary>The check that these texts are rejected.</summary>
    public static RejectionCheck Of(TestSession test, params ImmutableArray<string> texts) =>
        Of(test, [.. texts.Select(text => Made.Case(Note, text))]);

    public static RejectionCheck Of(TestSession test, ImmutableArray<Case> cases) =>
        new(() => test.Valid(Put, Note), cases, Expectation.Rejected(Put, ErrorCause.InvalidInput)) { Member = Note };

    /// <summary>The check that the three violations are rejected, against this target.</summary>
    public static async Task<Finding> Test(ScriptedTarget target)
    {
        var test = target.Bench(Put);
        return await Of(test, TooLong).Run(test);
    }

    /// <summary>A case that only a raw socket can send, which a target in process does not have.</summary>
    public static Case Unsendable =>
        new(
            "unsendable",
            "a body that no client sends",
            request =>
                request with
                {
                    Broken = new BrokenBody([0xff], null, "c", "s", BodyViolation.InvalidUtf8, NeedsRawSocket: true),
                }
        );
}
