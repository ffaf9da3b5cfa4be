namespace Conformance.Cli.Output;

/// <summary>Says which ids a set holds in as few globs as it takes.</summary>
public static class IdGlobs
{
    /// <summary>Such as <c>a/B/*</c>, or <c>a/B/* without a/B/c/*</c>; one for each part of the set.</summary>
    /// <param name="ids">The set; not empty.</param>
    /// <param name="all">All ids there are.</param>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<string> ids, IReadOnlyCollection<string> all)
    {
        var prefix = PrefixOf(ids);
        var others = Below(prefix, all).Except(ids).ToList();
        if (others.Count == 0)
            return [Glob(prefix, ids)];
        if (PrefixOf(others) is var apart && others.Count < ids.Count && Below(apart, all).Count() == others.Count)
            return [$"{Glob(prefix, ids)} without {Glob(apart, others)}"];
        var depth = Segments(prefix).Length + 1;
        return
        [
            .. ids.GroupBy(id => string.Join('/', Segments(id).Take(depth))).SelectMany(group => Of([.. group], all)),
        ];
    }

    private static string PrefixOf(IEnumerable<string> ids) =>
        ids.Aggregate(
            (prefix, id) =>
                string.Join(
                    '/',
                    Segments(prefix).Zip(Segments(id)).TakeWhile(p => p.First == p.Second).Select(p => p.First)
                )
        );

    private static IEnumerable<string> Below(string prefix, IEnumerable<string> all) =>
        all.Where(id => id == prefix || prefix.Length == 0 || id.StartsWith(prefix + "/", StringComparison.Ordinal));

    private static string Glob(string prefix, IReadOnlyCollection<string> ids) =>
        ids.Count == 1 ? ids.First()
        : prefix.Length == 0 ? "*"
        : prefix + "/*";

    private static string[] Segments(string id) => id.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
