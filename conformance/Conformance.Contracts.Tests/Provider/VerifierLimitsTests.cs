using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Conformance.Contracts.Tests.Native;
using Conformance.Reference.BedrockFlows;
using Conformance.Reference.Http;
using Conformance.Reference.NovaAct;
using Conformance.Reference.Variants;
using Conformance.Reports;

namespace Conformance.Contracts.Tests.Provider;

/// <summary>What Pact's verifier can't take is no fault of the target.</summary>
public sealed class VerifierLimitsTests
{
    private const string Success = "nova-act/CreateWorkflowRun/contract/success*";
    private const string Errors = "*/CreateWorkflowRun/contract/ValidationException/members";

    // Pact's reader follows 127 levels.
    private static readonly int[] AtTheEdge = [124, 125, 126, 127, 128];

    private static readonly string Digits = new('7', 5_000);

    public static TheoryData<string> LegalMembers =>
        [
            "\"extra\":1e400",
            $"\"extra\":-{Digits}",
            "\"extra\":\"\\ud800\"",
            "\"\\udfff\":1",
            $"\"extra\":[{string.Join(',', LegalJson.Numbers)}]",
            $"\"extra\":[{string.Join(',', LegalJson.Texts)}]",
            $"\"extra\":{{{string.Join(',', LegalJson.Texts.Select(name => $"{name}:0"))}}}",
            .. AtTheEdge.Append(3_000).Select(depth => $"\"extra\":{LegalJson.Arrays(depth)}"),
            .. AtTheEdge.Append(500).Select(depth => $"\"extra\":{LegalJson.Objects(depth)}"),
            $"\"extra\":\"{new string('x', 900_000)}\"",
            $"\"extra\":[{string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"{{\"a{i}\":1}}"))}]",
        ];

    [Theory]
    [MemberData(nameof(LegalMembers), DisableDiscoveryEnumeration = true)]
    public async Task AMemberThatNoDocumentNamesMayHoldAnyJson(string member) =>
        AllPassed(await Of(Writing(body => $"{{{member},{body[1..]}"), Success, Errors));

    [Fact]
    public async Task ADocumentInAStreamMayNestDeeply()
    {
        using var deep = JsonDocument.Parse(LegalJson.Objects(500), new JsonDocumentOptions { MaxDepth = 1_000 });
        var document = deep.RootElement.Clone();
        var correct = BedrockFlowsBehaviour.Correct;
        var variant = new Variant("NestsDeeply", "bedrock-flows", "gives documents that nest deeply", "rfc8259")
        {
            Change = right =>
                right with
                {
                    BedrockFlows = correct with
                    {
                        Run = invocation =>
                            correct
                                .Run(invocation)
                                .Select(e =>
                                    e.Name == "flowOutputEvent"
                                        ? FlowEvent.Output("end", "FlowOutputNode", document)
                                        : e
                                ),
                    },
                },
        };
        AllPassed(await Of(variant, "*/contract/success-json"));
    }

    [Theory]
    [InlineData("{\"extra\":1e400,", "")]
    [InlineData("{\"extra\":NaN,", "}")]
    [InlineData("{\"extra\":\"\u00ff\",", "}")]
    [InlineData("{\"extra\":1e400} {", "}")]
    [InlineData("\u00ef\u00bb\u00bf{", "}")]
    public async Task WhatIsNoJsonFailsAllTheSame(string beginning, string end)
    {
        var report = await Of(
            Responding(a =>
                a with
                {
                    Body = Encoding.Latin1.GetBytes(
                        beginning + Encoding.Latin1.GetString(a.Body.Span)[1..].TrimEnd('}') + end
                    ),
                }
            ),
            Success
        );
        Assert.All(report.Verdicts, v => Assert.Equal(Outcome.Failed, v.Outcome));
    }

    [Theory]
    [InlineData("\"workflowRunId\":\"\\ud800\"")]
    [InlineData("\"workflowRunId\":1e400")]
    public async Task AMemberThatADocumentNamesFailsWithSuchAValue(string member)
    {
        var report = await Of(Writing(body => $"{body.TrimEnd('}')},{member}}}"), Success);
        var failed = report.Verdicts.Where(v => v.Outcome == Outcome.Failed).ToList();
        Assert.Contains(failed, v => v.Reason!.Contains("$.workflowRunId", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AThousandCookiesAreNoReason()
    {
        var cookies = Enumerable.Range(0, 1_000).Select(i => KeyValuePair.Create("Set-Cookie", $"c{i}=1"));
        AllPassed(await Of(Responding(a => a with { Headers = [.. a.Headers, .. cookies] }), Success));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    public async Task ACodingThatIsOnlyClaimedIsNoReason(string coding) =>
        AllPassed(await Of(Responding(a => a.WithHeader("Content-Encoding", coding)), Success));

    [Fact]
    public async Task ACodedBodyIsUnpacked() =>
        AllPassed(
            await Of(
                Responding(a => a.WithHeader("Content-Encoding", "gzip") with { Body = Packed(a.Body.ToArray()) }),
                Success
            )
        );

    [Fact]
    public async Task ABodyThatUnpacksToFarMoreIsInconclusive()
    {
        var bomb = Packed(new byte[100 << 20]);
        var report = await Of(Responding(a => a.WithHeader("Content-Encoding", "gzip") with { Body = bomb }), Success);
        AllErrored(report, "a response that unpacks to more than the 1,048,576 bytes that the kit reads");
    }

    [Fact]
    public async Task ABodyThatIsLargerThanTheKitReadsIsInconclusive()
    {
        var blanks = new string(' ', 20 << 20);
        var report = await Of(Writing(body => $"{{{blanks}{body[1..]}"), Success);
        AllErrored(report, "a response larger than the 1,048,576 bytes that the kit reads");
    }

    [Fact]
    public async Task AWrongStatusFailsWhateverTheBodyIs()
    {
        var blanks = new string(' ', 2 << 20);
        var report = await Of(
            Responding(a =>
                a with
                {
                    Status = a.Status == 201 ? 300 : a.Status,
                    Body = Encoding.UTF8.GetBytes(blanks),
                }
            ),
            Success
        );
        Assert.All(report.Verdicts, v => Assert.Equal(Outcome.Failed, v.Outcome));
    }

    private static Task<RunReport> Of(Variant variant, params ImmutableArray<string> ids)
    {
        Library.Needed();
        return Judged.Of(variant, ids);
    }

    private static void AllPassed(RunReport report)
    {
        Assert.NotEmpty(report.Verdicts);
        Assert.Equal([], report.Verdicts.Where(v => v.Outcome != Outcome.Passed).Select(Words));
    }

    private static void AllErrored(RunReport report, string why)
    {
        Assert.NotEmpty(report.Verdicts);
        Assert.All(
            report.Verdicts.Where(v => v.Requirement.Id.EndsWith("success", StringComparison.Ordinal)),
            v =>
                Assert.True(v.Outcome == Outcome.Errored && v.Reason!.Contains(why, StringComparison.Ordinal), Words(v))
        );
    }

    private static string Words(Verdict verdict) =>
        string.Create(CultureInfo.InvariantCulture, $"{verdict.Requirement.Id}: {verdict.Outcome} {verdict.Reason}");

    private static Variant Writing(Func<string, string> write) =>
        Responding(a => a with { Body = Encoding.UTF8.GetBytes(write(Encoding.UTF8.GetString(a.Body.Span))) });

    /// <summary>The reference, with what it returns about runs changed.</summary>
    private static Variant Responding(Func<Response, Response> change) =>
        new("RespondsOtherwise", "nova-act", "responds otherwise", "rfc8259")
        {
            Change = right =>
                right with
                {
                    NovaAct = NovaActBehaviour.Correct with
                    {
                        Finish = (operation, response) =>
                            operation == NovaActOperation.CreateWorkflowRun ? change(response) : response,
                    },
                },
        };

    private static byte[] Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Optimal))
            packing.Write(body);
        return packed.ToArray();
    }
}
