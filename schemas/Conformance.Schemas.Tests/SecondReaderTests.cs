using Microsoft.OpenApi;

namespace Conformance.Schemas.Tests;

/// <summary>Other tools read our documents too, and see the same API.</summary>
public sealed class SecondReaderTests
{
    public static TheoryData<string> Schemas => [.. Files.Schemas];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void TheDocumentIsValidOpenApi(string name)
    {
        var result = OpenApiDocument.Parse(Files.Text(name), OpenApiConstants.Json);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_0, result.Diagnostic!.SpecificationVersion);
        Assert.Empty(result.Diagnostic.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task ASecondReaderSeesTheSameOperationsAndLimits(string name)
    {
        var document = await NSwag.OpenApiDocument.FromJsonAsync(
            Files.Text(name),
            TestContext.Current.CancellationToken
        );
        var api = Files.LoadWith(name, Files.Text(name));
        var theirs = document.Operations.ToDictionary(o => o.Operation.OperationId, o => o.Operation);
        Assert.Equal(api.Operations.Select(o => o.Id).Order(), theirs.Keys.Order());
        Assert.All(api.Operations, ours => Assert.Equal(Limits(ours).Order(), TheirLimits(theirs[ours.Id]).Order()));
    }

    private static IEnumerable<string> Limits(Operation operation) =>
        operation
            .Parameters.Concat(operation.Body)
            .Select(m => Row(m.Name, m.IsRequired, m.Find<MaxLength>()?.Limit, m.Find<Pattern>()?.Text));

    private static IEnumerable<string> TheirLimits(NSwag.OpenApiOperation operation)
    {
        var parameters = operation.ActualParameters.Where(p => p.Kind != NSwag.OpenApiParameterKind.Body);
        var body = operation.RequestBody?.Content["application/json"].Schema.ActualSchema.Properties;
        return parameters
            .Select(p => Row(p.Name, p.IsRequired, p.ActualSchema.MaxLength, p.ActualSchema.Pattern))
            .Concat(body?.Values.Select(p => Row(p.Name, p.IsRequired, p.MaxLength, p.Pattern)) ?? []);
    }

    private static string Row(string name, bool isRequired, int? maxLength, string? pattern) =>
        $"{name} {isRequired} {maxLength} {pattern}";
}
