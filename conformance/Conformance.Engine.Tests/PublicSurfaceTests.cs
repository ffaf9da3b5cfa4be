using System.Runtime.CompilerServices;
using Conformance.Apis;
using Conformance.Engine.Running;

namespace Conformance.Engine.Tests;

/// <summary>Public is a decision: the types that the command line, the adaptor and the contracts need, and no other.</summary>
public sealed class PublicSurfaceTests
{
    private const string Approve = "CONFORMANCE_APPROVE_SURFACE";

    private static string ListFile { get; } = Path.Combine(Here(), "public-types.txt");

    [Fact]
    public void EveryPublicTypeIsApproved()
    {
        var actual = new[] { typeof(Runner).Assembly, typeof(Catalog).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Select(type => type.FullName!)
            .Order(StringComparer.Ordinal)
            .ToList();
        var approved = File.Exists(ListFile) ? File.ReadAllLines(ListFile) : [];
        if (Environment.GetEnvironmentVariable(Approve) is { Length: > 0 } && !approved.SequenceEqual(actual))
        {
            File.WriteAllText(ListFile, string.Concat(actual.Select(name => name + "\n")));
            Assert.Fail($"public-types.txt is written anew: review it, then test without {Approve}");
        }
        var differences = approved
            .Except(actual)
            .Select(name => $"no longer public: {name}")
            .Concat(actual.Except(approved).Select(name => $"public now: {name}"));
        Assert.True(
            approved.SequenceEqual(actual),
            $"{string.Join('\n', differences)}\nif that is intended, set {Approve}=1, test again and review the file"
        );
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
