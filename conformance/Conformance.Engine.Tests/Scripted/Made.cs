using Conformance.Engine.Testing;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Engine.Tests.Scripted;

/// <summary>Members, operations and APIs made by hand, as small as a test needs them.</summary>
internal static class Made
{
    public static readonly Required Required = new(Level.Must, At(2));
    public static readonly Optional Optional = new(Level.Must, At(3));

    /// <summary>The error for invalid input.</summary>
    public static readonly ErrorResponse Invalid = Error("InvalidException", 400, ErrorCause.InvalidInput);

    /// <summary>Where a response of such an API names its error.</summary>
    public static readonly ErrorNamePlace NamePlace = new("X-Amzn-Errortype", ["__type", "code"], Level.Should, At(21));

    /// <summary>What an error lists invalid members in.</summary>
    public static readonly Member FieldList = Member("fieldList", JsonKind.Array) with
    {
        Role = MemberRole.InvalidMembers,
        Members =
        [
            Member("fieldList[]", JsonKind.Object) with
            {
                Members = [Text("fieldList[].name") with { Role = MemberRole.InvalidMember }],
            },
        ],
    };

    /// <summary>The same error, with the invalid members and the resource that is missing.</summary>
    public static readonly ErrorResponse Listing = Invalid with
    {
        Members = [FieldList, Text("resourceId") with { Role = MemberRole.MissingResource }],
    };

    public static readonly ErrorResponse Taken = Error("TakenException", 409, ErrorCause.Conflict);

    public static readonly ErrorResponse Missing = Error("MissingException", 404, ErrorCause.NotFound);

    /// <summary>A line of the one document.</summary>
    public static Citation At(int line) => new("D0", line, "a document");

    /// <summary>An interpretation that the kit knows by these topics.</summary>
    public static Interpretation Interpretation(string id, params ImmutableArray<InterpretationTopic> about) =>
        new(id, "a question", ["one way", "another"], null) { About = about };

    public static MinLength Min(int limit) => new(limit, Level.Must, At(4));

    public static MaxLength Max(int limit) => new(limit, Level.Must, At(5));

    public static Pattern Matching(string pattern) => new(pattern, Level.Must, At(6));

    /// <summary>A member of the body with its kind as its first constraint.</summary>
    public static Member Member(string path, JsonKind kind, params ImmutableArray<Constraint> constraints) =>
        new(
            path.EndsWith("[]", StringComparison.Ordinal) ? "[]" : path.Split('.')[^1],
            path,
            Place.Body,
            kind,
            [new TypeIs(kind, Level.Must, At(1)), .. constraints],
            []
        )
        {
            Interpretations =
            [
                Interpretation("R4", InterpretationTopic.LengthUnit),
                Interpretation("R8", InterpretationTopic.NullForOptional),
                Interpretation("R12", InterpretationTopic.IntegerSpelling),
            ],
        };

    public static Member Text(string path, params ImmutableArray<Constraint> constraints) =>
        Member(path, JsonKind.String, constraints);

    /// <summary>An operation that puts things, with these members in its body and the error for invalid input.</summary>
    public static Operation Operation(params ImmutableArray<Member> body) =>
        new(
            "sample",
            "Put",
            "PUT",
            "/things",
            OperationRole.Documented,
            At(10),
            [],
            body,
            new SuccessResponse(
                201,
                Level.Must,
                At(11),
                "application/json",
                Level.Should,
                At(12),
                [Text("status", Required)]
            ),
            [Invalid]
        )
        {
            ErrorName = NamePlace,
        };

    public static Api Api(params ImmutableArray<Operation> operations) =>
        new("sample", "Sample", "1", null, operations, [], []);

    public static ErrorResponse Error(
        string name,
        int status,
        ErrorCause cause,
        params ImmutableArray<Member> members
    ) =>
        new(name, status, cause, Level.Must, At(13), members)
        {
            BodyIs = new TypeIs(JsonKind.Object, Level.Must, At(14)),
        };

    public static Sample Sample(string text) => new(new JsonText(text), $"text-{text.Length}", $"\"{text}\"");

    /// <summary>A case that sets the member to this text.</summary>
    public static Case Case(Member member, string text) => Engine.Testing.Case.Setting(member, Sample(text));
}
