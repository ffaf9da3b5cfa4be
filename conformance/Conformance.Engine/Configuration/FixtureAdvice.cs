using Conformance.Schemas;

namespace Conformance.Engine.Configuration;

/// <summary>What a configuration can name for an API, in words.</summary>
public static class FixtureAdvice
{
    /// <summary>What has to be named for the API to be tested whole: values of its members first, then the rest.</summary>
    public static ImmutableArray<FixtureNeed> Of(Api api) =>
        [
            .. api
                .Documented.SelectMany(o => o.RequestMembers())
                .Where(m => m.Role == MemberRole.Known)
                .Select(m => m.Path)
                .Distinct()
                .Select(path => Named(api, path)),
            .. api.Fixtures.Where(need => !IsKnown(api, need.Name)),
        ];

    /// <summary>Why a requirement can't be tested without these fixtures, and what to write where.</summary>
    public static string Missing(Api api, params IReadOnlyCollection<string> names) =>
        $"it needs what only the configuration can name; write under apis.{api.Name}.fixtures: "
        + string.Join("; ", names.Select(name => InWords(Named(api, name))));

    private static string InWords(FixtureNeed need) =>
        $"{need.Name} ({need.Says.TrimEnd('.')})" + (need.Example.Length > 0 ? $", such as {need.Example}" : "");

    private static FixtureNeed Named(Api api, string name) =>
        api.Fixtures.FirstOrDefault(need => need.Name == name)
        ?? OfMember(name, api.Operations.SelectMany(o => o.RequestMembers()).FirstOrDefault(m => m.Path == name));

    private static FixtureNeed OfMember(string path, Member? member) =>
        new(path, member?.Description ?? $"a {path} that exists on the target", member?.Example ?? "");

    private static bool IsKnown(Api api, string name) =>
        api.Documented.Any(o => o.RequestMembers().Any(m => m.Role == MemberRole.Known && m.Path == name));
}
