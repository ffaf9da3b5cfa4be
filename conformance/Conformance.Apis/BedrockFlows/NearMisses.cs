using System.Globalization;
using Conformance.Engine.Behaviours.Resources;
using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Apis.BedrockFlows;

/// <summary>Legal names of nothing that come near one that is known, so that whoever looks only at a part of it takes them.</summary>
/// <param name="Says">What they are, in words.</param>
/// <param name="Values">
/// Several of a kind: one may be the name of something else, by chance, which nobody knows of; all of them are not.
/// </param>
internal sealed record NearMiss(string Says, ImmutableArray<string> Values)
{
    /// <summary>What has to be taken in the same form, or the rejection may be one of the form; null where the known one is.</summary>
    public string? Control { get; init; }

    /// <summary>Another member's value beside it, which has to be taken with what is known; null for the usual one.</summary>
    public (Member Member, string Value)? Beside { get; init; }
}

/// <summary>The near misses of identifiers and names.</summary>
internal static class NearMisses
{
    // Ids that are counted go on with digits, and with the first letters: these come late.
    private const string Rare = "qzxkvj";
    private const int Several = 3;

    /// <summary>Near misses of an identifier, the likeliest mistakes first.</summary>
    /// <param name="test">Where they are tried.</param>
    /// <param name="member">The member that takes the identifier.</param>
    /// <param name="sibling">Fixture or member whose identifier is of another kind of thing.</param>
    /// <param name="arn">Fixture that is an ARN of what is known.</param>
    public static IEnumerable<NearMiss> OfIdentifier(TestSession test, Member member, string sibling, string arn)
    {
        var fixtures = test.Session.Fixtures;
        if (fixtures.TextFor(member.Path) is not { Length: > 0 } known || known.Contains(':', StringComparison.Ordinal))
            return [];
        var arnText = fixtures.TextFor(arn) ?? "";
        NearMiss[] all =
        [
            new("with the same beginning as the known one", Ending(known)),
            new("that belongs to another kind of thing", [fixtures.TextFor(sibling) ?? ""]),
            new("that begins with the known one", [.. Longer(test).Select(more => known + more)]),
            new("with the same end as the known one", [.. Others(known[0]).Select(c => c + known[1..])]),
            new("that ends with the known one", [.. Longer(test).Select(more => more + known)]),
            new("in an ARN that ends otherwise than the known one", arnText.Length > 0 ? Ending(arnText) : [])
            {
                Control = arnText,
            },
        ];
        return all.Select(miss => Legal(test, member, miss, known)).Where(miss => !miss.Values.IsEmpty);
    }

    /// <summary>Near misses of a node's name.</summary>
    /// <param name="test">Where they are tried.</param>
    /// <param name="member">The member that takes the name.</param>
    /// <param name="others">Names of other nodes of the flow.</param>
    public static IEnumerable<NearMiss> OfNode(TestSession test, Member member, ImmutableArray<string> others)
    {
        if (test.Session.Fixtures.TextFor(member.Path) is not { Length: > 1 } known)
            return [];
        NearMiss[] all =
        [
            .. others.Select(other => new NearMiss("of another kind, which takes no input", [other])),
            new("whose name begins with that of the input node", [known + Others(known[^1]).First()]),
            new("whose name the one of the input node begins with", [known[..^1]]),
        ];
        return all.Select(miss => Legal(test, member, miss, known)).Where(miss => !miss.Values.IsEmpty);
    }

    /// <summary>The known name with its letters in the other case; null where it has none or none is legal.</summary>
    public static string? InOtherCase(TestSession test, Member member) =>
        test.Session.Fixtures.TextFor(member.Path) is { } known ? LegalValues.InOtherCase(test, member, known) : null;

    private static NearMiss Legal(TestSession test, Member member, NearMiss miss, string known) =>
        miss with
        {
            Values =
            [
                .. miss.Values.Where(value =>
                    value != known && value.Length > 0 && LegalValues.IsLegal(test, member, new JsonText(value))
                ),
            ],
        };

    private static ImmutableArray<string> Ending(string known) => [.. Others(known[^1]).Select(c => known[..^1] + c)];

    private static IEnumerable<string> Others(char than) =>
        Rare.Where(c => c != char.ToLowerInvariant(than))
            .Take(Several)
            .Select(c => (char.IsAsciiLetterLower(than) ? char.ToUpperInvariant(c) : c).ToString());

    private static IEnumerable<string> Longer(TestSession test) =>
        Enumerable
            .Range(0, Several)
            .Select(_ => (test.NextDraw().Seed % 10_000).ToString("d4", CultureInfo.InvariantCulture));
}
