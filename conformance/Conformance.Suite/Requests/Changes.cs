using Conformance.Generators;
using Conformance.Reports;
using Conformance.Suite.Proving;

namespace Conformance.Suite.Requests;

/// <summary>Changes to a valid request that the configuration names: values by the paths of their members.</summary>
public static class Changes
{
    /// <summary>The request with all the changes.</summary>
    /// <param name="request">A valid request.</param>
    /// <param name="fixture">Name of the fixture, for messages: <c>echo</c>, <c>failures.validationException</c>.</param>
    /// <param name="changes">What the configuration gives under that name.</param>
    /// <exception cref="CannotArrangeException">It is no such change.</exception>
    public static RequestDraft Changed(this RequestDraft request, string fixture, JsonValue changes) =>
        changes is JsonObject { Properties: var properties }
            ? properties.Aggregate(request, (changed, property) => Changed(changed, fixture, property))
            : throw Unusable(request, fixture, $"got {changes.ToJson()}");

    private static RequestDraft Changed(RequestDraft request, string fixture, JsonProperty property) =>
        request.Operation.RequestMembers().FirstOrDefault(m => m.Path == property.Name) is { } member
            ? request.With(member, property.Value)
            : throw Unusable(request, fixture, $"{request.Operation.Id} has no member {property.Name}");

    private static CannotArrangeException Unusable(RequestDraft request, string fixture, string got) =>
        new(
            SkipReason.MissingFixture,
            $"expected values by the paths of members as the fixture {fixture}, but {got}; "
                + $"correct it under apis.{request.Operation.Api}.fixtures, or write {{}} to change nothing"
        );
}
