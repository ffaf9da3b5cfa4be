using Conformance.Schemas.Loading;

namespace Conformance.Schemas.Tests;

public sealed class SchemaCatalogTests
{
    [Fact]
    public void EveryApiThatTheKitBringsAlongLoads()
    {
        var apis = SchemaCatalog.Embedded();
        Assert.Contains(apis, a => a is { Name: "nova-act", Title: "Amazon Nova Act", SigningName: "nova-act" });
        Assert.Equal(apis.Length, apis.Select(a => a.Name).Distinct().Count());
    }

    [Fact]
    public void EveryCitationReadsBackFromItsShortForm()
    {
        foreach (var schema in Files.Schemas)
        {
            var api = Files.LoadWith(schema, Files.Text(schema));
            var known = CitationBook.Always.With(api.Protocol.Sources);
            var book = SourcesReader.Read(JsonText.Parse(new("r", Files.Text(Files.RegisterOf(schema)))).Root, known);
            Assert.All(
                Cited(api).Distinct(),
                c => Assert.Equal(c, book.Read(JsonText.Parse(new("citation", $"\"{c}\"")).Root))
            );
        }
    }

    [Fact]
    public void OnlyADocumentsOwnLineIsNormative()
    {
        Assert.True(new Citation("D0", 67, "a page").IsNormative);
        Assert.False(new Citation("implied:D0", 5, "a page").IsNormative);
        Assert.False(new Citation("aws-model", null, "a model").IsNormative);
    }

    [Fact]
    public void EveryMemberHasATypeAndEveryMemberOfAnObjectIsRequiredOrOptional()
    {
        foreach (var operation in SchemaCatalog.Embedded().SelectMany(a => a.Operations))
        {
            var members = AllMembers(operation).ToList();
            var excluding = operation.Body.Where(m => operation.ExactlyOneOf.Contains(m.Name)).ToList();
            Assert.All(members, m => Assert.Single(m.Constraints.OfType<TypeIs>()));
            Assert.All(
                members.Where(m => m.Name != "[]").Except(excluding),
                m => Assert.Single(m.Constraints, c => c is Required or Optional)
            );
            Assert.DoesNotContain(excluding.SelectMany(m => m.Constraints), c => c is Required or Optional);
        }
    }

    [Fact]
    public void TheSourcesComeWithTheApi()
    {
        var sources = Files.NovaAct().Sources.ToDictionary(s => s.Key);
        Assert.Equal((207, 142, 125), (L("D0"), L("D1"), L("D4")));
        Assert.DoesNotContain("D2", sources.Keys);
        Assert.Null(sources["aws-model"].Lines);
        int? L(string key) => sources[key].Lines;
    }

    [Fact]
    public void AFileThatIsNotThereIsNamed() =>
        Assert.Contains(
            "schemas/apis/none/openapi.json",
            Assert.Throws<FileNotFoundException>(() => EmbeddedFiles.Text("apis/none/openapi.json")).Message,
            StringComparison.Ordinal
        );

    private static IEnumerable<Member> AllMembers(Operation o) =>
        o.RequestMembers()
            .Concat(o.Success.Members.SelectMany(m => m.SelfAndBelow()))
            .Concat(o.Success.Stream?.Events.SelectMany(e => e.Members).SelectMany(m => m.SelfAndBelow()) ?? [])
            .Concat(o.Errors.SelectMany(e => e.Members.Concat(e.Headers)).SelectMany(m => m.SelfAndBelow()));

    private static IEnumerable<Citation> Cited(Api api) =>
        api
            .Operations.SelectMany(AllMembers)
            .SelectMany(m => m.Constraints)
            .Select(c => c.Source)
            .Concat(api.Operations.SelectMany(o => o.Errors).Select(e => e.Source))
            .Concat(
                api.Operations.SelectMany(o => new[] { o.Source, o.Success.StatusSource, o.Success.ContentTypeSource })
            )
            .Concat(api.Behaviours.SelectMany(b => b.Sources))
            .Concat(api.Conventions.Select(c => c.Source));
}
