using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Engine.Requests;

/// <summary>Changes to a valid request as the configuration writes them: values by the path of the member that takes them.</summary>
internal static class Changes
{
    /// <summary>The request with these changes.</summary>
    /// <param name="request">A valid request.</param>
    /// <param name="fixture">Which fixture they are from, for messages: <c>echo</c>, <c>failures.invalid</c>.</param>
    /// <param name="changes">What the configuration gives.</param>
    /// <exception cref="CannotArrangeException">They are no such changes.</exception>
    public static RequestDraft Changed(this RequestDraft request, string fixture, JsonValue changes) =>
        changes is JsonObject { Properties: var properties }
            ? properties.Aggregate(request, (changed, change) => With(changed, change, fixture))
            : throw Wrong(request, fixture, $"got {changes.ToJson()}");

    private static RequestDraft With(RequestDraft request, JsonProperty change, string fixture)
    {
        var members = request.Operation.RequestMembers().ToList();
        if (members.Find(m => m.Path == change.Name) is { } member)
            return request.With(member, change.Value);
        return members.Exists(m => IsBelow(change.Name, m))
            ? request with
            {
                Body = (request.Body ?? JsonObject.Empty).With(change.Name, change.Value),
            }
            : throw Wrong(request, fixture, $"{request.Operation.Id} has no member {change.Name}");
    }

    /// <summary>Inside a member that takes any JSON there are no members that the schema knows.</summary>
    private static bool IsBelow(string path, Member member) =>
        member is { Place: Place.Body, Kind: JsonKind.Any or JsonKind.Object, Members.IsEmpty: true }
        && path.StartsWith(member.Path + ".", StringComparison.Ordinal);

    private static CannotArrangeException Wrong(RequestDraft request, string fixture, string got) =>
        new(
            SkipReason.MissingFixture,
            $"expected values by the paths of members as the fixture {fixture}, but {got}; "
                + $"correct it under apis.{request.Operation.Api}.fixtures, or write {{}} to change nothing"
        );
}
