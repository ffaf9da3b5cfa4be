using Conformance.Engine.Behaviours;
using Conformance.Engine.Planning;
using Conformance.Schemas;

namespace Conformance.Engine.Tests;

/// <summary>
/// A small API with all that only a configuration can tell: what must exist on the target, what is given one way or the
/// other, and names that no document gives.
/// </summary>
internal static class Samples
{
    private static readonly Citation Stated = new("D0", 1, "a document");
    private static readonly Required Required = new(Level.Must, Stated);
    private static readonly Optional Optional = new(Level.Must, Stated);

    /// <summary>An operation that needs a known flow and node, and takes a known port and layers.</summary>
    public static readonly Operation Ask = new(
        "sample",
        "Ask",
        "POST",
        "/flows/{flow}",
        OperationRole.Documented,
        Stated,
        [
            Known("flow", JsonKind.String, Required, new Pattern("[A-Za-z0-9:/]{4,64}", Level.Must, Stated)) with
            {
                Place = Place.Path,
                Example = "FLOW",
            },
        ],
        [
            Of("inputs", JsonKind.Array, Required, new MaxItems(1, Level.Must, Stated)) with
            {
                Members =
                [
                    Of("inputs[]", JsonKind.Object) with
                    {
                        Members =
                        [
                            Known("inputs[].node", JsonKind.String, Required),
                            Known("inputs[].port", JsonKind.String, Optional),
                            Of("inputs[].content", JsonKind.Any, Required),
                        ],
                    },
                ],
            },
            Of("label", JsonKind.String, Optional) with
            {
                Convention = "labelMember",
            },
            Of("count", JsonKind.Integer, Optional),
            Known("layers", JsonKind.Array, Optional) with
            {
                Members = [Of("layers[]", JsonKind.String)],
            },
            Of("token", JsonKind.String, Optional) with
            {
                Role = MemberRole.IdempotencyToken,
            },
        ],
        new SuccessResponse(
            200,
            Level.Must,
            Stated,
            "application/json",
            Level.Must,
            Stated,
            [
                Of("id", JsonKind.String, Required) with
                {
                    Role = MemberRole.Identifier,
                    Convention = "idMember",
                },
                Of("layers", JsonKind.Array, Optional) with
                {
                    Members = [Of("layers[]", JsonKind.String)],
                },
            ]
        ),
        []
    );

    /// <summary>The same with a known instance or a set-up, of which exactly one is given.</summary>
    public static readonly Operation AskEither = Ask with
    {
        Id = "AskEither",
        Body = [.. Ask.Body, Known("instance", JsonKind.String), Of("setup", JsonKind.Object)],
        ExactlyOneOf = ["instance", "setup"],
    };

    public static readonly Api Api = new("sample", "Sample", "1", null, [Ask, AskEither], [], [])
    {
        Fixtures = [new("arn", "The flow's long name.", "arn:flow"), new("failures", "What fails.", "{}")],
        Conventions =
        [
            new("labelMember", "label", "What the label is called.", Stated),
            new("idMember", "id", "What the id is called.", Stated),
        ],
    };

    public static readonly ApiModule Module = new("sample", []);

    /// <summary>The API with all its requirements.</summary>
    public static PlannedApi Planned { get; } = Of(Api);

    public static PlannedApi Of(Api api) => PlannedApi.Of(api, Module);

    public static Member MemberAt(string path) => AskEither.RequestMembers().First(m => m.Path == path);

    private static Member Known(string path, JsonKind kind, params ImmutableArray<Constraint> constraints) =>
        Of(path, kind, constraints) with
        {
            Role = MemberRole.Known,
        };

    private static Member Of(string path, JsonKind kind, params ImmutableArray<Constraint> constraints) =>
        new(
            path.EndsWith("[]", StringComparison.Ordinal) ? "[]" : path.Split('.')[^1],
            path,
            Place.Body,
            kind,
            [new TypeIs(kind, Level.Must, Stated), .. constraints],
            []
        );
}
