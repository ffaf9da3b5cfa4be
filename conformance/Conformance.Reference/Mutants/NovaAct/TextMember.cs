using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using static Conformance.Reference.Mutants.NovaAct.NovaActMutant;

namespace Conformance.Reference.Mutants.NovaAct;

/// <summary>A text in a request, with its limits as the documents give them and the place where they are enforced.</summary>
/// <param name="Operation">The operation that takes it.</param>
/// <param name="Path">Its path in the request.</param>
/// <param name="Shortest">Fewest characters.</param>
/// <param name="Longest">Most characters.</param>
/// <param name="Pattern">Its pattern; empty where it has none.</param>
/// <param name="Change">The behaviour with another demand on it.</param>
internal sealed record TextMember(
    NovaActOperation Operation,
    string Path,
    int Shortest,
    int Longest,
    string Pattern,
    Func<Func<Member<string>, Member<string>>, NovaActBehaviour> Change
)
{
    private const string OfName = "[a-zA-Z0-9_-]{1,40}";
    private const string OfBucket = "[a-z0-9][a-z0-9.-]*[a-z0-9]";
    private const string OfKeyPrefix = @"[a-zA-Z0-9!\-_.*'()]+(?:/[a-zA-Z0-9!\-_.*'()]+)*";
    private const string OfToken = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,256}";

    public static readonly TextMember Name = new(
        CreateDefinition,
        "name",
        1,
        40,
        OfName,
        change => Twists.Definition(d => d with { Name = change(d.Name) })
    );

    public static readonly TextMember Description = new(
        CreateDefinition,
        "description",
        1,
        4000,
        "",
        change => Twists.Definition(d => d with { Description = change(d.Description) })
    );

    public static readonly TextMember Bucket = new(
        CreateDefinition,
        "exportConfig.s3BucketName",
        3,
        63,
        OfBucket,
        change => Twists.Definition(d => d with { S3BucketName = change(d.S3BucketName) })
    );

    public static readonly TextMember KeyPrefix = new(
        CreateDefinition,
        "exportConfig.s3KeyPrefix",
        1,
        100,
        OfKeyPrefix,
        change => Twists.Definition(d => d with { S3KeyPrefix = change(d.S3KeyPrefix) })
    );

    public static readonly TextMember DefinitionToken = new(
        CreateDefinition,
        "clientToken",
        33,
        256,
        OfToken,
        change => Twists.Definition(d => d with { ClientToken = change(d.ClientToken) })
    );

    public static readonly TextMember ModelId = new(
        CreateRun,
        "modelId",
        1,
        100,
        "",
        change => Twists.Run(r => r with { ModelId = change(r.ModelId) })
    );

    public static readonly TextMember SdkVersion = new(
        CreateRun,
        "clientInfo.sdkVersion",
        1,
        int.MaxValue,
        "",
        change => Twists.Run(r => r with { SdkVersion = change(r.SdkVersion) })
    );

    public static readonly TextMember RunToken = new(
        CreateRun,
        "clientToken",
        33,
        256,
        OfToken,
        change => Twists.Run(r => r with { ClientToken = change(r.ClientToken) })
    );

    public static readonly TextMember LogGroup = new(
        CreateRun,
        "logGroupName",
        1,
        512,
        "[a-zA-Z0-9_/.-]+",
        change => Twists.Run(r => r with { LogGroupName = change(r.LogGroupName) })
    );

    /// <summary>The name in the path of a run. A wrong one shows only where a definition of that name can be made.</summary>
    public static readonly TextMember PathName = new(
        CreateRun,
        "workflowDefinitionName",
        1,
        40,
        OfName,
        change => Name.Change(change) with { NameInPath = change(Twists.Correct.Definition.Name).Check }
    );

    /// <summary>The name in the path of a run alone: a definition may have a name that its runs can't use.</summary>
    public static readonly TextMember PathNameAlone = PathName with
    {
        Change = change => Twists.Correct with { NameInPath = change(Twists.Correct.Definition.Name).Check },
    };

    /// <summary>Operation and path, as requirement ids have them.</summary>
    public string Id => $"{Operation}/{Path}";
}
