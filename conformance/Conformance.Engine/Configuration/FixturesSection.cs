using Conformance.Generators;
using Conformance.Reports.Text;
using Conformance.Schemas;
using YamlDotNet.RepresentationModel;

namespace Conformance.Engine.Configuration;

/// <summary>Reads what exists on a target, and refuses what could not stand in a valid request.</summary>
internal static class FixturesSection
{
    public static Fixtures Read(string file, YamlNode node, Api api)
    {
        var members = api.Operations.SelectMany(o => o.RequestMembers()).ToLookup(m => m.Path);
        var reader = new YamlJson(file, path => members[path].FirstOrDefault());
        var values = ImmutableDictionary.CreateBuilder<string, JsonValue>();
        foreach (var (name, at, value) in YamlMap.Entries(file, node))
        {
            if (value is YamlScalarNode { Value: null or "" })
                throw YamlMap.Refused(
                    file,
                    value,
                    $"expected a value for {Shortened.OnALine(name)}, got none; write one, or leave it out"
                );
            var serving = members[name].ToList();
            if (serving.Count > 0)
                values[name] = Checked(file, at, value, serving, reader);
            else if (api.Fixtures.Any(need => need.Name == name))
                values[name] = reader.Value(value);
            else
                throw YamlMap.Refused(
                    file,
                    at,
                    $"unknown fixture '{Shortened.OnALine(name)}'; expected one of {Names(api, members)}"
                );
        }
        return new Fixtures(values.ToImmutable());
    }

    private static JsonValue Checked(string file, YamlNode at, YamlNode node, List<Member> serving, YamlJson reader)
    {
        if (serving.FirstOrDefault(m => m.Role is MemberRole.UniqueName or MemberRole.IdempotencyToken) is { } own)
            throw YamlMap.Refused(
                file,
                at,
                $"expected a member whose value many requests may share, got {own.Path}, of which each needs another one; leave it out"
            );
        var value = reader.ValueOf(serving[0], node);
        return serving.Select(m => FixtureValue.Problem(m, value)).FirstOrDefault(p => p is not null) is { } problem
            ? throw YamlMap.Refused(file, node, $"{problem}; name a value that a valid request can hold")
            : value;
    }

    private static string Names(Api api, ILookup<string, Member> members) =>
        string.Join(", ", members.Select(m => m.Key).Concat(api.Fixtures.Select(need => need.Name)).Distinct());
}
