using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;
using Conformance.Suite.Proving;
using Conformance.Suite.Requests;

namespace Conformance.Suite.Scenarios.BedrockFlows;

/// <summary>Changes to a valid request as the configuration writes them: values by the path of the member that takes them.</summary>
public static class Changes
{
    /// <summary>The request with these changes.</summary>
    /// <param name="fixture">Which fixture they are from, for messages.</param>
    /// <exception cref="CannotArrangeException">They are no such changes.</exception>
    public static RequestDraft Applied(RequestDraft request, JsonValue changes, string fixture) =>
        changes is JsonObject { Properties: var properties }
            ? properties.Aggregate(request, (changed, change) => With(changed, change, fixture))
            : throw Wrong($"the fixture {fixture} is no mapping from member paths to values: {changes}");

    private static RequestDraft With(RequestDraft request, JsonProperty change, string fixture)
    {
        var member = request.Operation.RequestMembers().FirstOrDefault(m => m.Path == change.Name);
        if (member is not null)
            return request.With(member, change.Value);
        var isBelowOne = request.Operation.RequestMembers().Any(m => IsBelow(change.Name, m));
        return isBelowOne
            ? request with
            {
                Body = request.Body!.With(change.Name, change.Value),
            }
            : throw Wrong($"the fixture {fixture} changes {change.Name}, which is no member of the request");
    }

    /// <summary>Inside a member that takes any JSON there are no members that the schema knows.</summary>
    private static bool IsBelow(string path, Member member) =>
        member is { Place: Place.Body, Kind: JsonKind.Any }
        && path.StartsWith(member.Path + ".", StringComparison.Ordinal);

    private static CannotArrangeException Wrong(string why) => new(SkipReason.MissingFixture, why);
}
