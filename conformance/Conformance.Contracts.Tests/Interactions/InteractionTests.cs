using Conformance.Contracts.Interactions;
using Conformance.Contracts.Native;
using Conformance.Generators;
using Conformance.Schemas;

namespace Conformance.Contracts.Tests.Interactions;

public sealed class InteractionTests
{
    [Fact]
    public void IdAndDescriptionNameEachOther()
    {
        Assert.Distinct(Apis.Interactions.Select(i => i.Id));
        Assert.Distinct(Apis.Interactions.Select(i => (i.Operation.Api, i.Description)));
    }

    [Fact]
    public void AnIdSaysWhoseContractItIs() =>
        Assert.All(
            Apis.Interactions,
            i => Assert.StartsWith($"{i.Operation.Api}/{i.Operation.Id}/contract/", i.Id, StringComparison.Ordinal)
        );

    [Fact]
    public void EveryDocumentedOperationIsAcceptedWithLittleAndWithEverything() =>
        Assert.All(
            Apis.All.SelectMany(a => a.Documented),
            operation =>
                Assert.Superset(
                    new HashSet<string> { Name(operation, "success"), Name(operation, "success-full") },
                    Apis.Interactions.Select(i => i.Id).ToHashSet()
                )
        );

    /// <summary>Who lacks a permission, uses up a quota or meets a fault can't be told by a contract.</summary>
    [Fact]
    public void EveryErrorThatCanBeProvokedIsProvoked()
    {
        string[] beyond =
        [
            "nova-act/CreateWorkflowDefinition AccessDeniedException",
            "nova-act/CreateWorkflowDefinition InternalServerException",
            "nova-act/CreateWorkflowDefinition ServiceQuotaExceededException",
            "nova-act/CreateWorkflowDefinition ThrottlingException",
            "nova-act/CreateWorkflowRun AccessDeniedException",
            // Whether a spent token is a conflict is in dispute (R6): refused-other-parameters asks for a rejection.
            "nova-act/CreateWorkflowRun ConflictException",
            "nova-act/CreateWorkflowRun InternalServerException",
            "nova-act/CreateWorkflowRun ThrottlingException",
        ];
        var documented = Apis
            .All.SelectMany(a => a.Documented)
            .SelectMany(o => o.Errors.Select(e => $"{o.Api}/{o.Id} {e.Name}"));
        var provoked = Apis.Interactions.Select(i => $"{i.Operation.Api}/{i.Operation.Id} {i.Error}");
        Assert.Equal(beyond, documented.Except(provoked).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NothingThatIsOnlyObservedIsAskedFor() =>
        Assert.DoesNotContain(Apis.Interactions, i => i.Level == Level.May);

    [Fact]
    public void WhatADocumentDemandsIsApartFromWhatACompanionAdds()
    {
        Assert.Equal(Level.Must, Apis.Interaction("nova-act/CreateWorkflowRun/contract/success").Level);
        Assert.Equal(Level.Must, Apis.Interaction("nova-act/CreateWorkflowRun/contract/ValidationException").Level);
        var members = Apis.Interaction("nova-act/CreateWorkflowRun/contract/ValidationException/members");
        Assert.Equal(Level.Should, members.Level);
        Assert.Contains(members.Sources, s => s.Source == "aws-model");
    }

    [Fact]
    public void WhatABindingContractAssertsHasADocumentBehindIt() =>
        Assert.All(
            Apis.Interactions.Where(i => i.Level == Level.Must),
            i => Assert.Contains(i.Sources, s => s.IsNormative)
        );

    /// <summary>An error may come in the stream, behind status 200 (R21): other verifiers can't see that it is right.</summary>
    [Theory]
    [InlineData("bedrock-flows/InvokeFlow/contract/DependencyFailedException", true)]
    [InlineData("bedrock-flows/InvokeFlow/contract/success", false)]
    [InlineData("nova-act/CreateWorkflowRun/contract/ResourceNotFoundException", false)]
    [InlineData("nova-act/CreateWorkflowRun/contract/ResourceNotFoundException/members", true)]
    public void AFailureCountsOnlyWhereItIsSure(string id, bool isPending) =>
        Assert.Equal(isPending, Apis.Interaction(id).IsPending);

    [Fact]
    public void ARejectionNamesTheAcceptedRequestThatItIsComparedWith() =>
        Assert.All(
            Apis.Interactions.Where(i => i.Control is not null),
            i =>
            {
                var control = Apis.Interaction(i.Control!);
                Assert.Null(control.Control);
                Assert.Equal(i.Operation.Id, control.Operation.Id);
            }
        );

    [Fact]
    public void ARejectionIsNeverWithoutItsControl() =>
        Assert.All(
            Apis.Interactions.Where(i => Status(i) >= 400),
            i => Assert.False(string.IsNullOrEmpty(i.Control), i.Id)
        );

    [Fact]
    public void AResponseHoldsOnlyWhatHasToBeThere()
    {
        var run = Apis.Interaction("nova-act/CreateWorkflowRun/contract/ValidationException/members");
        var body = (JsonObject)run.Response.Body!;
        Assert.Equal(["message", "reason"], body.Properties.Select(p => p.Name));
    }

    [Fact]
    public void NamesAndTokensComeFromTheState() =>
        Assert.Equal(
            ["workflowDefinitionName", "modelId", "clientToken", "logGroupName"],
            Apis.Interaction("nova-act/CreateWorkflowRun/contract/success-full").Injects
        );

    [Fact]
    public void AnEarlierRequestIsToldToTheStateButForWhatIsFresh() =>
        Assert.Equal(
            """{"clientInfo":{"compatibilityVersion":1,"sdkVersion":"1.4.0"}}""",
            Apis.Interaction("nova-act/CreateWorkflowRun/contract/replay").States[0].Parameters.ToJson()
        );

    [Fact]
    public void AnUnknownFlowMayBeDeniedAsWell() =>
        Assert.Contains(
            "[404,403]",
            Apis.Interaction("bedrock-flows/InvokeFlow/contract/ResourceNotFoundException").Response.Status.ToJson(),
            StringComparison.Ordinal
        );

    private static string Name(Operation operation, string contract) =>
        $"{operation.Api}/{operation.Id}/contract/{contract}";

    private static int Status(Interaction interaction) =>
        int.Parse(Match.ExampleOf(interaction.Response.Status).ToJson(), null);
}
