using System.Globalization;
using Conformance.Engine.Exchanges;
using Conformance.Engine.Requests;
using Conformance.Engine.Testing;
using Conformance.Engine.Webhooks;
using Conformance.Generators;
using Conformance.Reports;
using Conformance.Schemas;

namespace Conformance.Apis.Pennsieve;

/// <summary>Tags are for one run: the source workflow definition is not mutated (D2:47).</summary>
internal static class Tags
{
    private const string Member = "tags";
    private const string Read = "GetWorkflowDefinition";

    /// <summary>Name of the fixture for the definition behind the known instance.</summary>
    public const string Definition = "workflowDefinitionId";

    /// <summary>
    /// The definition, read before and after a run with tags, has none of them in the place of something else. What is
    /// merely added may be a history of runs, and is noted.
    /// </summary>
    public static async Task<Finding> LeaveTheDefinitionAlone(TestSession test)
    {
        if (!test.Session.Capabilities.Has(Read))
            return Finding.Skipped(SkipReason.NotObservable, "the target does not read workflow definitions");
        var before = await ReadDefinition(test);
        var tags = await StartWithTags(test, before);
        var after = await ReadDefinition(test);
        var touched = JsonDifference
            .Between(before, after)
            .Where(d => d.Actual is { } came && tags.Any(tag => came.Contains(tag, StringComparison.Ordinal)))
            .ToList();
        if (touched.FirstOrDefault(d => d.Expected is not null) is { } mutated)
            return test.Fails("a run with tags", "the definition as it was", mutated.InWords());
        return Finding.Passed(1) with
        {
            Observations =
            [
                .. touched.Select(d =>
                    test.Observe(d.Path, "what a run with tags adds to the definition", d.InWords())
                ),
            ],
        };
    }

    /// <summary>
    /// Starts a run with tags that the definition does not hold yet, or nobody could tell: those of the configuration, else
    /// made-up ones.
    /// </summary>
    /// <returns>The tags as they stand in JSON.</returns>
    private static async Task<ImmutableArray<string>> StartWithTags(TestSession test, JsonValue definition)
    {
        var request = Runs.With(test, Member);
        var known = (JsonObject)request.At(test.MemberOf(Member))!;
        if (known.Properties.Any(p => definition.ToJson().Contains(p.Value.ToJson(), StringComparison.Ordinal)))
        {
            var fresh = new JsonText(
                string.Create(CultureInfo.InvariantCulture, $"{test.Session.Draw.Prefix}-{test.NextDraw().Seed:x8}")
            );
            known = new JsonObject([.. known.Properties.Select(p => p with { Value = fresh })]);
            request = request.With(test.MemberOf(Member), known);
        }
        var created = await test.Send(request, "a run with tags");
        return created.IsAccepted()
            ? [.. known.Properties.Select(p => p.Value.ToJson())]
            : throw new CannotArrangeException(
                SkipReason.NotIsolated,
                $"a run with tags that the definition does not hold yet was rejected: {created.InWords()}; "
                    + $"name others as the fixture {Member}"
            );
    }

    private static async Task<JsonValue> ReadDefinition(TestSession test)
    {
        var operation = test.Session.Api.Operation(Read);
        var id = test.Session.Fixtures.TextFor(Definition)!;
        var segments = ImmutableDictionary<string, string>.Empty.Add(
            operation.Parameters.First(p => p.Place == Place.Path).Name,
            Octets.Encoded(id)
        );
        var read = await test.Arrange(new RequestDraft(operation, segments, null), "the workflow definition read");
        return RunResponses.Body(read)
            ?? throw new CannotArrangeException(SkipReason.NotObservable, $"it is no JSON: {read.InWords()}");
    }
}
