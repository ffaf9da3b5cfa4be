using System.Collections.Frozen;

namespace Conformance.Architecture.Tests;

/// <summary>Dependencies point one way: schemas ← generators ← engine ← apis, schemas ← reports ← engine, apis ← self-test, all ← cli.</summary>
public sealed class DependencyTests
{
    private const string Schemas = "Conformance.Schemas";
    private const string Generators = "Conformance.Generators";
    private const string Reports = "Conformance.Reports";
    private const string Engine = "Conformance.Engine";
    private const string Apis = "Conformance.Apis";
    private const string Contracts = "Conformance.Contracts";
    private const string Reference = "Conformance.Reference";
    private const string SelfTest = "Conformance.SelfTest";
    private const string XUnit = "Conformance.XUnit";
    private const string Cli = "Conformance.Cli";

    /// <summary>What each project may use; the same table as in conformance/docs/architecture.md.</summary>
    private static readonly FrozenDictionary<string, string[]> MayUse = new Dictionary<string, string[]>
    {
        [Schemas] = [],
        [Generators] = [Schemas],
        ["Conformance.Generators.Benchmarks"] = [Schemas, Generators, Reports],
        [Reports] = [Schemas],
        [Engine] = [Schemas, Generators, Reports],
        [Apis] = [Schemas, Generators, Reports, Engine],
        [Contracts] = [Schemas, Generators, Reports, Engine, Apis],
        [Reference] = [],
        [SelfTest] = [Schemas, Generators, Reports, Engine, Apis, Reference],
        [XUnit] = [Engine, Apis, Reports],
        [Cli] = [Schemas, Generators, Reports, Engine, Apis, Contracts, Reference, SelfTest],
        ["Conformance.Architecture.Tests"] = [],
        ["Conformance.HostileTargets.Tests"] = [Cli, Reference, SelfTest],
    }.ToFrozenDictionary();

    [Fact]
    public void EveryProjectUsesOnlyWhatItMay()
    {
        var refused =
            from project in Repository.Projects()
            let allowed = AllowedFor(project.Name)
            from used in References(project)
            where !allowed.Contains(used)
            select $"{project.Path} uses {used}; it may use {(allowed.Length == 0 ? "none of ours" : string.Join(", ", allowed))}";
        Offences.None(refused);
    }

    [Fact]
    public void EveryProjectHasItsPlaceInTheTable()
    {
        var unknown = Repository.Projects().Where(p => !p.IsTest && !MayUse.ContainsKey(p.Name)).Select(p => p.Path);
        Offences.None(unknown);
    }

    [Fact]
    public void EveryTestProjectHasASubject()
    {
        var orphans = Repository
            .Projects()
            .Where(p => p.IsTest && !MayUse.ContainsKey(p.Name) && SubjectOf(p.Name) is null);
        Offences.None(orphans.Select(p => p.Path));
    }

    [Fact]
    public void EveryProjectIsInTheSolution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Conformance.sln")).Replace('\\', '/');
        var missing = Repository
            .Projects()
            .Select(p => p.Path)
            .Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal));
        Offences.None(missing);
    }

    [Fact]
    public void ATestProjectStandsBesideItsSubject()
    {
        var projects = Repository.Projects().ToDictionary(p => p.Name);
        var apart =
            from project in projects.Values
            where project.IsTest && SubjectOf(project.Name) is { } subject && projects.ContainsKey(subject)
            where PlaceOf(project) != PlaceOf(projects[SubjectOf(project.Name)!])
            select project.Path;
        Offences.None(apart);
    }

    private static string[] AllowedFor(string project) =>
        MayUse.TryGetValue(project, out var allowed) ? allowed
        : SubjectOf(project) is { } subject ? [subject, Reference, SelfTest]
        : [];

    /// <summary>The project that the tests are about: the longest name that theirs begins with.</summary>
    private static string? SubjectOf(string tests) =>
        tests.EndsWith(".Tests", StringComparison.Ordinal)
            ? MayUse.Keys.Where(name => tests.StartsWith(name + ".", StringComparison.Ordinal)).MaxBy(n => n.Length)
            : null;

    private static string PlaceOf(SourceFile project) => Path.GetDirectoryName(project.Folder)!;

    private static IEnumerable<string> References(SourceFile project) =>
        project
            .Xml()
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')));
}
