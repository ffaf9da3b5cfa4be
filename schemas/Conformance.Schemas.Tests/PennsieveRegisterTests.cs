namespace Conformance.Schemas.Tests;

/// <summary>The behaviours, interpretations, conventions and fixtures of Pennsieve, by hand.</summary>
public sealed class PennsieveRegisterTests
{
    private const string Behaviours = """
        modes/by-instance Must D2:3,D2:17
        modes/by-configuration Must D2:3,D2:22
        modes/both Must D2:3 R25
        modes/neither Must D2:3 R25
        modes/find-or-create-same-instance Must D2:22
        modes/another-configuration Should implied:D2:22
        modes/names-the-instance Should implied:D2:17
        modes/unknown-instance Must D2:17 R25
        runs/distinct Should implied:D2:3
        label/default Must D2:26
        label/given Should implied:D2:26
        label/empty May D2:26 R25
        nodes/unknown-data-source Must D2:32 R25
        nodes/unknown-data-target May D2:37 R25
        nodes/unknown-processor May D2:42 R25
        nodes/unknown-tag May D2:47 R25
        tags/leave-the-definition-alone Must D2:47 R47
        layers/unknown Must D2:52 R25
        layers/not-ready Must D2:52 R25
        budget/zero Must D2:67
        budget/omitted Must D2:67
        budget/negative May D2:66 R30
        webhook/one-at-the-end Must D2:57 R20,R35
        webhook/status Must D2:57 R35
        webhook/url-unchanged Must D2:57 R73,R35
        webhook/context-unchanged Must D2:62 R20,R31,R35,R72
        webhook/none-without-url Must D2:57 R35
        webhook/none-for-a-rejected-run Must D2:57 R35
        concurrency/own-webhooks Must D2:57,D2:62 R20,R35
        webhook/failed-run Must D2:57 R20,R35
        webhook/canceled-run Must D2:57 R20,R35
        webhook/signed Must D2:57 R35
        webhook/signature-valid Must D2:57,sigv4 R35
        webhook/slow-receiver May D2:57 R20,R35
        webhook/failing-receiver May D2:57 R20,R35
        webhook/resetting-receiver May D2:57 R20,R35
        authentication/missing-credentials Should implied:D2:72 R10
        body/invalid-utf8 Should implied:D2:17,rfc8259 R11
        robustness/no-server-error Should rfc9110
        robustness/no-stack-trace Should cwe-209
        robustness/well-formed-json Should rfc8259,rfc9110
        body/malformed-json Should implied:D2:13,rfc8259 R11
        body/empty Must D2:3 R11
        body/not-an-object Must D2:3 R11
        body/deep-nesting Should rfc9110 R9
        body/large Should rfc9110
        body/legal-forms Should implied:D2:13,rfc8259
        body/framings Should rfc9110,rfc9112
        body/content-type May rfc9110 R11
        body/missing-content-type May rfc9110 R11
        body/lenient-json May rfc8259 R27
        body/trailing-text May rfc8259 R27
        body/byte-order-mark May rfc8259 R27
        body/repeated-member May rfc8259 R13
        body/unknown-member May rfc9110 R9
        """;

    private const string Conventions = """
        path = /workflows/runs
        successStatus = 2xx
        refusalStatus = 4xx
        labelMember = name
        callbackUrlMember = completionCallbackUrl
        costCapMember = executionBudgetUsd
        idMember = id
        responseInstanceMember = workflowInstanceId
        responseLabelMember = name
        responseStatusMember = status
        webhookStatusMember = status
        webhookRunMember = runId
        webhookContextMember = completionCallbackContext
        runPath = /workflows/runs/{id}
        definitionPath = /workflows/definitions/{workflowDefinitionId}
        """;

    private static readonly Api Api = Files.LoadWith(Files.Pennsieve, Files.Text(Files.Pennsieve));

    [Fact]
    public void EveryBehaviourIsRegisteredWithItsLevelSourcesAndInterpretations()
    {
        Assert.All(Api.Behaviours, b => Assert.Equal("CreateWorkflowRun", b.Operation));
        Assert.Equal(NovaActTests.Lines(Behaviours), Api.Behaviours.Select(Registers.Row));
    }

    [Fact]
    public void TheInterpretationsThatTouchPennsieveAreRegistered()
    {
        int[] numbers = [20, 25, 29, 30, 31, 32, 35, 47, 72, 73];
        Assert.Equal(
            numbers.Select(n => $"R{n}"),
            Api.Interpretations.Except(Api.Protocol.Interpretations).Select(r => r.Id)
        );
    }

    [Fact]
    public void WhatNoDocumentStatesIsAConventionWithADefault()
    {
        Assert.Equal(NovaActTests.Lines(Conventions), Api.Conventions.Select(c => $"{c.Name} = {c.Default}"));
        Assert.All(Api.Conventions, c => Assert.Equal("convention", c.Source.ToString()));
        Assert.All(Api.Conventions, c => Assert.Equal(c.Default, c.Value));
    }

    [Fact]
    public void WhatOnlyTheTargetCanTellIsAFixture() =>
        Assert.Equal(
            ["unreadyLayer", "workflowDefinitionId", "otherConfigurations", "failingRun", "canceledRun"],
            Api.Fixtures.Select(f => f.Name)
        );
}
