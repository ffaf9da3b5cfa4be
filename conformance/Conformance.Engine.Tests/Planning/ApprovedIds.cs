using System.Runtime.CompilerServices;
using Conformance.Reports;

namespace Conformance.Engine.Tests.Planning;

/// <summary>The requirements that reviewers have seen: one line each, <c>id level sources</c>, ordered by id.</summary>
internal static class ApprovedIds
{
    /// <summary>The environment variable that has the list written anew.</summary>
    public const string Approve = "CONFORMANCE_APPROVE_IDS";

    public static string File { get; } = Path.Combine(Here(), "requirement-ids.txt");

    public static string Line(Requirement requirement) =>
        $"{requirement.Id} {requirement.Level.ToString().ToLowerInvariant()} {string.Join(',', requirement.Sources)}";

    /// <summary>Each line that differs: lost, new or changed.</summary>
    public static ImmutableArray<string> Differences(IEnumerable<string> approved, IEnumerable<string> actual)
    {
        var before = approved.ToDictionary(Id);
        var after = actual.ToDictionary(Id);
        return
        [
            .. before.Where(b => !after.ContainsKey(b.Key)).Select(b => $"lost:    {b.Value}"),
            .. after.Where(a => !before.ContainsKey(a.Key)).Select(a => $"new:     {a.Value}"),
            .. after
                .Where(a => before.TryGetValue(a.Key, out var line) && line != a.Value)
                .Select(a => $"changed: {before[a.Key]}\n     to: {a.Value}"),
        ];
    }

    private static string Id(string line) => line.Split(' ')[0];

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
