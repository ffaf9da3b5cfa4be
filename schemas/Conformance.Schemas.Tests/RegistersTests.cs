namespace Conformance.Schemas.Tests;

/// <summary>What holds for the registers of all APIs together.</summary>
public sealed class RegistersTests
{
    private static readonly IReadOnlyList<Api> Apis = SchemaCatalog.Embedded();

    [Fact]
    public void AnInterpretationSaysTheSameInEveryRegister() =>
        Assert.All(
            Apis.SelectMany(a => a.Interpretations).GroupBy(r => r.Id),
            same => Assert.Single(same.Select(r => $"{r.Text} {string.Join(' ', r.Positions)} {r.InForce}").Distinct())
        );

    [Fact]
    public void EveryInterpretationThatAConstraintOrBehaviourNamesIsThere()
    {
        foreach (var api in Apis)
        {
            var named = api
                .Operations.SelectMany(o => o.RequestMembers())
                .SelectMany(m => m.Constraints)
                .SelectMany(c => c.InterpretationIds)
                .Concat(api.Behaviours.SelectMany(b => b.Interpretations));
            Assert.Subset(api.Interpretations.Select(r => r.Id).ToHashSet(), named.ToHashSet());
        }
    }

    /// <summary>Topics that only an API's own schema brings in, by naming the interpretation at a constraint.</summary>
    private static readonly InterpretationTopic[] NamedBySchemas =
    [
        InterpretationTopic.EmptyObject,
        InterpretationTopic.NoEntries,
        InterpretationTopic.AnyJson,
        InterpretationTopic.Spelling,
        InterpretationTopic.CallbackUrl,
        InterpretationTopic.RoundedNumber,
    ];

    [Fact]
    public void EveryTopicThatCanComeUpInAnyApiHasAnInterpretationInEveryApi() =>
        Assert.All(
            from api in Apis
            from topic in Enum.GetValues<InterpretationTopic>().Except(NamedBySchemas)
            select (api, topic),
            of => Assert.NotEqual("", of.api.InterpretationOn(of.topic))
        );

    [Fact]
    public void AnApisOwnInterpretationGoesBeforeItsProtocols()
    {
        string On(string api) => Apis.Single(a => a.Name == api).InterpretationOn(InterpretationTopic.EmptyText);
        Assert.Equal(("R25", "R43"), (On("pennsieve"), On("nova-act")));
    }

    [Fact]
    public void AMembersInterpretationsAreThoseOfItsApi() =>
        Assert.All(
            from api in Apis
            from member in api.Operations.SelectMany(o => o.RequestMembers()).SelectMany(m => m.SelfAndBelow())
            select (api, member),
            of => Assert.Equal(of.api.Interpretations, of.member.Interpretations)
        );

    [Fact]
    public void WhatOnlyTheConfigurationKnowsIsDescribedWithAnExample() =>
        Assert.All(
            Apis.SelectMany(a => a.Operations)
                .SelectMany(o => o.RequestMembers())
                .Where(m => m.Role == MemberRole.Known),
            m =>
            {
                Assert.EndsWith(".", m.Description, StringComparison.Ordinal);
                Assert.NotEmpty(m.Example!);
            }
        );

    [Fact]
    public void WhatIsOnlyRecordedSaysSoAndNamesAnInterpretation() =>
        Assert.All(
            Apis.Where(a => a.Name != "nova-act").SelectMany(a => a.Behaviours).Where(b => b.Level == Level.May),
            b =>
            {
                Assert.Contains("recorded", b.Says, StringComparison.Ordinal);
                Assert.NotEmpty(b.Interpretations);
            }
        );

    [Fact]
    public void EveryBehaviourIsCitedAndSaysItsDutyInOneSentence() =>
        Assert.All(
            Apis.SelectMany(a => a.Behaviours),
            b =>
            {
                Assert.NotEmpty(b.Sources);
                Assert.EndsWith(".", b.Says, StringComparison.Ordinal);
                Assert.DoesNotContain(". ", b.Says, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void AnInterpretationInForceIsOneOfItsPositions() =>
        Assert.All(
            Apis.SelectMany(a => a.Interpretations).Where(r => r.InForce is not null),
            r => Assert.Contains(r.InForce, r.Positions)
        );

    [Fact]
    public async Task EveryRegisterSatisfiesItsPublishedSchema()
    {
        var text = EmbeddedFiles.Text("apis/register.schema.json").Text;
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(text, TestContext.Current.CancellationToken);
        foreach (var register in Files.Schemas.Select(Files.RegisterOf))
        {
            Assert.Empty(schema.Validate(Files.Text(register)));
            Assert.NotEmpty(schema.Validate(Files.Changed(register, "/behaviours/0/level", "\"perhaps\"")));
        }
    }

    [Fact]
    public async Task EveryProtocolSatisfiesItsPublishedSchema()
    {
        var text = EmbeddedFiles.Text("protocols/protocol.schema.json").Text;
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(text, TestContext.Current.CancellationToken);
        Assert.NotEmpty(ProtocolCatalog.Names);
        foreach (var name in ProtocolCatalog.Names)
        {
            var file = $"schemas/protocols/{name}.json";
            Assert.Equal(name, ProtocolCatalog.Of(name).Name);
            Assert.Empty(schema.Validate(Files.Text(file)));
            Assert.NotEmpty(schema.Validate(Files.Changed(file, "/behaviours/0/level", "\"perhaps\"")));
        }
    }
}
