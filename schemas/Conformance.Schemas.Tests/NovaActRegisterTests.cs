namespace Conformance.Schemas.Tests;

/// <summary>The behaviours and interpretations of Nova Act, by hand.</summary>
public sealed class NovaActRegisterTests
{
    private static readonly Api Api = Files.NovaAct();

    private const string Both = """
        idempotency/replay Must
        concurrency/own-responses Should
        supporting/names-what-was-asked-for Should
        idempotency/token-is-case-sensitive Must
        idempotency/whole-token-counts Must
        idempotency/other-parameters/no-second-resource Must R6
        idempotency/other-parameters/conflict Should R6
        idempotency/reordered-body-is-a-replay Should
        idempotency/concurrent-replays Must
        idempotency/token-of-a-refused-request May R18
        refusal/changes-nothing Must
        supporting/get-shows-what-was-created Should
        robustness/no-server-error Should
        robustness/no-stack-trace Should
        robustness/well-formed-json Should
        robustness/no-leak Should
        body/framings Should
        robustness/request-id Should
        authentication/missing-credentials Should R10
        body/empty Must R11
        body/not-an-object Must R11
        body/deep-nesting Should R9
        body/large Should
        body/invalid-utf8 Must R11
        body/content-type Should R11
        body/lenient-json May R27
        body/trailing-text May R27
        body/byte-order-mark May R27
        body/missing-content-type May R11
        body/repeated-member May R13
        body/unknown-member May R9
        body/misspelt-member May R28
        """;

    private const string Definition = """
        uniqueness/duplicate-name Must
        uniqueness/concurrent-duplicates Must
        uniqueness/name-case May R26
        uniqueness/whole-name-counts Must
        idempotency/replay-is-the-whole-response Should
        body/malformed-json Should R11
        body/legal-forms Should
        """;

    private const string Run = """
        not-found/unknown-definition Must R5
        not-found/part-of-a-name Must R15
        not-found/deleted-definition Should R17
        runs/distinct Must
        idempotency/replay-starts-no-second-run Must
        idempotency/omitted-token-starts-distinct-runs Must
        idempotency/distinct-tokens-start-distinct-runs Must
        idempotency/token-on-another-definition Must R7
        idempotency/replay-is-the-whole-response Must R16
        idempotency/replay-after-the-end Must R16
        not-found/is-not-remembered Must
        supporting/run-of-another-definition Should
        idempotency/status-of-a-replay May R16
        body/malformed-json Must R11
        body/legal-forms Must
        uri/decoded-once Should R14
        uri/illegal-octets Should R14,R15
        """;

    [Theory]
    [InlineData("CreateWorkflowDefinition", Definition)]
    [InlineData("CreateWorkflowRun", Run)]
    public void EveryBehaviourIsRegisteredWithItsLevelAndInterpretations(string operation, string itsOwn) =>
        Assert.Equal(
            NovaActTests.Lines(Both).Concat(NovaActTests.Lines(itsOwn)).Order(),
            Api.Behaviours.Where(b => b.Operation == operation)
                .Select(b => $"{b.Id} {b.Level} {string.Join(',', b.Interpretations)}".TrimEnd())
                .Order()
        );

    [Fact]
    public void TheInterpretationsThatTouchNovaActAreRegistered()
    {
        int[] numbers = [1, 5, 6, 7, 16, 17, 18, 23, 26, 42];
        Assert.Equal(
            numbers.Select(n => $"R{n}"),
            Api.Interpretations.Except(Api.Protocol.Interpretations).Select(r => r.Id)
        );
    }
}
