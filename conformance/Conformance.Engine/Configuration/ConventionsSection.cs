using Conformance.Schemas;
using YamlDotNet.RepresentationModel;

namespace Conformance.Engine.Configuration;

/// <summary>Reads what a target does its own way where no document says anything.</summary>
internal static class ConventionsSection
{
    private const int LongestValue = 500;

    public static ImmutableDictionary<string, string> Read(string file, YamlNode node, Api api)
    {
        var names = api.Conventions.Select(c => c.Name).ToArray();
        if (names.Length == 0)
            throw YamlMap.Refused(file, node, $"{api.Name} has no conventions: the documents give all; leave them out");
        var map = YamlMap.From(file, node, names);
        var values = names
            .Where(name => map.Node(name) is not null)
            .ToImmutableDictionary(name => name, name => Checked(map, name, api));
        RefuseDuplicates(map, api, values);
        return values;
    }

    private static string Checked(YamlMap map, string name, Api api)
    {
        var value = map.Needed(name);
        if (value.Length > LongestValue)
            throw map.Refused(
                map.Node(name)!,
                $"expected at most {LongestValue} characters for {name}, got {value.Length}; shorten it"
            );
        return api.ProblemWith(name, value) is { } problem ? throw map.Refused(map.Node(name)!, problem) : value;
    }

    /// <summary>Two members of one object under one name could not both be sent, or told apart in a response.</summary>
    private static void RefuseDuplicates(YamlMap map, Api api, ImmutableDictionary<string, string> values)
    {
        foreach (var members in api.Operations.SelectMany(o => new[] { o.Body, o.Success.Members }))
            if (members.GroupBy(Name).FirstOrDefault(g => g.Count() > 1) is { } duplicates)
            {
                var at = duplicates.Select(m => m.Convention).OfType<string>().Last(values.ContainsKey);
                throw map.Refused(
                    map.Node(at)!,
                    $"expected a name of its own for {at}, got {duplicates.Key}, which is another member's name as well; give each its own"
                );
            }

        string Name(Member member) =>
            member.Convention is { } convention ? values.GetValueOrDefault(convention, member.WireName) : member.Name;
    }
}
