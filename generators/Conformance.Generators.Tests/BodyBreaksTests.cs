using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Conformance.Schemas;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

public sealed class BodyBreaksTests
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 100_000, AllowDuplicateProperties = false };
    private static readonly JsonValue Valid = Values.Body(RunBody, withOptional: true, Seeded);
    private static readonly ImmutableArray<BrokenBody> Bodies = All(Valid, RunBody);

    [Theory]
    [InlineData(BodyViolation.NotJson)]
    [InlineData(BodyViolation.LenientJson)]
    [InlineData(BodyViolation.TrailingText)]
    [InlineData(BodyViolation.Empty)]
    [InlineData(BodyViolation.InvalidUtf8)]
    [InlineData(BodyViolation.RepeatedMember)]
    public void AStrictReaderRejectsIt(BodyViolation kind) =>
        Assert.All(Of(kind), body => Assert.ThrowsAny<JsonException>(() => Parse(body).Dispose()));

    [Theory]
    [InlineData(BodyViolation.NotAnObject)]
    [InlineData(BodyViolation.DeepNesting)]
    [InlineData(BodyViolation.Large)]
    [InlineData(BodyViolation.WrongContentType)]
    [InlineData(BodyViolation.MissingContentType)]
    [InlineData(BodyViolation.UnknownMember)]
    [InlineData(BodyViolation.MisspeltMember)]
    [InlineData(BodyViolation.LegalForm)]
    public void AStrictReaderReadsIt(BodyViolation kind) => Assert.All(Of(kind), body => Parse(body).Dispose());

    [Fact]
    public void NoLenientReaderTakesTruncatedTextForJson()
    {
        var lenient = new JsonDocumentOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
        };

        Assert.All(
            Of(BodyViolation.NotJson),
            body => Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body.Bytes, lenient))
        );
    }

    [Theory]
    [InlineData(BodyViolation.LegalForm)]
    [InlineData(BodyViolation.Large)]
    public void LegalFormsSayTheSame(BodyViolation kind) =>
        Assert.All(
            Of(kind),
            body =>
            {
                using var form = Parse(body);
                using var valid = JsonDocument.Parse(Valid.ToUtf8());
                Assert.True(JsonElement.DeepEquals(valid.RootElement, form.RootElement));
            }
        );

    [Fact]
    public void NothingButTheRootIsWrongWithWhatIsNoObject() =>
        Assert.All(
            Of(BodyViolation.NotAnObject),
            body =>
            {
                using var document = Parse(body);
                Assert.NotEqual(JsonValueKind.Object, document.RootElement.ValueKind);
            }
        );

    [Fact]
    public void AMislabelledBodyIsOtherwiseValid() =>
        Assert.All(
            Of(BodyViolation.WrongContentType).Concat(Of(BodyViolation.MissingContentType)),
            body =>
            {
                Assert.Equal(Valid.ToUtf8(), body.Bytes);
                Assert.NotEqual("application/json", body.ContentType);
            }
        );

    [Fact]
    public void InvalidBytesStandInAMemberWhosePatternHasNoRoomForTheirReplacement()
    {
        var body = Bodies.First(b => b.Class == "never-utf8");

        var token = ((JsonText)Valid.At("clientToken")!).Value;
        Assert.Contains(
            $"\"clientToken\":\"{token}\uFFFD\"",
            Encoding.UTF8.GetString(body.Bytes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void UnknownMembersStandInEveryObject() =>
        Assert.Equal(
            ["unknown-member", "unknown-member-in-clientInfo"],
            Of(BodyViolation.UnknownMember).Select(b => b.Class)
        );

    [Fact]
    public void EveryKindIsThereAndLabelsAreUnique()
    {
        foreach (var kind in Enum.GetValues<BodyViolation>())
        {
            var bodies = BodyBreaks.Of(kind, Valid, RunBody, Seeded);
            Assert.NotEmpty(bodies);
            Assert.All(bodies, body => Assert.Equal(kind, body.Kind));
        }
        Assert.Distinct(Bodies.Select(b => b.Class));
    }

    [Fact]
    public void BodiesOfEveryOperationCanBeBroken()
    {
        foreach (var members in new[] { DefinitionBody, FlowBody })
        {
            var bodies = All(Values.Body(members, withOptional: false, Seeded), members);
            Assert.Distinct(bodies.Select(b => b.Class));
            Assert.All(
                bodies.Where(b => b.Kind is BodyViolation.NotJson or BodyViolation.InvalidUtf8),
                b => Assert.ThrowsAny<JsonException>(() => Parse(b).Dispose())
            );
        }
    }

    [Fact]
    public void AnEmptyObjectCanBeBrokenToo() =>
        Assert.All(
            BodyBreaks.Of(BodyViolation.NotJson, JsonObject.Empty, [], Seeded),
            b => Assert.ThrowsAny<JsonException>(() => Parse(b).Dispose())
        );

    private static ImmutableArray<BrokenBody> All(JsonValue valid, ImmutableArray<Member> members) =>
        [.. Enum.GetValues<BodyViolation>().SelectMany(kind => BodyBreaks.Of(kind, valid, members, Seeded))];

    private static IEnumerable<BrokenBody> Of(BodyViolation kind) => Bodies.Where(body => body.Kind == kind);

    // System.Text.Json looks at the bytes of a text only when it is asked for.
    private static JsonDocument Parse(BrokenBody body) =>
        Utf8.IsValid(body.Bytes) ? JsonDocument.Parse(body.Bytes, Strict) : throw new JsonException("expected UTF-8");
}
