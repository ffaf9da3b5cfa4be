using Conformance.Contracts.Native;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>
/// What a response has to be. Where the level of the status is higher than that of the members of the body, there is one response for each, so
/// that an interaction's level is that of all that it asserts.
/// </summary>
/// <param name="Part">What the id gets behind it: nothing, or <c>/members</c>.</param>
/// <param name="Response">The response.</param>
/// <param name="Facts">What it asserts.</param>
internal sealed record ExpectedResponse(string Part, ContractResponse Response, Facts Facts)
{
    private const string Members = "/members";

    /// <summary>The responses that show an accepted request.</summary>
    public static ImmutableArray<ExpectedResponse> Accepted(Operation operation)
    {
        var success = operation.Success;
        var exact = success is { StatusLevel: Level.Must, IsAnySuccess: false };
        var status = exact ? Match.Status(success.Status) : Match.StatusClass(success.Status, "success");
        // A target may do without operations that no document describes.
        var binding = operation.Role == OperationRole.Documented ? Level.Must : Level.Should;
        var accepted = Facts.Of(binding, operation.Source);
        if (exact)
            accepted = accepted.And(Facts.Of(Level.Must, success.StatusSource));
        var body = Facts.Of(success.ContentTypeLevel, success.ContentTypeSource).And(Facts.Of(success.BodyIs));
        return Parts(status, accepted, success.Members, body);
    }

    /// <summary>The responses that show a documented error.</summary>
    public static ImmutableArray<ExpectedResponse> Rejected(ErrorResponse error, JsonValue status, Facts why) =>
        Parts(status, why.And(Facts.Of(error.Level, error.Source)), error.Members, Facts.Of(error.BodyIs));

    /// <summary>A response of which only the status is said.</summary>
    public static ExpectedResponse OfStatus(JsonValue status, Facts facts) => new("", new(status, null), facts);

    private static ImmutableArray<ExpectedResponse> Parts(
        JsonValue status,
        Facts binding,
        ImmutableArray<Member> members,
        Facts body
    )
    {
        var json = Matchers.Body(members, Writing.Demanded);
        var facts = binding.And(body).And(Facts.Of(members, Writing.Demanded));
        if (json.Properties.IsEmpty)
            return [OfStatus(status, binding)];
        var whole = new ContractResponse(status, json);
        return facts.Weakest == binding.Weakest
            ? [new("", whole, facts)]
            : [OfStatus(status, binding), new(Members, whole, facts)];
    }
}
