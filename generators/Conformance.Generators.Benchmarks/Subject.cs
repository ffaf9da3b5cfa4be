using Conformance.Generators.Judging;
using Conformance.Generators.Patterns;
using Conformance.Schemas;

namespace Conformance.Generators.Benchmarks;

/// <summary>A pattern of the documents with the member that it stands at.</summary>
public sealed record Subject(string Name, Member Member)
{
    /// <summary>Each pattern once, with its length limits, under the name of the first member that has it.</summary>
    public static ImmutableArray<Subject> All { get; } =
    [
        .. SchemaCatalog
            .Embedded()
            .SelectMany(api => api.Documented)
            .SelectMany(operation => operation.RequestMembers())
            .Where(member => member.Find<Pattern>() is not null)
            .DistinctBy(member =>
                (member.Find<Pattern>()!.Text, member.Find<MinLength>()?.Limit, member.Find<MaxLength>()?.Limit)
            )
            .Select(member => new Subject(member.Name, member)),
    ];

    public Pattern Pattern => Member.Find<Pattern>()!;

    /// <summary>How many states the largest automaton of the pattern has.</summary>
    public int States => new PatternLibrary().Language(Pattern, Limits.Of(Member).Horizon).States;

    public override string ToString() => Name;
}
