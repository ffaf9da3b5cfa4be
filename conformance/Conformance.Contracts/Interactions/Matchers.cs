using System.Globalization;
using Conformance.Contracts.Native;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>How a tree of members is written.</summary>
/// <param name="Keep">Which members stand in it.</param>
/// <param name="Finish">What becomes of a member's rule; null where it is to be written member by member.</param>
internal sealed record Writing(Func<Member, bool> Keep, Func<Member, JsonValue, JsonValue?> Finish)
{
    /// <summary>Only what has to be there.</summary>
    public static Writing Demanded { get; } = new(m => m.Find<Required>() is { Level: not Level.May }, (_, _) => null);
}

/// <summary>From a member's constraints to the rule that its value matches.</summary>
internal static class Matchers
{
    /// <summary>
    /// The rule with an example. Pact has one rule for a value: of a pattern and limits it takes the pattern, so that the
    /// suite alone tests the limits then.
    /// </summary>
    public static JsonValue Of(Member member, Writing writing)
    {
        var example = Examples.Of(member, writing.Keep);
        return writing.Finish(member, Simple(member, example))
            ?? member.Kind switch
            {
                JsonKind.Object when member.Members.Any(writing.Keep) => Body(member.Members, writing),
                JsonKind.Array when member.Members is [var item, ..] => Match.MinType(
                    Of(item, writing),
                    member.Find<MinItems>()?.Limit ?? 0
                ),
                _ => Simple(member, example),
            };
    }

    /// <summary>An object of these members, under the names that travel.</summary>
    public static JsonObject Body(IEnumerable<Member> members, Writing writing) =>
        new([.. members.Where(writing.Keep).Select(m => new JsonProperty(m.WireName, Of(m, writing)))]);

    /// <summary>What the whole text has to match, or null where any text will do.</summary>
    public static string? RegexOf(Member member)
    {
        if (member.Find<OneOf>() is { } one)
            return $"^({string.Join('|', one.Values)})$";
        if (member.Find<Pattern>() is { } pattern)
            return $"^{Grouped(pattern)}$";
        var (shortest, longest) = (member.Find<MinLength>()?.Limit, member.Find<MaxLength>()?.Limit);
        return (shortest ?? longest) is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $@"^[\s\S]{{{shortest ?? 0},{longest}}}$");
    }

    /// <summary>The pattern for a whole value, as a part of a larger one.</summary>
    public static string Grouped(Pattern pattern) => $"(?:{pattern.Text.TrimStart('^').TrimEnd('$')})";

    private static JsonValue Simple(Member member, JsonValue example) =>
        member.Kind switch
        {
            JsonKind.Integer => Match.Integer(int.Parse(example.ToJson(), CultureInfo.InvariantCulture)),
            JsonKind.Number => Match.Number(decimal.Parse(example.ToJson(), CultureInfo.InvariantCulture)),
            JsonKind.String when RegexOf(member) is { } regex => Match.Regex(((JsonText)example).Value, regex),
            _ => Match.Type(example),
        };
}
