using Conformance.Contracts.Native;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>The path of a contract's request: an example, what it has to match, and which parts the state gives.</summary>
internal static class Paths
{
    public static JsonValue Of(Api api, Operation operation)
    {
        if (operation.Parameters.All(p => p.Place != Place.Path))
            return new JsonText(operation.Path);
        return Match.ProviderState(
            Filled(operation, m => Expressions.InText(Sending.NameOf(api, operation, m)), text => text),
            Match.Regex(
                Filled(operation, Examples.TextOf, text => text),
                $"^{Filled(operation, PatternOf, text => text.Replace(".", @"\.", StringComparison.Ordinal))}$"
            )
        );
    }

    private static string Filled(Operation operation, Func<Member, string> member, Func<string, string> literal) =>
        string.Join(
            '/',
            operation
                .Path.Split('/')
                .Select(segment =>
                    operation.Parameters.FirstOrDefault(p => segment == $"{{{p.Name}}}") is { } named
                        ? member(named)
                        : literal(segment)
                )
        );

    private static string PatternOf(Member member) =>
        member.Find<Pattern>() is { } pattern ? Matchers.Grouped(pattern) : "[^/]+";
}
