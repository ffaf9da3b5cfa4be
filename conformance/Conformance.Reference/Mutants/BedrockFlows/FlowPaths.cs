using Conformance.Reference.Http;
using static Conformance.Reference.BedrockFlows.FlowTwists;
using static Conformance.Reference.Mutants.BedrockFlows.FlowIdentifiers;
using static Conformance.Reference.Mutants.BedrockFlows.FlowMutant;

namespace Conformance.Reference.Mutants.BedrockFlows;

/// <summary>Paths that are misread, or too long.</summary>
internal static class FlowPaths
{
    public static readonly ImmutableArray<Mutant> Rows =
    [
        FailsOnLong("FailsOnLongFlow", "flowIdentifier", segment: 1),
        FailsOnLong("FailsOnLongAlias", "flowAliasIdentifier", segment: 3),
        EditsSegment(
                "CutsFlowAfterTenCharacters",
                "cuts flowIdentifier after ten characters",
                ["flowIdentifier/pattern/rejected"],
                segment: 1,
                (flow, _) => IsArn(flow) || flow.Length < 10 ? flow : flow[..10]
            )
            .AlsoBreaking("uri/illegal-octets"),
        EditsSegment(
            "CutsAliasAtPunctuation",
            "cuts flowAliasIdentifier at the first character that is neither letter nor digit",
            ["flowAliasIdentifier/pattern/rejected"],
            segment: 3,
            (alias, _) => IsArn(alias) ? alias : string.Concat(alias.TakeWhile(char.IsAsciiLetterOrDigit))
        ),
        EditsSegment(
            "DecodesFlowTwice",
            "decodes flowIdentifier twice",
            ["uri/illegal-octets"],
            segment: 1,
            (flow, _) => Uri.UnescapeDataString(flow)
        ),
        EditsSegment(
                "LeavesFlowEncoded",
                "does not decode flowIdentifier",
                ["uri/decoded-once", "identifiers/by-arn"],
                segment: 1,
                (flow, target) => target.Split('/') is [_, _, var raw, ..] && raw.Contains('%') ? raw : flow
            )
            .AlsoBreaking("flowIdentifier/*"),
    ];

    /// <summary>A segment that is too long is a fault of the server.</summary>
    private static Mutant FailsOnLong(string name, string member, int segment) =>
        Row(
            name,
            $"fails on a {member} that is too long",
            [$"{member}/maxLength/rejected", "robustness/no-server-error"],
            () =>
                Correct with
                {
                    Route = (method, target) =>
                        target.Segments.Length > segment && target.Segments[segment]?.Length > Longest
                            ? throw new InvalidOperationException("value too long for column")
                            : Correct.Route(method, target),
                }
        );

    /// <summary>A segment of the path is changed before it is looked at.</summary>
    /// <param name="edit">Makes another one of it, as it was decoded, and of the raw target.</param>
    private static Mutant EditsSegment(
        string name,
        string says,
        ImmutableArray<string> breaks,
        int segment,
        Func<string, string, string> edit
    ) =>
        Row(
            name,
            says,
            breaks,
            () =>
                Correct with
                {
                    ReadTarget = raw =>
                        RequestTarget.Read(raw) is var target
                        && target.Segments.Length > segment
                        && target.Segments[segment] is { } text
                            ? target with
                            {
                                Segments = target.Segments.SetItem(segment, edit(text, raw)),
                            }
                            : target,
                }
        );
}
