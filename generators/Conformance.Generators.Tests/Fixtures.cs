using Conformance.Schemas;

namespace Conformance.Generators.Tests;

/// <summary>Members as the documents describe them: built by hand, and those of the schemas.</summary>
internal static class Fixtures
{
    public const string Name = "[a-zA-Z0-9_-]{1,40}";
    public const string Token = "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,256}";
    public const string LogGroup = "[a-zA-Z0-9_/.-]+";
    public const string Bucket = "[a-z0-9][a-z0-9.-]*[a-z0-9]";
    public const string KeyPrefix = @"[a-zA-Z0-9!\-_.*'()]+(?:/[a-zA-Z0-9!\-_.*'()]+)*";
    public const string Uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    public const string NodeNamePattern = "^[a-zA-Z]([_]?[0-9a-zA-Z]){0,99}$";
    public const string Flow = "^(arn:aws:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:flow/[0-9a-zA-Z]{10})|([0-9a-zA-Z]{10})$";
    public const string Alias =
        @"^(arn:aws:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:flow/[0-9a-zA-Z]{10}/alias/[0-9a-zA-Z]{10})|(\bTSTALIASID\b|[0-9a-zA-Z]+)$";

    // First of all: the members below are made with it.
    private static readonly ImmutableArray<Interpretation> OfProtocol = SchemaCatalog
        .Embedded()[0]
        .Protocol.Interpretations;

    public static Draw Seeded { get; } = new(42, "cf7k2a", 8);

    public static ValueSource Values { get; } = new();

    public static Member WorkflowName { get; } =
        Text("name", 1, 40, Name) with
        {
            Role = MemberRole.UniqueName,
            Likeness = "name",
        };

    public static Member WorkflowDefinitionName { get; } =
        Text("workflowDefinitionName", 1, 40, Name, place: Place.Path) with
        {
            Role = MemberRole.Reference,
            Likeness = "name",
        };

    public static Member Description { get; } =
        Text("description", 1, 4000, null, isRequired: false) with
        {
            Likeness = "description",
        };

    public static Member BucketName { get; } =
        Text("s3BucketName", 3, 63, Bucket, path: "exportConfig.s3BucketName") with
        {
            Likeness = "bucket",
        };

    public static Member S3KeyPrefix { get; } =
        Text("s3KeyPrefix", 1, 100, KeyPrefix, isRequired: false, path: "exportConfig.s3KeyPrefix");

    public static Member ExportConfig { get; } =
        Of("exportConfig", JsonKind.Object, isRequired: false) with
        {
            Members = [BucketName, S3KeyPrefix],
        };

    public static Member ClientToken { get; } =
        Text("clientToken", 33, 256, Token, isRequired: false) with
        {
            Role = MemberRole.IdempotencyToken,
        };

    public static Member ModelId { get; } = Text("modelId", 1, 100, null) with { IsLookedUp = true };

    public static Member CompatibilityVersion { get; } =
        Of("compatibilityVersion", JsonKind.Integer, path: "clientInfo.compatibilityVersion");

    public static Member SdkVersion { get; } =
        Of(
            "sdkVersion",
            JsonKind.String,
            isRequired: false,
            path: "clientInfo.sdkVersion",
            more: new MinLength(1, Level.Should, Cited)
        ) with
        {
            Likeness = "version",
        };

    public static Member ClientInfo { get; } =
        Of("clientInfo", JsonKind.Object) with
        {
            Members = [CompatibilityVersion, SdkVersion],
        };

    public static Member LogGroupName { get; } =
        Text("logGroupName", 1, 512, LogGroup, isRequired: false) with
        {
            Likeness = "logGroup",
        };

    public static Member FlowIdentifier { get; } = Text("flowIdentifier", 0, 2048, Flow, place: Place.Path);

    public static Member FlowAliasIdentifier { get; } = Text("flowAliasIdentifier", 0, 2048, Alias, place: Place.Path);

    public static Member NodeName { get; } = Patterned("nodeName", NodeNamePattern, "inputs[].nodeName");

    public static Member Document { get; } = Of("document", JsonKind.Any, path: "inputs[].content.document");

    public static Member Content { get; } =
        Of("content", JsonKind.Object, path: "inputs[].content") with
        {
            Members = [Document],
        };

    public static Member Inputs { get; } =
        Of(
            "inputs",
            JsonKind.Array,
            more: [new MinItems(1, Level.Must, Cited), new MaxItems(1, Level.Must, Cited)]
        ) with
        {
            Members = [Of("[]", JsonKind.Object, path: "inputs[]") with { Members = [Content, NodeName] }],
        };

    public static Member InstanceId { get; } = Patterned("workflowInstanceId", Uuid, "workflowInstanceId");

    public static Member Layers { get; } =
        Of("layers", JsonKind.Array, isRequired: false) with
        {
            Members = [Of("[]", JsonKind.String, path: "layers[]")],
        };

    public static Member Budget { get; } =
        Of("executionBudgetUsd", JsonKind.Number, isRequired: false, more: new Minimum(0, Level.Must, Cited));

    public static Member SortOrder { get; } =
        Of(
            "sortOrder",
            JsonKind.String,
            isRequired: false,
            more: new OneOf(["Ascending", "Descending"], Level.Should, Cited)
        );

    public static Member MaxResults { get; } =
        Of(
            "maxResults",
            JsonKind.Integer,
            isRequired: false,
            more: [new Minimum(1, Level.Should, Cited), new Maximum(100, Level.Should, Cited)]
        ) with
        {
            Place = Place.Query,
        };

    public static ImmutableArray<Member> DefinitionBody => [WorkflowName, Description, ExportConfig, ClientToken];

    public static ImmutableArray<Member> RunBody => [ModelId, ClientInfo, ClientToken, LogGroupName];

    public static ImmutableArray<Member> FlowBody => [Inputs];

    public static ImmutableArray<Member> All =>
        [
            .. DefinitionBody.Concat(RunBody).Concat(FlowBody).SelectMany(m => m.SelfAndBelow()).Distinct(),
            WorkflowDefinitionName,
            FlowIdentifier,
            FlowAliasIdentifier,
            InstanceId,
            Layers,
            Budget,
            SortOrder,
            MaxResults,
            .. Embedded,
        ];

    /// <summary>The members of every request that the schemas of the kit document.</summary>
    public static ImmutableArray<Member> Embedded { get; } =
    [.. SchemaCatalog.Embedded().SelectMany(api => api.Documented).SelectMany(o => o.RequestMembers())];

    public static IEnumerable<(Member Member, Constraint Constraint)> Facts =>
        All.SelectMany(member => member.Constraints.Select(constraint => (member, constraint)));

    public static Citation Cited => new("D0", 1, "a document");

    private static Member Text(
        string name,
        int min,
        int max,
        string? pattern,
        bool isRequired = true,
        Place place = Place.Body,
        string? path = null
    ) =>
        Of(
            name,
            JsonKind.String,
            isRequired,
            path,
            [
                new MinLength(min, Level.Must, Cited),
                new MaxLength(max, Level.Must, Cited),
                .. pattern is null ? Array.Empty<Constraint>() : [new Pattern(pattern, Level.Must, Cited)],
            ]
        ) with
        {
            Place = place,
        };

    private static Member Patterned(string name, string pattern, string path) =>
        Of(name, JsonKind.String, path: path, more: new Pattern(pattern, Level.Should, Cited));

    public static Member Of(
        string name,
        JsonKind kind,
        bool isRequired = true,
        string? path = null,
        params Constraint[] more
    ) =>
        new(
            name,
            path ?? name,
            Place.Body,
            kind,
            [
                isRequired ? new Required(Level.Must, Cited) : new Optional(Level.Must, Cited),
                new TypeIs(kind, Level.Must, Cited),
                .. more,
            ],
            []
        )
        {
            Interpretations = OfProtocol,
        };
}
