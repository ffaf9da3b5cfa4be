using System.Text;

namespace Conformance.Reports.Tests.Samples;

/// <summary>Reports that use every feature of the vocabulary.</summary>
internal static class SampleReports
{
    public static RunReport WithEverything() =>
        Empty() with
        {
            Verdicts =
            [
                .. SampleVerdicts.Passed(40),
                SampleVerdicts.AcceptsTooLong(),
                SampleVerdicts.ForgetsToken(),
                SampleVerdicts.BrokenStream(),
                SampleVerdicts.WrongErrorName(),
                SampleVerdicts.Errored(),
                .. Enum.GetValues<SkipReason>().Select(SampleVerdicts.Skipped),
            ],
            IncompleteBecause = "the time limit of 120 s was reached",
            Observations =
            [
                new(
                    "nova-act/CreateWorkflowRun/clientToken/null",
                    "R8",
                    "clientToken sent as null",
                    "accepted with 201"
                ),
            ],
            Coverage = SampleCoverage.All,
            Dimensions = SampleDimensions.All,
            Resources = new(852, 31),
            NotCleanedUp = ["workflow-definition k7f2-definition-3"],
            Notes =
            [
                "The target responded with 429 to 12 requests: they were sent again.",
                "GetWorkflowDefinition is missing.",
            ],
            Interpretations =
            [
                new("R8", "null for an optional member", ["the same as leaving it out", "invalid"], InForce: null),
                new("R1", "patterns without anchors", ["whole value", "substring"], "whole value"),
            ],
        };

    public static RunReport Conformant() => Empty() with { Verdicts = [.. SampleVerdicts.Passed(60)] };

    /// <summary>As many verdicts as asked, half of them failed.</summary>
    public static RunReport Large(int verdicts)
    {
        var failed = SampleVerdicts.AcceptsTooLong();
        return Empty() with
        {
            Verdicts =
            [
                .. SampleVerdicts.Passed(verdicts / 2),
                .. Enumerable
                    .Range(0, verdicts / 2)
                    .Select(i =>
                        failed with
                        {
                            Requirement = failed.Requirement with { Id = $"{failed.Requirement.Id}/{i}" },
                        }
                    ),
            ],
        };
    }

    /// <summary>A report whose every text, name, header and body is this one.</summary>
    public static RunReport Saying(string text)
    {
        var verdicts = WithEverything().Verdicts.Select(v => HostileVerdicts.Saying(v, text)).ToImmutableArray();
        return Empty() with
        {
            KitVersion = text,
            Target = new(text, IsEmbedded: false),
            Schemas = [new(text, text, text)],
            Profile = text,
            RunId = text,
            RequestsDigest = text,
            Request = new()
            {
                Target = text,
                Config = text,
                Schemas = [text],
                Apis = [text],
                Operations = [text],
                Only = [text],
                Profile = text,
                Seed = 42,
                RunId = text,
                Out = text,
                Contracts = new()
                {
                    PactDirs = [text],
                    Broker = text,
                    StateUrl = text,
                },
            },
            Verdicts = verdicts,
            IncompleteBecause = text,
            InconclusiveBecause = text,
            Observations = [new(text, text, text, text)],
            Coverage = SampleCoverage.Saying(text),
            Dimensions = SampleDimensions.Saying(text),
            NotCleanedUp = [text],
            Notes = [text],
            Interpretations = [new(text, text, [text, text], text)],
        };
    }

    public static RunReport Empty() =>
        new()
        {
            KitVersion = "0.1.0",
            Target = new("https://target.example:8443/base", IsEmbedded: false),
            Schemas =
            [
                new("nova-act", "Amazon Nova Act", "2025-08-22"),
                new("bedrock", "Amazon Bedrock", "2023-07-26"),
            ],
            Profile = "standard",
            Seed = 42,
            RunId = "k7f2",
            StartedAt = new DateTimeOffset(2026, 3, 14, 9, 26, 53, TimeSpan.Zero),
            DurationSeconds = 83.4,
            Parallelism = 8,
            Requests = 4_812,
            RequestsDigest = Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("sample"))
            ),
            IsStrict = false,
            Request = new()
            {
                Target = "https://target.example:8443/base",
                Profile = "standard",
                Seed = 42,
                RunId = "k7f2",
                Out = "reports/out",
            },
            Verdicts = [],
        };
}
