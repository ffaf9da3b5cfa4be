using Conformance.Schemas;
using NJsonSchema;
using static Conformance.Generators.Tests.Fixtures;

namespace Conformance.Generators.Tests;

/// <summary>The generators' idea of valid and invalid against another implementation of the schema.</summary>
public sealed class NJsonSchemaTests
{
    // 36 seeds bring together some 100,000 values.
    private const int Seeds = 36;

    [Fact]
    public async Task NJsonSchemaAcceptsWhatIsLegalAndRejectsWhatIsNot()
    {
        var count = 0;
        foreach (var (member, constraint) in Facts.Where(f => f.Member.Place == Place.Body))
        {
            var schema = await JsonSchema.FromJsonAsync(SchemaOf(member), TestContext.Current.CancellationToken);
            for (var i = 0; i < Seeds; i++)
            {
                var draw = Seeded.For($"seed-{i}");
                foreach (var sample in Values.JustInside(member, constraint, draw))
                    Assert.True(Accepts(schema, sample, ref count), $"{member.Path} {constraint.Keyword} {sample}");
                foreach (var sample in Values.BreakingOnly(member, constraint, draw).Samples.Where(CanRead))
                    Assert.False(Accepts(schema, sample, ref count), $"{member.Path} {constraint.Keyword} {sample}");
            }
        }
        Assert.True(count > 50_000, $"{count} values");
    }

    // It throws at integers beyond 64 bits.
    private static bool CanRead(Sample sample) =>
        sample.Value is not JsonRaw { IsNumber: true } number || number.Text.Length < 19;

    private static bool Accepts(JsonSchema schema, Sample sample, ref int count)
    {
        count++;
        return schema.Validate(sample.Value.ToJson()).Count == 0;
    }

    // It lets a newline follow a dollar sign, and searches where nothing is anchored: the whole is said outright.
    private static string SchemaOf(Member member) =>
        new JsonObject([
            .. member.Constraints.SelectMany(Keywords).Select(keyword => new JsonProperty(keyword.Name, keyword.Value)),
        ]).ToJson();

    private static (string Name, JsonValue Value)[] Keywords(Constraint constraint) =>
        constraint switch
        {
            TypeIs { Kind: JsonKind.Any } => [],
            TypeIs type => [("type", new JsonText(type.Kind.ToString().ToLowerInvariant()))],
            Pattern pattern => [("pattern", new JsonText($@"\A(?:{pattern.Text.TrimStart('^').TrimEnd('$')})\z"))],
            OneOf one => [("enum", new JsonArray([.. one.Values.Select(v => new JsonText(v))]))],
            MinLength { Limit: var n } => [("minLength", new JsonRaw($"{n}"))],
            MaxLength { Limit: var n } => [("maxLength", new JsonRaw($"{n}"))],
            MinItems { Limit: var n } => [("minItems", new JsonRaw($"{n}"))],
            MaxItems { Limit: var n } => [("maxItems", new JsonRaw($"{n}"))],
            Minimum { Limit: var n } => [("minimum", new JsonRaw($"{n}"))],
            Maximum { Limit: var n } => [("maximum", new JsonRaw($"{n}"))],
            _ => [],
        };
}
