using System.Text.RegularExpressions;

namespace Conformance.Architecture.Tests;

/// <summary>The engine knows no API: it holds no API's name, no error's name and no header of one protocol.</summary>
public sealed partial class EngineNamesTests
{
    private const string Engine = "conformance/Conformance.Engine/";

    // Signing is a way of authentication that a configuration may ask for, whatever the API.
    private static readonly string[] OfSigning =
    [
        "conformance/Conformance.Engine/Http/SigV4Signer.cs",
        "conformance/Conformance.Engine/Webhooks/",
    ];

    // The reference target's variants are rows of data: each says which interpretation it takes.
    private static readonly string[] NamesNoInterpretation =
    [
        Engine,
        "conformance/Conformance.Apis/",
        "conformance/Conformance.Contracts/",
        "conformance/Conformance.Cli/",
        "generators/Conformance.Generators/",
        "schemas/Conformance.Schemas/",
    ];

    [Fact]
    public void TheEngineNamesNoApiAndNoneOfItsOperationsMembersOrErrors()
    {
        var names = NamesInSchemas().ToHashSet(StringComparer.Ordinal);
        var found =
            from file in Repository.Files(".cs")
            where file.Path.StartsWith(Engine, StringComparison.Ordinal)
            from line in file.Lines().Index()
            from word in Word().Matches(line.Item).Select(m => m.Value)
            where names.Contains(word)
            select $"{file.Path}:{line.Index + 1}: {word} is a name of an API; move it to the API's folder";
        Offences.None(found);
    }

    [Fact]
    public void TheEngineNamesNoHeaderOfOneProtocol()
    {
        var found =
            from file in Repository.Files(".cs")
            where file.Path.StartsWith(Engine, StringComparison.Ordinal)
            where !OfSigning.Any(s => file.Path.StartsWith(s, StringComparison.Ordinal))
            from line in file.Lines().Index()
            where Header().IsMatch(line.Item)
            select $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}; move the header to schemas/protocols";
        Offences.None(found);
    }

    [Fact]
    public void CodeAsksForTheTopicOfAnInterpretationAndNeverNamesItsId()
    {
        var found =
            from file in Repository.Files(".cs")
            where NamesNoInterpretation.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal))
            where !file.Path.Contains(".Tests/", StringComparison.Ordinal)
            from line in file.Lines().Index()
            where InterpretationId().IsMatch(line.Item)
            select $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}; ask for its topic";
        Offences.None(found);
    }

    [Fact]
    public void TheSearchKnowsTheNames()
    {
        var names = NamesInSchemas().ToList();
        Assert.Contains("nova-act", names);
        Assert.Contains("CreateWorkflowRun", names);
        Assert.Contains("workflowDefinitionName", names);
        Assert.Contains("ServiceQuotaExceededException", names);
        Assert.Contains("flowOutputEvent", names);
        Assert.Matches(Header(), "X-Amzn-Errortype");
        Assert.Matches(InterpretationId(), "(R24)");
    }

    /// <summary>Names of APIs, operations, errors, and of members that are more than one plain word.</summary>
    private static IEnumerable<string> NamesInSchemas() =>
        from file in Repository.Files("openapi.json")
        where file.Path.StartsWith("schemas/", StringComparison.Ordinal)
        from match in Name().Matches(File.ReadAllText(file.FullPath))
        let name = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value
        where IsTelling(name)
        select name;

    private static bool IsTelling(string name) =>
        name.Contains('-', StringComparison.Ordinal) || name.Skip(1).Any(char.IsUpper);

    [GeneratedRegex("\"(?:operationId|name)\"\\s*:\\s*\"([\\w-]+)\"|\"([a-z]+[A-Z]\\w+)\"\\s*:\\s*\\{")]
    private static partial Regex Name();

    [GeneratedRegex(@"[A-Za-z][\w-]*[\w]")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bR\d{1,2}\b")]
    private static partial Regex InterpretationId();

    [GeneratedRegex("x-amzn?-", RegexOptions.IgnoreCase)]
    private static partial Regex Header();
}
