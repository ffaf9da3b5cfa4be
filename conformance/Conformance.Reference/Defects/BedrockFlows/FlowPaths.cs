using System.Collections.Immutable;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;

namespace Conformance.Reference.Defects.BedrockFlows;

/// <summary>The path is changed before it is looked at.</summary>
internal abstract class ChangesPath(string says, Func<string, RequestTarget> read, params ImmutableArray<string> breaks)
    : FlowDefect(says, breaks)
{
    protected sealed override BedrockFlowsBehaviour Twist() => FlowTwists.Correct with { ReadTarget = read };

    /// <summary>The target with one of its segments changed.</summary>
    protected static RequestTarget Edited(string target, int segment, Func<string, string> edit)
    {
        var read = RequestTarget.Read(target);
        return read.Segments.Length > segment && read.Segments[segment] is { } text
            ? read with
            {
                Segments = read.Segments.SetItem(segment, edit(text)),
            }
            : read;
    }
}

internal sealed class CutsFlowAfterTenCharacters()
    : ChangesPath(
        "cuts flowIdentifier after ten characters",
        target => Edited(target, 1, flow => flow.Contains(':') || flow.Length < 10 ? flow : flow[..10]),
        "flowIdentifier/pattern/rejected"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["uri/illegal-octets"];
}

internal sealed class CutsAliasAtPunctuation()
    : ChangesPath(
        "cuts flowAliasIdentifier at the first character that is neither letter nor digit",
        target =>
            Edited(
                target,
                3,
                alias => alias.Contains(':') ? alias : string.Concat(alias.TakeWhile(char.IsAsciiLetterOrDigit))
            ),
        "flowAliasIdentifier/pattern/rejected"
    );

internal sealed class DecodesFlowTwice()
    : ChangesPath(
        "decodes flowIdentifier twice",
        target => Edited(target, 1, Uri.UnescapeDataString),
        "uri/illegal-octets"
    );

internal sealed class LeavesFlowEncoded()
    : ChangesPath(
        "does not decode flowIdentifier",
        target => Edited(target, 1, flow => target.Split('/') is [_, _, var raw, ..] && raw.Contains('%') ? raw : flow),
        "uri/decoded-once",
        "identifiers/by-arn"
    )
{
    protected override ImmutableArray<string> AlsoBreaksOfFlow => ["flowIdentifier/*"];
}

/// <summary>A segment that is too long is a fault of the server.</summary>
internal abstract class FailsOnLong(string member, int segment)
    : FlowDefect($"fails on a {member} that is too long", $"{member}/maxLength/rejected", "robustness/no-server-error")
{
    protected sealed override BedrockFlowsBehaviour Twist() =>
        FlowTwists.Correct with
        {
            Route = (method, target) =>
                target.Segments.Length > segment && target.Segments[segment]?.Length > FlowIdentifiers.Longest
                    ? throw new InvalidOperationException("value too long for column")
                    : FlowTwists.Correct.Route(method, target),
        };
}

internal sealed class FailsOnLongFlow() : FailsOnLong("flowIdentifier", 1);

internal sealed class FailsOnLongAlias() : FailsOnLong("flowAliasIdentifier", 3);
