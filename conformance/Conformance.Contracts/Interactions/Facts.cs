using Conformance.Schemas;

namespace Conformance.Contracts.Interactions;

/// <summary>What an interaction asserts, with the level of each part and where it is stated.</summary>
internal sealed record Facts(ImmutableArray<(Level Level, Citation Source)> All)
{
    public static Facts Of(Level level, params ReadOnlySpan<Citation> sources)
    {
        var all = ImmutableArray.CreateBuilder<(Level, Citation)>();
        foreach (var source in sources)
            all.Add((level, source));
        return new(all.ToImmutable());
    }

    /// <summary>That the members are there and are what their constraints say.</summary>
    public static Facts Of(IEnumerable<Member> members, Writing writing) =>
        new([
            .. members
                .Where(writing.Keep)
                .SelectMany(m =>
                    m.Constraints.Where(c => c is not Optional)
                        .Select(c => (c.Level, c.Source))
                        .Concat(Of(m.Members, writing).All)
                ),
        ]);

    public static Facts Of(Constraint? constraint) =>
        constraint is null ? new([]) : Of(constraint.Level, constraint.Source);

    public static Facts Of(Behaviour behaviour) => new([.. behaviour.Sources.Select(s => (behaviour.Level, s))]);

    public Facts And(Facts others) => new([.. All, .. others.All]);

    /// <summary>The weakest of all levels.</summary>
    public Level Weakest => All.IsEmpty ? Level.Must : All.Max(f => f.Level);

    /// <summary>Where they are stated, each source once.</summary>
    public ImmutableArray<Citation> Sources => [.. All.Select(f => f.Source).Distinct()];
}
