using System.Globalization;
using Conformance.Engine.Exchanges.Streams;
using Conformance.Engine.Testing;
using Conformance.Reports;

namespace Conformance.Apis.BedrockFlows;

/// <summary>What the documents leave open about streams: recorded, never judged.</summary>
internal static class Sightings
{
    /// <summary>Kinds of event that no document names.</summary>
    public static async Task<Finding> UnknownEvents(TestSession test)
    {
        var response = await Valid(test);
        var kinds = Invocation.KindsOf(test);
        var unknown = response
            .Stream.Events.Where(e => e.Kind == FlowEventKind.InitialResponse || kinds.Find(e.Name) is null)
            .Select(e => e.Name)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return Finding.Observed(
            test.Observe(
                "",
                "kinds of event that no document names",
                unknown.Count == 0 ? "none" : string.Join(", ", unknown)
            )
        );
    }

    /// <summary>How soon events come.</summary>
    public static async Task<Finding> FirstEvent(TestSession test)
    {
        var response = await Valid(test);
        return response.Stream.Events is [{ AtMilliseconds: { } first }, .., { AtMilliseconds: { } last }]
                ? Observed($"the first after {InWords(first)}, the last after {InWords(last)}")
            : response.Stream.Events is [{ AtMilliseconds: { } only }] ? Observed($"the only one after {InWords(only)}")
            : Finding.Skipped(SkipReason.NotApplicable, "no event came whose time is known");

        Finding Observed(string saw) =>
            Finding.Observed(test.Observe("", "when the events of an invocation come", saw));
    }

    private static Task<Invocation> Valid(TestSession test) =>
        Invocation.Arrange(test, test.Valid(test.Operation), "a valid request");

    private static string InWords(double milliseconds) =>
        milliseconds < 1000
            ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.0} s");
}
